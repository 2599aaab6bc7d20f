package dev.zoetrope.seedance;

/// The descriptions of the inputs, shared by the two records that differ in their resolutions only.
final class InputText {
    static final String PROMPT =
            "What the film shows, in any language. Name the references by kind and number, as in [Image1], Image 1, "
                    + "[Video1] or [Audio1]. Words in double quotes are spoken.";
    static final String IMAGE =
            "The picture on which the film starts. Cannot be used together with reference images, videos or audios.";
    static final String LAST_FRAME_IMAGE = "The picture on which the film ends. Needs image as well.";
    static final String REFERENCE_IMAGES =
            "Up to 9 pictures to work from: storyboards, characters, places, looks. In the prompt they are [Image1], "
                    + "[Image2] and so on. Cannot be used together with image or last_frame_image.";
    static final String REFERENCE_VIDEOS =
            "Up to 3 videos to work from, 15 seconds in all. In the prompt they are [Video1], [Video2] and [Video3].";
    static final String REFERENCE_AUDIOS =
            "Up to 3 sound files to work from, 15 seconds in all. In the prompt they are [Audio1], [Audio2] and "
                    + "[Audio3]. They need at least one reference image or video beside them.";
    static final String DURATION = "Length of the film in seconds, from 4 to 15; -1 leaves the choice to the model.";
    static final String RESOLUTION = "How fine the picture is.";
    static final String ASPECT_RATIO =
            "Shape of the frame. adaptive takes the shape nearest to the first picture, or 16:9 where there is none.";
    static final String GENERATE_AUDIO = "Whether the film has sound.";
    static final String SEED =
            "A number from which everything random is drawn: the same inputs and seed give the same film. Without it "
                    + "one is chosen and written to the log.";

    static final String TIMELINE =
            "A timeline to film as it is, as JSON text or the address of one: it sets pictures, moves, lengths and size. "
                    + "Its pictures are the inputs of this prediction, counted from 0: image, last_frame_image, then "
                    + "reference_images.";

    private InputText() {}
}
