@NullUnmarked
package dev.zoetrope.animatic.motion;

import org.jspecify.annotations.NullUnmarked;
