/// Finds out how the camera of a video moved: across, nearer, and rolling.
///
/// ```java
/// try (VideoReader video = VideoReader.open(Path.of("dance.mp4"))) {
///     List<List<Pose>> stretches = MotionReader.read(video, () -> false);
/// }
/// ```
@NullMarked
package dev.zoetrope.animatic.motion;

import org.jspecify.annotations.NullMarked;
