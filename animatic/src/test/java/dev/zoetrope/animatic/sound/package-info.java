@NullUnmarked
package dev.zoetrope.animatic.sound;

import org.jspecify.annotations.NullUnmarked;
