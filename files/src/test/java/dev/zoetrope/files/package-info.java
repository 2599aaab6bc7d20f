@org.jspecify.annotations.NullUnmarked
package dev.zoetrope.files;
