/// Makes what is heard: music, ambience, effects, dialogue and recordings, mixed to the loudness of a film.
///
/// ```java
/// Soundtrack track = Score.perform(timeline, recording);
/// ```
///
/// The way of a soundtrack: a [Band] plays the [Tune], [Surroundings] lay beds, [Foley] sets effects, [Dialogue] places
/// lines, [Ducking] makes room for them, and [Loudness] and the [Limiter] finish the mix.
@NullMarked
package dev.zoetrope.animatic.sound;

import org.jspecify.annotations.NullMarked;
