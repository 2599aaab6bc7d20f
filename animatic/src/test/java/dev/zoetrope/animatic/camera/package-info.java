@NullUnmarked
package dev.zoetrope.animatic.camera;

import org.jspecify.annotations.NullUnmarked;
