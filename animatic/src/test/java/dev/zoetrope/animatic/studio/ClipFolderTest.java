package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.MalformedTimeline;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.media.VideoFrames;
import dev.zoetrope.animatic.motion.Shooting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A timeline with a clip, in a folder.
class ClipFolderTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);

    @TempDir
    Path folder;

    @Test
    void a_film_with_a_clip_is_the_same_from_its_timeline_alone() throws Exception {
        Path video = Shooting.film(folder.resolve("clip.mp4"), 40, i -> new Pose(0.004 * i, 0, 1, 0));
        Timeline timeline;
        try (var frames = new VideoFrames(video, 1920)) {
            var brief = new Brief(
                    "extend Video 1, snow", List.of(), SIZE, 73, 4, true, List.of(new Brief.Clip(frames, List.of())));
            Timeline planned = new Director().direct(brief);
            timeline = planned.with(planned.extras().naming(List.of("clip.mp4")));
            new Studio().shoot(brief, planned, folder.resolve("first.mp4"), Progress.UNWATCHED);
        }
        Path file = Files.writeString(folder.resolve("timeline.json"), TimelineJson.write(timeline));

        try (TimelineFolder.Contents contents = TimelineFolder.read(file)) {
            new Studio().shoot(contents.brief(), contents.timeline(), folder.resolve("again.mp4"), Progress.UNWATCHED);
        }

        assertThat(folder.resolve("again.mp4")).hasSameBinaryContentAs(folder.resolve("first.mp4"));
        refused(timeline, "gone.mp4", 40, "$.clips[0].file is \"gone.mp4\", but there is no such file");
        refused(timeline, "../clip.mp4", 40, "$.clips[0].file is \"../clip.mp4\", outside the timeline's folder");
        refused(timeline, "timeline.json", 40, "$.clips[0].file: the file is no MP4 or MOV video");
        refused(timeline, "clip.mp4", 39, "$.clips[0].frames is 39, but clip.mp4 has 40 at 24 a second");
    }

    private void refused(Timeline timeline, String name, int frames, String message) throws Exception {
        Timeline wrong = timeline.with(new Extras(List.of(new Extras.Clip(name, frames)), Extras.Captions.SOFT, null));
        Path file = Files.writeString(folder.resolve("timeline.json"), TimelineJson.write(wrong));
        assertThatThrownBy(() -> TimelineFolder.read(file))
                .isInstanceOf(MalformedTimeline.class)
                .hasMessageStartingWith(message);
    }
}
