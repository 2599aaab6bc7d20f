package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The frames of a video at the film's rate and at most at the film's fineness: from files of less than 24 frames a
/// second some are seen several times, from files of more some are left out. Only a few are held. Safe for any number
/// of threads, which wait for each other; whoever makes it closes it.
public final class VideoFrames implements MovingPicture, AutoCloseable {
    /// Cameras at work side by side are a few frames apart, and a dissolve looks at two places of a clip.
    private static final int KEPT = 8;

    /// A frame that begins this little after its time is seen: times in files are rounded.
    private static final double SLIP = 0.004;

    private final Path file;
    private final int width;
    private final int height;
    private final int frames;
    private final Map<Integer, Picture> kept = new LinkedHashMap<>();
    private @Nullable VideoReader reader;

    /// @param file the video
    /// @param mostSide no side of a frame is longer than this; larger videos are scaled down
    /// @throws VideoException when it is no video
    /// @throws IOException when it cannot be read
    public VideoFrames(Path file, int mostSide) throws IOException {
        this.file = file;
        reader = VideoReader.open(file);
        VideoReader.Facts facts = reader.facts();
        double scale = Math.min(1, (double) mostSide / Math.max(facts.width(), facts.height()));
        width = Math.max(VideoReader.MIN_SIDE, (int) Math.round(facts.width() * scale));
        height = Math.max(VideoReader.MIN_SIDE, (int) Math.round(facts.height() * scale));
        double seconds = Math.min(facts.seconds(), VideoReader.MAX_SECONDS);
        frames = Math.max(1, (int) Math.floor(seconds * Timeline.FRAMES_PER_SECOND + 0.5));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int frames() {
        return frames;
    }

    /// @throws VideoException when the file has changed meanwhile and is no video any more
    @Override
    public synchronized Picture frame(int number) {
        int wanted = Math.clamp(number, 0, frames - 1);
        Picture known = kept.get(wanted);
        if (known != null) {
            return known;
        }
        Picture picture = read((double) wanted / Timeline.FRAMES_PER_SECOND + SLIP);
        kept.put(wanted, picture);
        while (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return picture;
    }

    private Picture read(double seconds) {
        try {
            VideoReader open = reader;
            if (open == null || open.seconds() > seconds) {
                close();
                open = VideoReader.open(file);
                reader = open;
            }
            if (!open.isStarted()) {
                open.next();
            }
            while (open.nextSeconds() <= seconds && open.next()) {
                // Up to the frame that is seen at that time.
            }
            return open.picture(width, height);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " again", e);
        }
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
