package dev.zoetrope.cli;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.animatic.board.CaptionReader;
import dev.zoetrope.animatic.board.StoryboardReader;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.director.FilmWords;
import dev.zoetrope.animatic.media.PictureException;
import dev.zoetrope.animatic.media.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `direct`: plans a film and writes its timeline, to be looked at, edited and rendered.
@Command(name = "direct", description = "Plan a film from storyboards and words, and write its timeline.")
final class DirectCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 600;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "PICTURE", arity = "0..*", description = "Storyboards, pictures and videos, in order.")
    private List<String> pictures = new ArrayList<>();

    @Option(
            names = {"-p", "--prompt"},
            paramLabel = "WORDS",
            description = "What the film shows.")
    private String prompt = "";

    @Option(names = "--seconds", paramLabel = "N", description = "How long; left out, the words and pictures decide.")
    private int seconds = -1;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "864x496", description = "Frame size (864x496).")
    private String size = "864x496";

    @Option(names = "--seed", paramLabel = "N", description = "Everything random draws from it (0).")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the timeline goes (timeline.json, beside the pictures).")
    private String target = "timeline.json";

    DirectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (pictures.isEmpty() && prompt.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to film: name a picture, or say something with --prompt");
        }
        Path file = surroundings.path(target);
        List<String> files = List.copyOf(pictures);
        pictures = files.stream().filter(name -> !isVideo(name)).toList();
        List<String> names = names(pictures, file);
        List<String> clipNames =
                names(files.stream().filter(DirectCommand::isVideo).toList(), file);
        List<Brief.Reference> references = references();
        try (var videos = ClipReading.read(clipNames, file)) {
            Timeline timeline = direct(references, videos.clips());
            Extras extras = timeline.extras();
            Timeline named = timeline.naming(names).with(extras.clips().isEmpty() ? extras : extras.naming(clipNames));
            Files.writeString(file, TimelineJson.write(named));
            ShotList.lines(timeline).forEach(surroundings.out()::println);
        }
        surroundings.out().println(file);
        return ExitCode.OK.number();
    }

    private static boolean isVideo(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".mp4") || lower.endsWith(".mov") || lower.endsWith(".webm");
    }

    private Timeline direct(List<Brief.Reference> references, List<Brief.Clip> clips) {
        int wanted = seconds > 0 ? seconds : Director.wantedSeconds(prompt, references, clips);
        if (wanted > MOST_SECONDS) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "a film of " + wanted + " seconds is too long; give --seconds up to " + MOST_SECONDS);
        }
        // One more than the seconds need, as Seedance's films have.
        int frames = wanted * Timeline.FRAMES_PER_SECOND + 1;
        return new Director().direct(new Brief(prompt, references, frameSize(), frames, seed, true, clips));
    }

    /// The files' names for the timeline: below its folder, for `render` opens nothing outside of it.
    private List<String> names(List<String> files, Path file) {
        // A file always lies in a folder.
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        return files.stream().map(name -> name(name, folder)).toList();
    }

    private String name(String picture, Path folder) {
        Path path = surroundings.path(picture).toAbsolutePath().normalize();
        if (!path.startsWith(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    picture + " lies outside of " + folder + ", where the timeline goes, and render would refuse it;"
                            + " give -o a file beside or above the picture, or copy the picture there");
        }
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private FrameSize frameSize() {
        String[] sides = size.split("x", -1);
        try {
            return new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new CommandFailure(ExitCode.USAGE, "--size is " + size + "; give even sides, such as 1280x720", e);
        }
    }

    private List<Brief.Reference> references() throws IOException {
        var references = new ArrayList<Brief.Reference>();
        try (var captions = CaptionReader.open(problem -> surroundings.err().println("zoetrope: " + problem))) {
            for (String name : pictures) {
                Picture picture = Pictures.decode(surroundings.path(name));
                Sheet sheet = new StoryboardReader().read(picture, FilmWords.hints(prompt));
                references.add(
                        new Brief.Reference(Brief.Role.REFERENCE, picture, sheet, captions.read(picture, sheet)));
            }
        } catch (PictureException e) {
            throw new CommandFailure(ExitCode.USAGE, "" + e.getMessage(), e);
        }
        return references;
    }
}
