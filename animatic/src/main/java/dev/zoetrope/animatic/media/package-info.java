/// Pictures, sounds and videos in, films out: all that touches FFmpeg. No type of FFmpeg's leaves this package.
///
/// ```java
/// Picture picture = Pictures.decode(Path.of("board.png"));
/// try (Mp4Writer writer = new Mp4Writer(Path.of("film.mp4"), size, frames, false, () -> false)) {
///     for (int i = 0; i < frames; i++) {
///         Frame frame = writer.next();
///         draw(picture, frame);
///         writer.write(frame);
///     }
///     writer.finish();
/// }
/// ```
@NullMarked
package dev.zoetrope.animatic.media;

import org.jspecify.annotations.NullMarked;
