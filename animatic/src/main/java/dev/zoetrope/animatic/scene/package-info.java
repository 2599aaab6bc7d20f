/// Scenes for films without pictures: what the words tell of a place, its light and who is in it, and the layers that
/// are drawn of it, from far to near.
///
/// ```java
/// Scene scene = Scene.read("A cat sits on a wall at dusk, rain");
/// List<Layer> layers = new ScenePainter(scene, 42, 16 / 9.0, 496).layers();
/// ```
@NullMarked
package dev.zoetrope.animatic.scene;

import org.jspecify.annotations.NullMarked;
