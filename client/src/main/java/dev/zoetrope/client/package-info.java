@NullMarked
package dev.zoetrope.client;

import org.jspecify.annotations.NullMarked;
