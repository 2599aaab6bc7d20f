package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.media.VideoException;
import dev.zoetrope.animatic.media.VideoFrames;
import dev.zoetrope.animatic.media.VideoReader;
import dev.zoetrope.animatic.motion.MotionReader;
import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/// The reference videos of one input while a film is made: how their cameras moved, and their frames. Whoever reads
/// them closes them.
final class ReferenceVideos implements AutoCloseable {
    /// A film of 1080p has no use for more; a frame then takes 8 MB.
    private static final int MOST_SIDE = 1920;

    private final List<VideoFrames> open = new ArrayList<>();
    private final List<Brief.Clip> clips = new ArrayList<>();

    private ReferenceVideos() {}

    /// Reads each video once to its end, and says in the log what was found. Takes about half of the time they play.
    ///
    /// @throws ModelException for a video that cannot be read, by its field
    /// @throws CancelledException as soon as the film is no longer wanted
    static ReferenceVideos read(List<Media.Reel> films, Context context)
            throws ModelException, CancelledException, IOException {
        var videos = new ReferenceVideos();
        try {
            for (Media.Reel film : films) {
                context.checkCancelled();
                videos.add(film, context);
            }
            return videos;
        } catch (CancellationException e) {
            videos.close();
            throw new CancelledException();
        } catch (ModelException | CancelledException | IOException | RuntimeException e) {
            videos.close();
            throw e;
        }
    }

    private void add(Media.Reel film, Context context) throws ModelException, IOException {
        try (VideoReader video = VideoReader.open(film.file())) {
            List<List<Pose>> motion = MotionReader.read(video, context::isCancelled);
            VideoFrames frames = new VideoFrames(film.file(), MOST_SIDE);
            open.add(frames);
            clips.add(new Brief.Clip(frames, motion));
            VideoReader.Facts facts = video.facts();
            double read = video.seconds() + (facts.rate() > 0 ? 1 / facts.rate() : 0);
            boolean isCut = facts.seconds() > 0 && read < 0.9 * Math.min(facts.seconds(), VideoReader.MAX_SECONDS);
            context.log(String.format(
                    Locale.ROOT,
                    "Read %s: %.1f s of %dx%d at %.3g frames a second, %s%s",
                    film.item().title(),
                    facts.seconds(),
                    facts.width(),
                    facts.height(),
                    facts.rate(),
                    motion.size() <= 1 ? "one shot" : motion.size() + " shots",
                    isCut ? String.format(Locale.ROOT, "; the file is cut off after %.1f s", read) : ""));
        } catch (VideoException e) {
            throw film.item().error(String.valueOf(e.getMessage()));
        }
    }

    /// The videos as a brief has them, in the order of the input.
    List<Brief.Clip> clips() {
        return clips;
    }

    @Override
    public void close() {
        open.forEach(VideoFrames::close);
    }
}
