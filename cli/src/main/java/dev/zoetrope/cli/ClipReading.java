package dev.zoetrope.cli;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.media.VideoException;
import dev.zoetrope.animatic.media.VideoFrames;
import dev.zoetrope.animatic.media.VideoReader;
import dev.zoetrope.animatic.motion.MotionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The videos of a command, opened while a film is planned from them. Whoever reads them closes them.
///
/// @param clips in the order of the command line
record ClipReading(List<Brief.Clip> clips) implements AutoCloseable {
    /// A film of 1080p has no use for more.
    private static final int MOST_SIDE = 1920;

    /// Reads videos, and how their cameras moved.
    ///
    /// @param names relative to the folder of `beside`
    static ClipReading read(List<String> names, Path beside) throws IOException {
        var reading = new ClipReading(new ArrayList<>());
        for (String name : names) {
            Path file = beside.toAbsolutePath().resolveSibling(name);
            try (VideoReader video = VideoReader.open(file)) {
                var frames = new VideoFrames(file, MOST_SIDE);
                reading.clips.add(new Brief.Clip(frames, List.of()));
                reading.clips.set(
                        reading.clips.size() - 1, new Brief.Clip(frames, MotionReader.read(video, () -> false)));
            } catch (VideoException e) {
                reading.close();
                throw new CommandFailure(ExitCode.USAGE, name + ": " + e.getMessage(), e);
            } catch (IOException | RuntimeException e) {
                reading.close();
                throw e;
            }
        }
        return reading;
    }

    @Override
    public void close() {
        for (Brief.Clip clip : clips) {
            if (clip.frames() instanceof VideoFrames frames) {
                frames.close();
            }
        }
    }
}
