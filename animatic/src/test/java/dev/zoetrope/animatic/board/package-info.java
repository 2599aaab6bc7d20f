@NullUnmarked
package dev.zoetrope.animatic.board;

import org.jspecify.annotations.NullUnmarked;
