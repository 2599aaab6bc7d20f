package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.animatic.board.StoryboardReader;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.director.FilmWords;
import dev.zoetrope.animatic.director.ReferenceRoles;
import dev.zoetrope.animatic.sound.BeatCuts;
import dev.zoetrope.animatic.sound.Recording;
import dev.zoetrope.animatic.studio.Film;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The engine of the house: reads the pictures as storyboards, directs, and renders on this machine's
/// processor. The film depends on the input and the seed alone. Thread-safe; works on the calling thread, which
/// must be a platform thread, since FFmpeg would hold a virtual thread's carrier. Only the reading of sheets
/// has threads of its own.
final class AnimaticEngine implements Engine {
    static final String NAME = "animatic";

    /// Where the stages stand on the way from 0 to 1.
    private static final double PROGRESS_LOADED = 0.05;

    private static final double PROGRESS_DIRECTED = 0.1;

    /// Small, but large enough for every loop to run many times.
    private static final FrameSize WARM_UP_SIZE = new FrameSize(320, 180);

    private static final int WARM_UP_FRAMES = 24;

    /// How soon a cancel without an interrupt is noticed while a sheet is read.
    private static final long CANCEL_CHECK_MILLIS = 100;

    private final MediaInputs inputs;
    private final TimelineInput timelines;
    private final Studio studio;
    private final SheetWords captions = new SheetWords();

