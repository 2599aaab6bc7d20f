/// Shoots, scores and encodes a timeline into a film.
///
/// ```java
/// Film film = new Studio().shoot(brief, timeline, Path.of("film.mp4"), progress);
/// ```
@NullMarked
package dev.zoetrope.animatic.studio;

import org.jspecify.annotations.NullMarked;
