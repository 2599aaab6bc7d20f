/// Shoots a timeline: draws each frame of the film from the pictures of its brief.
///
/// ```java
/// new Camera(brief, timeline).shoot(48, frame);
/// ```
///
/// The way of a frame: [Takes] prepare a shot's picture once, a [Take] knows where the [CameraPath] looks at a moment,
/// a [Lens] draws that, [Air] moves before it, and [Crossing] mixes two takes where shots meet.
@NullMarked
package dev.zoetrope.animatic.camera;

import org.jspecify.annotations.NullMarked;
