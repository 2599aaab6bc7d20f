/// Speaks the dialogue of a film, English in this process and Chinese by espeak-ng where it is installed.
///
/// ```java
/// Speaking speaking = Speaking.installed();
/// Said said = speaking.say("We have to go!", Voice.WOMAN, 1);
/// float[] samples = said.samples(); // at 48 kHz
/// ```
@NullMarked
package dev.zoetrope.animatic.voice;

import org.jspecify.annotations.NullMarked;
