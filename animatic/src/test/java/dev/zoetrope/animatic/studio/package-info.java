@NullUnmarked
package dev.zoetrope.animatic.studio;

import org.jspecify.annotations.NullUnmarked;
