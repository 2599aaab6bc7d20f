package dev.zoetrope.animatic;

/// A picture that is to have a shot, before it is decided how long and how.
///
/// @param view what is before the camera
/// @param part what the shot must do for the film
/// @param words what the prompt says about it, empty for nothing
record Pick(Timeline.View view, Pick.Part part, String words) {
    /// What a shot must do for the film.
    enum Part {
        /// Nothing special.
        MIDDLE,
        /// Start exactly on the whole picture.
        OPENING,
        /// End exactly on the whole picture.
        CLOSING
    }

    Pick saying(String more) {
        return new Pick(view, part, more);
    }
}
