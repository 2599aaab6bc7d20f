/// From a storyboard to a film: a library that reads sheets, directs, shoots and scores, and knows no HTTP.
///
/// This room holds the nouns that the crew shares, above all the [Timeline]; the crew works in the rooms beside it:
/// `board` reads a sheet, `director` plans, `camera` and `sound` carry the plan out, `studio` makes the film of it, and
/// `media`, `words` and `voice` are the walls around FFmpeg, the networks that read and the engines that speak. The way
/// of one film:
///
/// ```java
/// Picture board = Pictures.decode(file);
/// Sheet sheet = new StoryboardReader().read(board);
/// Brief brief = new Brief("slow push in", List.of(new Reference(Role.REFERENCE, board, sheet)), size, 361, 99, true);
/// Timeline timeline = new Director().direct(brief);
/// new Studio().shoot(brief, timeline, Path.of("film.mp4"), progress);
/// ```
@NullMarked
package dev.zoetrope.animatic;

import org.jspecify.annotations.NullMarked;
