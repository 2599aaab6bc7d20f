@org.jspecify.annotations.NullUnmarked
package dev.zoetrope.animatic.scene;
