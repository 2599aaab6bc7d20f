/// Decides what is shown, from the words of a prompt and a sheet: a pure function from a brief to a timeline.
///
/// ```java
/// Timeline timeline = new Director().direct(brief);
/// ```
///
/// The way of a brief: [PromptReader] and [NoteReader] take words apart, [Selection] lists what is shot, [Pacing] gives
/// lengths, [MoveChoice] and [JoinChoice] say how the camera moves and the shots meet, [SoundPlan] what is heard.
@NullMarked
package dev.zoetrope.animatic.director;

import org.jspecify.annotations.NullMarked;