    AnimaticEngine(MediaInputs inputs, TimelineInput timelines, Studio studio) {
        this.inputs = inputs;
        this.timelines = timelines;
        this.studio = studio;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String nature() {
        return "local renderer, no generative model";
    }

    /// Takes a tiny storyboard and a line of text through all stages: loads FFmpeg and the font, and lets the
    /// compiler see the hot loops once.
    @Override
    public void warmUp() throws Exception {
        Path folder = Files.createTempDirectory("zoetrope-warm-up");
        Path film = folder.resolve("film.mp4");
        try {
            Picture sheet = WarmUpSheet.draw();
            Sheet panels = new StoryboardReader().read(sheet);
            List<Caption> written = captions.read(sheet, panels);
            shoot(warmUpBrief(List.of(new Brief.Reference(Brief.Role.REFERENCE, sheet, panels, written))), film);
            shoot(warmUpBrief(List.of()), film);
        } finally {
            Files.deleteIfExists(film);
            Files.deleteIfExists(folder);
        }
    }

    private static Brief warmUpBrief(List<Brief.Reference> references) {
        return new Brief("Warm-up 热身", references, WARM_UP_SIZE, WARM_UP_FRAMES, 1, true);
    }

    private void shoot(Brief brief, Path film) {
        studio.shoot(brief, new Director().direct(brief), film, Progress.UNWATCHED);
    }

    @Override
    public Footage make(Job job, Context context) throws Exception {
        SeedanceInput input = job.input();
        Stopwatch stopwatch = new Stopwatch();
        Media media = inputs.load(input, context);
        double loading = stopwatch.lap();
        context.progress(PROGRESS_LOADED);
        try (ReferenceVideos videos = ReferenceVideos.read(media.films(), context)) {
            return make(job, media, videos.clips(), new Laps(stopwatch, loading), context);
        }
    }

    /// The clock of a run, and what it has shown so far.
    private record Laps(Stopwatch stopwatch, double loading) {}

    private Footage make(Job job, Media media, List<Brief.Clip> clips, Laps laps, Context context) throws Exception {
        SeedanceInput input = job.input();
        List<Brief.Reference> references = read(media, FilmWords.hints(input.prompt()), context);
        logUnused(input, media.stills().size(), context);
        double reading = laps.stopwatch.lap();
        Timeline timeline = plan(job, media, references, clips, context);
        context.log(
                "Film: " + shownSeconds(timeline) + " seconds, " + timeline.frames() + " frames of " + timeline.size());
        ShotList.lines(timeline).forEach(context::log);
        double directing = laps.stopwatch.lap();
        context.checkCancelled();
        context.progress(PROGRESS_DIRECTED);
        Brief brief = new Brief(
                input.prompt(),
                references,
                timeline.size(),
                timeline.frames(),
                timeline.seed(),
                timeline.sound() != null,
                clips);
        Film film = shoot(brief, timeline, media.recording(), context);
        film.notes().forEach(context::log);
        context.log(String.format(
                        Locale.ROOT,
                        "Stages: load %.2fsec, read %.2fsec, direct %.2fsec",
                        laps.loading,
                        reading,
                        directing)
                + film.stages().stream().map(AnimaticEngine::words).collect(Collectors.joining()));
        context.log("Timeline: " + store(timeline, context));
        FilmLength length =
                new FilmLength(Math.clamp(shownSeconds(timeline), FilmLength.MIN_SECONDS, FilmLength.MAX_SECONDS));
        return new Footage(film.file(), length.seconds(), tokens(input, media, timeline.size(), length));
    }

    /// The timeline that came with the input, else the director's.
    private Timeline plan(
            Job job, Media media, List<Brief.Reference> references, List<Brief.Clip> clips, Context context)
            throws Exception {
        SeedanceInput input = job.input();
        List<Picture> pictures =
                references.stream().map(Brief.Reference::picture).toList();
        Optional<Timeline> given = timelines.read(input, pictures, clips.size(), context);
        if (given.isPresent()) {
            context.log(
                    "Filming the timeline of the input; prompt, duration, resolution and aspect_ratio are not used");
            return given.get();
        }
        FilmLength length = new FilmLength(FilmShape.seconds(input, references, clips));
        Timeline planned = new Director()
                .direct(new Brief(
                        input.prompt(),
                        references,
                        FilmShape.size(input, media, clips),
                        length.frames(),
                        job.seed(),
                        input.generateAudio(),
                        clips));
        Recording recording = media.recording();
        return recording == null || planned.sound() == null ? planned : BeatCuts.align(planned, recording);
    }

    private static int shownSeconds(Timeline timeline) {
        return Math.round((timeline.frames() - 1f) / Timeline.FRAMES_PER_SECOND);
    }

    /// Stores the plan beside the film, so that it can be edited and filmed again.
    private static String store(Timeline timeline, Context context) throws IOException {
        Path file = context.workFolder().resolve("timeline.json");
        Files.writeString(file, TimelineJson.write(timeline), StandardCharsets.UTF_8);
        return context.store(file);
    }

    /// Looks at each picture. First and last frames are shown as they are, whatever is drawn on them.
    private List<Brief.Reference> read(Media media, SheetHints hints, Context context) throws CancelledException {
        List<Brief.Reference> references = new ArrayList<>();
        for (Media.Still still : media.stills()) {
            context.checkCancelled();
            Picture picture = still.picture();
            Brief.Role role = switch (still.item().use()) {
                case FIRST_FRAME -> Brief.Role.FIRST_FRAME;
                case LAST_FRAME -> Brief.Role.LAST_FRAME;
                case REFERENCE -> Brief.Role.REFERENCE;
            };
            Brief.Reference reference = role == Brief.Role.REFERENCE
                    ? read(role, picture, hints, context)
                    : new Brief.Reference(role, picture, Sheet.whole(picture));
            references.add(reference);
            context.log("Read " + still.item().title() + ": " + words(reference));
        }
        return references;
    }

    /// Reads on a thread of its own, which is left to run out when the film is no longer wanted: a large sheet
    /// takes longer to read than a cancel may take.
    private Brief.Reference read(Brief.Role role, Picture picture, SheetHints hints, Context context)
            throws CancelledException {
        FutureTask<Brief.Reference> reading = new FutureTask<>(() -> {
            Sheet sheet = new StoryboardReader().read(picture, hints);
            return new Brief.Reference(role, picture, sheet, captions.read(picture, sheet));
        });
        Thread.ofPlatform().daemon().name("storyboard-reader").start(reading);
        while (true) {
            context.checkCancelled();
            try {
                return reading.get(CANCEL_CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Still reading; look again whether anybody wants it.
            } catch (InterruptedException e) {
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading the storyboard failed", e.getCause());
            }
        }
    }

    private static String words(Brief.Reference reference) {
        Sheet sheet = reference.sheet();
        long written = reference.captions().stream()
                .filter(caption -> !caption.isEmpty())
                .count();
        return !sheet.isStoryboard()
                ? "one picture"
                : "storyboard, " + sheet.panels().size() + " panels"
                        + (written == 0 ? "" : ", " + written + (written == 1 ? " caption" : " captions"));
    }

    /// Says openly what was asked for and is not done.
    private static void logUnused(SeedanceInput input, int images, Context context) {
        ReferenceRoles.remarks(
                        input.prompt(),
                        images,
                        input.referenceVideos().size(),
                        input.referenceAudios().size())
                .forEach(context::log);
        if (!input.referenceAudios().isEmpty() && !input.generateAudio()) {
            context.log("reference_audios are heard only with generate_audio");
        }
    }

    private Film shoot(Brief brief, Timeline timeline, @Nullable Recording recording, Context context)
            throws CancelledException {
        try {
            Path file = context.workFolder().resolve("animatic.mp4");
            return studio.shoot(brief, timeline, recording, file, watch(context));
        } catch (CancellationException e) {
            throw new CancelledException();
        }
    }

    private static Progress watch(Context context) {
        return new Progress() {
            @Override
            public void share(double share) {
                context.progress(PROGRESS_DIRECTED + (1 - PROGRESS_DIRECTED) * share);
            }

            @Override
            public boolean cancelled() {
                return context.isCancelled();
            }
        };
    }

    private static String words(Film.Stage stage) {
        return String.format(
                Locale.ROOT, ", %s %.2fsec", stage.name(), stage.wall().toMillis() / 1000.0);
    }

    private static int tokens(SeedanceInput input, Media media, FrameSize size, FilmLength length) {
        return input.referenceVideos().isEmpty()
                ? length.tokens(size)
                : length.tokensWithVideo(size, media.videoSeconds());
    }
}
