package dev.zoetrope.cli;

import dev.zoetrope.animatic.MalformedTimeline;
import dev.zoetrope.animatic.OtioJson;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.camera.ContactSheet;
import dev.zoetrope.animatic.media.SoundException;
import dev.zoetrope.animatic.sound.SoundFont;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import dev.zoetrope.animatic.studio.TimelineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `render`: films a timeline that was exported and perhaps edited, without a server.
@Command(
        name = "render",
        description = "Film a timeline: timeline.json and the pictures it names, which lie in its folder.")
final class RenderCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "TIMELINE", description = "The timeline, as JSON; see docs/timeline.md.")
    private String timeline = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the film goes (film.mp4, unless only other things are asked for).")
    private @Nullable String film;

    @Option(names = "--otio", paramLabel = "FILE", description = "Write it for editing programs, as OpenTimelineIO.")
    private @Nullable String otio;

    @Option(names = "--contact-sheet", paramLabel = "FILE", description = "Draw all shots on one page, as PNG.")
    private @Nullable String contactSheet;

    @Option(
            names = "--soundfont",
            paramLabel = "FILE",
            description =
                    "Play the music on the instruments of this SoundFont 2 file (.sf2); also $ZOETROPE_SOUNDFONT.")
    private @Nullable String soundFont;

    @Option(names = "--shot-list", description = "Print a line for each shot.")
    private boolean shotList;

    RenderCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try (TimelineFolder.Contents contents = read(surroundings.path(timeline))) {
            render(contents);
        }
        return ExitCode.OK.number();
    }

    private void render(TimelineFolder.Contents contents) throws IOException {
        if (shotList) {
            ShotList.lines(contents.timeline()).forEach(surroundings.out()::println);
        }
        boolean isFilmWanted = film != null || (otio == null && contactSheet == null && !shotList);
        Path target = surroundings.path(film == null ? "film.mp4" : film);
        if (contactSheet != null) {
            Path page = surroundings.path(contactSheet);
            ContactSheet.write(contents.brief(), contents.timeline(), page);
            surroundings.out().println(page);
        }
        if (otio != null) {
            Path edit = surroundings.path(otio);
            Path folder = edit.toAbsolutePath().getParent();
            String name = folder == null
                    ? target.toString()
                    : folder.relativize(target).toString();
            Files.writeString(edit, OtioJson.write(contents.timeline(), name));
            surroundings.out().println(edit);
        }
        if (isFilmWanted) {
            new Studio(soundFont()).shoot(contents.brief(), contents.timeline(), target, Progress.UNWATCHED);
            surroundings.out().println(target);
        }
    }

    private @Nullable SoundFont soundFont() {
        String named =
                soundFont == null ? surroundings.variable(SoundFont.VARIABLE).orElse("") : soundFont;
        if (named.isBlank()) {
            return null;
        }
        try {
            return SoundFont.read(surroundings.path(named.strip()));
        } catch (SoundException e) {
            throw new CommandFailure(ExitCode.USAGE, "--soundfont: " + e.getMessage(), e);
        }
    }

    private static TimelineFolder.Contents read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.USAGE, "there is no timeline " + file);
        }
        try {
            return TimelineFolder.read(file);
        } catch (MalformedTimeline e) {
            throw new CommandFailure(ExitCode.USAGE, file + ": " + e.getMessage(), e);
        }
    }
}
