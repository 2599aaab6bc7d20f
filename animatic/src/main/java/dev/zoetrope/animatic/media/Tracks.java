package dev.zoetrope.animatic.media;

/// What a film has beside its picture.
public enum Tracks {
    PICTURE,
    PICTURE_AND_SOUND,
    /// Also the dialogue to be read along, which players show on request.
    PICTURE_SOUND_AND_SUBTITLES;

    /// Whether there is sound.
    public boolean hasSound() {
        return this != PICTURE;
    }

    /// Whether there is dialogue to be read.
    public boolean hasSubtitles() {
        return this == PICTURE_SOUND_AND_SUBTITLES;
    }
}
