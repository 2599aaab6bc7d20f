@NullMarked
package dev.zoetrope.cog;

import org.jspecify.annotations.NullMarked;
