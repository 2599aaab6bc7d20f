@NullMarked
package dev.zoetrope.seedance;

import org.jspecify.annotations.NullMarked;
