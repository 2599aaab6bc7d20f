package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.media.PictureException;
import dev.zoetrope.animatic.media.Pictures;
import dev.zoetrope.animatic.media.SoundException;
import dev.zoetrope.animatic.media.VideoException;
import dev.zoetrope.animatic.media.VideoReader;
import dev.zoetrope.animatic.sound.Recording;
import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.FetchException;
import dev.zoetrope.cog.Fetched;
import dev.zoetrope.cog.Fetcher;
import dev.zoetrope.cog.MediaKind;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fetches the files of an input and checks them against what Seedance 2.0 takes; the limits are those of ByteDance's
/// description of the create-task call. All files come through the one guarded fetcher. Thread-safe.
final class MediaInputs {
    /// The shortest side of a picture.
    static final int MIN_SIDE = 300;
    /// The longest side of a picture.
    static final int MAX_SIDE = 6000;
    /// The narrowest picture, width by height.
    static final double MIN_RATIO = 0.4;
    /// The widest picture, width by height.
    static final double MAX_RATIO = 2.5;
    /// The shortest video or sound.
    static final double MIN_SECONDS = 2;
    /// The longest video or sound, and the longest of one kind together.
    static final double MAX_SECONDS = 15;
    /// Films of 15 seconds are a little longer in their headers: Seedance's own, with sound, says 15.104.
    private static final double SECONDS_TOLERANCE = 0.2;
    /// Larger pictures are halved before use, to hold nine of them in a small heap. Ours, not Seedance's; a panel of a
    /// 4x4 sheet still has a million pixels.
    private static final int MAX_PIXELS = 16_000_000;

    private final Fetcher fetcher;

    MediaInputs(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// Fetches all files at once, then checks and decodes them one after the other on the calling thread. Throws
    /// [ModelException] for the first file, in the order of the fields, that cannot be used.
    Media load(SeedanceInput input, Context context) throws Exception {
        List<MediaItem> items = MediaItem.of(input);
        List<Fetched> files = fetch(items, context);
        List<Media.Still> stills = new ArrayList<>();
        List<Media.Reel> films = new ArrayList<>();
        List<Path> sounds = new ArrayList<>();
        MediaItem lastSound = null;
        double videoSeconds = 0;
        double audioSeconds = 0;
        for (int i = 0; i < items.size(); i++) {
            context.checkCancelled();
            MediaItem item = items.get(i);
            Fetched file = files.get(i);
            switch (item.kind()) {
                case IMAGE -> stills.add(new Media.Still(item, picture(item, file.path())));
                case VIDEO -> {
                    videoSeconds = longer(item, videoSeconds, Mp4Length.seconds(file.path()));
                    films.add(film(item, file.path()));
                }
                case AUDIO -> {
                    audioSeconds = longer(item, audioSeconds, soundSeconds(file));
                    sounds.add(file.path());
                    lastSound = item;
                }
            }
        }
        return new Media(stills, films, videoSeconds, lastSound == null ? null : recording(lastSound, sounds));
    }

    private static Recording recording(MediaItem item, List<Path> files) throws ModelException {
        try {
            return Recording.read(files);
        } catch (SoundException e) {
            throw item.error(String.valueOf(e.getMessage()));
        }
    }

    private List<Fetched> fetch(List<MediaItem> items, Context context) throws Exception {
        Path folder = Files.createDirectories(context.workFolder().resolve("inputs"));
        List<Future<Fetched>> fetches = new ArrayList<>();
        List<Fetched> files = new ArrayList<>();
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (MediaItem item : items) {
                Path file = folder.resolve(Integer.toString(fetches.size()));
                fetches.add(tasks.submit(() -> fetch(item, file)));
            }
            try {
                for (Future<Fetched> fetch : fetches) {
                    files.add(fetch.get());
                }
            } catch (ExecutionException e) {
                tasks.shutdownNow();
                throw e.getCause() instanceof ModelException refusal ? refusal : e;
            } catch (InterruptedException e) {
                tasks.shutdownNow();
                throw new CancelledException();
            }
        }
        return files;
    }

    private Fetched fetch(MediaItem item, Path file) throws ModelException, InterruptedException {
        try {
            return fetcher.fetch(item.uri(), item.kind().limits(), file);
        } catch (FetchException e) {
            throw item.error(e);
        }
    }

    private static Picture picture(MediaItem item, Path file) throws ModelException, IOException {
        Picture picture;
        try {
            picture = Pictures.decode(file);
        } catch (PictureException e) {
            throw item.error(String.valueOf(e.getMessage()));
        }
        check(item, picture.width(), picture.height());
        while (picture.pixels().length > MAX_PIXELS) {
            picture = halved(picture);
        }
        return picture;
    }

    /// Looks at a video's first frame, so that one that cannot be read is told before anything is made.
    private static Media.Reel film(MediaItem item, Path file) throws ModelException, IOException {
        try (VideoReader video = VideoReader.open(file)) {
            check(item, video.facts().width(), video.facts().height());
            return new Media.Reel(item, file);
        } catch (VideoException e) {
            throw item.error(String.valueOf(e.getMessage()));
        }
    }

    private static void check(MediaItem item, int width, int height) throws ModelException {
        String found = (item.kind() == MediaItem.Kind.VIDEO ? "the video is " : "the picture is ") + width + "x"
                + height + ", but ";
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw item.error(found + "each side must be " + MIN_SIDE + " to " + MAX_SIDE + " pixels; scale it");
        }
        double ratio = (double) width / height;
        if (ratio < MIN_RATIO || ratio > MAX_RATIO) {
            throw item.error(found + "its width must be " + MIN_RATIO + " to " + MAX_RATIO
                    + " times its height; crop it or add a margin");
        }
    }

    /// Every four pixels become their mean.
    private static Picture halved(Picture large) {
        int width = large.width() / 2;
        int height = large.height() / 2;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = mean(
                        large.at(2 * x, 2 * y),
                        large.at(2 * x + 1, 2 * y),
                        large.at(2 * x, 2 * y + 1),
                        large.at(2 * x + 1, 2 * y + 1));
            }
        }
        return new Picture(width, height, pixels);
    }

    private static int mean(int a, int b, int c, int d) {
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255) + (d >> shift & 255);
            mean |= ((sum + 2) / 4) << shift;
        }
        return mean;
    }

    private static OptionalDouble soundSeconds(Fetched file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.path());
        return file.mediaKind() == MediaKind.AUDIO_WAV ? WavLength.seconds(bytes) : Mp3Length.seconds(bytes);
    }

    /// The length so far with this one's added.
    private static double longer(MediaItem item, double before, OptionalDouble length) throws ModelException {
        if (length.isEmpty()) {
            throw item.error("its length cannot be read, so it is damaged or no plain file of its kind; save it again");
        }
        double seconds = length.getAsDouble();
        if (seconds < MIN_SECONDS - SECONDS_TOLERANCE || seconds > MAX_SECONDS + SECONDS_TOLERANCE) {
            throw item.error(
                    String.format(Locale.ROOT, "it is %.1f seconds long, but 2 to 15 are taken; cut it", seconds));
        }
        if (before + seconds > MAX_SECONDS + SECONDS_TOLERANCE) {
            throw item.error(String.format(
                    Locale.ROOT,
                    "with it the references of its kind are %.1f seconds long, but at most 15 in all are taken; "
                            + "cut them or leave one out",
                    before + seconds));
        }
        return before + seconds;
    }
}
