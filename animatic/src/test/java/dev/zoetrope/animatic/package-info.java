@NullUnmarked
package dev.zoetrope.animatic;

import org.jspecify.annotations.NullUnmarked;
