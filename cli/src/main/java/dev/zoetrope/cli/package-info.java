/// The one executable: it serves the API, hosts models, and speaks to any server of the API from a terminal.
///
/// ```
/// zoetrope serve
/// zoetrope run bytedance/seedance-2.0 prompt="Animate Image 1" reference_images=@board.jpg -o film.mp4
/// ```
///
/// Results go to standard output, progress and errors to standard error. Exit codes are those of [ExitCode].
@NullMarked
package dev.zoetrope.cli;

import org.jspecify.annotations.NullMarked;
