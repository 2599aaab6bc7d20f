@NullMarked
package dev.zoetrope.bench;

import org.jspecify.annotations.NullMarked;
