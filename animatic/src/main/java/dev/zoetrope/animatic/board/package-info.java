/// Reads a storyboard sheet: where its pictures are, in which order, and what is written beside them.
///
/// ```java
/// Sheet sheet = new StoryboardReader().read(picture);
/// ```
///
/// The way of a sheet: [PaperFinder] proposes what is paper, [Layout] lays it out by gutters, blocks and even splits,
/// [Plausibility] takes the layout a person would have drawn, [ReadingOrder] puts its panels in order, and
/// [CaptionReader] reads the words.
@NullMarked
package dev.zoetrope.animatic.board;

import org.jspecify.annotations.NullMarked;
