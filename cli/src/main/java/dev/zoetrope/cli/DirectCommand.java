package dev.zoetrope.cli;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Caption;
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
import dev.zoetrope.animatic.words.WordReader;
import dev.zoetrope.animatic.words.WordsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `direct`: plans a film and writes its timeline, to be looked at, edited and rendered.
@Command(name = "direct", description = "Plan a film from storyboards and words, and write its timeline.")
final class DirectCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 600;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "PICTURE", arity = "0..*", description = "Storyboards or pictures, in order.")
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
        List<Brief.Reference> references = references();
        int wanted = seconds > 0 ? seconds : Director.wantedSeconds(prompt, references);
        if (wanted > MOST_SECONDS) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "a film of " + wanted + " seconds is too long; give --seconds up to " + MOST_SECONDS);
        }
        // One more than the seconds need, as Seedance's films have.
        int frames = wanted * Timeline.FRAMES_PER_SECOND + 1;
        Timeline timeline = new Director().direct(new Brief(prompt, references, frameSize(), frames, seed, true));
        Path file = surroundings.path(target);
        Files.writeString(file, TimelineJson.write(timeline.naming(names(file))));
        ShotList.lines(timeline).forEach(surroundings.out()::println);
        surroundings.out().println(file);
        return ExitCode.OK.number();
    }

    private List<String> names(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return pictures.stream()
                .map(surroundings::path)
                .map(path -> folder == null ? path : folder.relativize(path.toAbsolutePath()))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
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
        try (WordReader words = words()) {
            for (String name : pictures) {
                Picture picture = Pictures.decode(surroundings.path(name));
                Sheet sheet = new StoryboardReader().read(picture, FilmWords.hints(prompt));
                List<Caption> captions = words == null
                        ? Collections.nCopies(sheet.panels().size(), Caption.NONE)
                        : new CaptionReader(words).read(picture, sheet);
                references.add(new Brief.Reference(Brief.Role.REFERENCE, picture, sheet, captions));
            }
        } catch (PictureException e) {
            throw new CommandFailure(ExitCode.USAGE, "" + e.getMessage(), e);
        }
        return references;
    }

    private @Nullable WordReader words() {
        try {
            return WordReader.open();
        } catch (WordsUnavailable e) {
            surroundings.err().println("captions are not read: " + e.getMessage());
            return null;
        }
    }
}
