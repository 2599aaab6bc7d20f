/// From a storyboard to a film: a library that reads sheets, directs, shoots and scores, and knows no HTTP.
///
/// The way of one film, each step behind a narrow contract:
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
