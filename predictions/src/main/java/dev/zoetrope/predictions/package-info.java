@NullMarked
package dev.zoetrope.predictions;

import org.jspecify.annotations.NullMarked;
