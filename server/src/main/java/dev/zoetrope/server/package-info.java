@NullMarked
package dev.zoetrope.server;

import org.jspecify.annotations.NullMarked;
