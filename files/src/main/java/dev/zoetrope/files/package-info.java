@NullMarked
package dev.zoetrope.files;

import org.jspecify.annotations.NullMarked;
