package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline;
import java.util.List;
import java.util.OptionalDouble;

/// A picture that is to have a shot, before it is decided how long and how.
///
/// @param view what is before the camera
/// @param part what the shot must do for the film
/// @param said what the prompt says about it
/// @param written what its caption says
record Pick(Timeline.View view, Pick.Part part, ShotNote said, ShotNote written) {
    /// What a shot must do for the film.
    enum Part {
        /// Nothing special.
        MIDDLE,
        /// Start exactly on the whole picture.
        OPENING,
        /// End exactly on the whole picture.
        CLOSING
    }

    Pick saying(ShotNote more) {
        return new Pick(view, part, more, written);
    }

    /// The prompt's words where there are any, else the caption's.
    String words() {
        return said.isEmpty() ? written.text() : said.text();
    }

    /// How long it is to be; the prompt wins over the caption.
    OptionalDouble seconds() {
        return said.seconds().isPresent() ? said.seconds() : written.seconds();
    }

    /// What is said in it; the prompt wins over the caption.
    List<Speech> dialogue() {
        return said.dialogue().isEmpty() ? written.dialogue() : said.dialogue();
    }
}
