package dev.zoetrope.animatic.studio;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.MalformedTimeline;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.animatic.media.PictureException;
import dev.zoetrope.animatic.media.Pictures;
import dev.zoetrope.animatic.media.VideoException;
import dev.zoetrope.animatic.media.VideoFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A timeline that lies as a file in a folder, beside the pictures it names. The file may come from a stranger:
/// nothing outside its folder is ever opened.
public final class TimelineFolder {
    /// A timeline of the longest film takes less.
    private static final long MOST_BYTES = 16L << 20;

    /// Clips are not shown finer than this: a film of 1080p has no use for more.
    private static final int MOST_SIDE = 1920;

    private TimelineFolder() {}

    /// What was read. Whoever reads it closes it, once the film is made.
    ///
    /// @param timeline the plan
    /// @param brief with the pictures, as the studio needs it
    public record Contents(Timeline timeline, Brief brief) implements AutoCloseable {
        /// Closes the clips.
        @Override
        public void close() {
            TimelineFolder.close(brief.clips());
        }
    }

    private static void close(List<Brief.Clip> clips) {
        for (Brief.Clip clip : clips) {
            if (clip.frames() instanceof VideoFrames frames) {
                frames.close();
            }
        }
    }

    /// Reads a timeline and its pictures.
    ///
    /// @param file the timeline
    /// @throws MalformedTimeline for a fault in it, a missing picture, one outside its folder or of another
    ///     size; the message has the JSON path
    /// @throws IOException when a file cannot be read
    public static Contents read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new MalformedTimeline(file + " has " + Files.size(file) + " bytes, too many for a timeline");
        }
        Timeline timeline = TimelineJson.read(Files.readString(file));
        // A file always lies in a folder.
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        var references = new ArrayList<Brief.Reference>();
        for (int i = 0; i < timeline.pictures().size(); i++) {
            String path = "$.pictures[" + i + "]";
            Timeline.Source source = timeline.pictures().get(i);
            Picture picture = decode(inside(folder, source.file(), path + ".file"), path + ".file");
            if (picture.width() != source.width() || picture.height() != source.height()) {
                throw new MalformedTimeline(path + " is " + source.width() + "x" + source.height() + ", but "
                        + source.file() + " has " + picture.width() + "x" + picture.height()
                        + " pixels; the crops would be wrong");
            }
            references.add(new Brief.Reference(Brief.Role.REFERENCE, picture, Sheet.whole(picture)));
        }
        timeline.requireFits(
                references.stream().map(Brief.Reference::picture).toList(),
                timeline.extras().clips().size());
        return new Contents(timeline, brief(timeline, references, clips(timeline, folder)));
    }

    private static Brief brief(Timeline timeline, List<Brief.Reference> references, List<Brief.Clip> clips) {
        boolean hasSound = timeline.sound() != null;
        return new Brief("", references, timeline.size(), timeline.frames(), timeline.seed(), hasSound, clips);
    }

    /// The clips, opened; how their cameras moved is written in the timeline and not looked for again.
    private static List<Brief.Clip> clips(Timeline timeline, Path folder) throws IOException {
        var clips = new ArrayList<Brief.Clip>();
        try {
            for (Extras.Clip source : timeline.extras().clips()) {
                String path = "$.clips[" + clips.size() + "]";
                VideoFrames frames = open(inside(folder, source.file(), path + ".file"), path + ".file");
                clips.add(new Brief.Clip(frames, List.of()));
                if (frames.frames() != source.frames()) {
                    throw new MalformedTimeline(path + ".frames is " + source.frames() + ", but " + source.file()
                            + " has " + frames.frames() + " at 24 a second; the shots would show other frames");
                }
            }
            return clips;
        } catch (IOException | RuntimeException e) {
            close(clips);
            throw e;
        }
    }

    private static VideoFrames open(Path file, String path) throws IOException {
        try {
            return new VideoFrames(file, MOST_SIDE);
        } catch (VideoException e) {
            throw new MalformedTimeline(path + ": " + e.getMessage(), e);
        }
    }

    /// The file behind a name. Links are followed before it is judged, so that none leads out.
    private static Path inside(Path folder, String name, String path) throws IOException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new MalformedTimeline(path + " is no path: " + e.getMessage(), e);
        }
        if (!file.startsWith(folder) || file.equals(folder) || Path.of(name).isAbsolute()) {
            throw new MalformedTimeline(path + " is \"" + name + "\", outside the timeline's folder; copy the picture"
                    + " beside the timeline and give its name");
        }
        if (!Files.isRegularFile(file)) {
            throw new MalformedTimeline(path + " is \"" + name + "\", but there is no such file in " + folder);
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new MalformedTimeline(path + " is \"" + name + "\", a link out of the timeline's folder");
        }
        return file;
    }

    private static Picture decode(Path file, String path) throws IOException {
        try {
            return Pictures.decode(file);
        } catch (PictureException e) {
            throw new MalformedTimeline(path + ": " + e.getMessage(), e);
        }
    }
}
