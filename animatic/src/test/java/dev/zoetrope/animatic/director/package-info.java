@NullUnmarked
package dev.zoetrope.animatic.director;

import org.jspecify.annotations.NullUnmarked;
