package dev.zoetrope.cli;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.board.CaptionReader;
import dev.zoetrope.animatic.board.StoryboardReader;
import dev.zoetrope.animatic.director.NoteReader;
import dev.zoetrope.animatic.director.ShotNote;
import dev.zoetrope.animatic.media.PictureException;
import dev.zoetrope.animatic.media.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `board`: what the reader finds on storyboard sheets, without making a film.
@Command(name = "board", description = "Find the panels of storyboard sheets and their reading order.")
final class BoardCommand implements Callable<Integer> {
    private static final Pattern GRID = Pattern.compile("(\\d{1,2})x(\\d{1,2})");

    private final Surroundings surroundings;
    private final StoryboardReader reader = new StoryboardReader();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Pictures: JPEG, PNG, WebP, GIF, BMP or TIFF.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print one line of JSON for each file.")
    private boolean json;

    @Option(names = "--draw", paramLabel = "OUT.png", description = "Draw the sheet with its panels; for one FILE.")
    private @Nullable String draw;

    @Option(names = "--grid", paramLabel = "RxC", description = "Rows and columns, when you know better: 3x3.")
    private @Nullable String grid;

    @Option(names = "--right-to-left", description = "Read panels side by side from right to left.")
    private boolean rightToLeft;

    BoardCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SheetHints hints = hints();
        if (draw != null && files.size() > 1) {
            throw new IllegalArgumentException(
                    "--draw makes one picture, but there are " + files.size() + " files; give one");
        }
        // A file that cannot be read must not keep the others from being read.
        int code = ExitCode.OK.number();
        try (var captions = CaptionReader.open(problem -> surroundings.err().println("zoetrope: " + problem))) {
            for (String file : files) {
                try {
                    show(file, hints, captions);
                } catch (PictureException | IOException e) {
                    surroundings.err().println("zoetrope: " + file + ": " + reason(e));
                    code = ExitCode.FAILED.number();
                }
            }
        }
        return code;
    }

    private static @Nullable String reason(Exception e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no such file" : e.getMessage();
    }

    private SheetHints hints() {
        OptionalInt rows = OptionalInt.empty();
        OptionalInt columns = OptionalInt.empty();
        if (grid != null) {
            Matcher matcher = GRID.matcher(grid);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("--grid is " + grid + "; write rows x columns, such as 3x3");
            }
            rows = OptionalInt.of(Integer.parseInt(matcher.group(1)));
            columns = OptionalInt.of(Integer.parseInt(matcher.group(2)));
        }
        return new SheetHints(rows, columns, rightToLeft);
    }

    private void show(String file, SheetHints hints, CaptionReader captions) throws IOException {
        Path path = surroundings.path(file);
        if (Files.isDirectory(path)) {
            throw new IOException("that is a folder; name the pictures in it");
        }
        Picture picture = Pictures.decode(path);
        Sheet sheet = reader.read(picture, hints);
        List<ShotNote> notes = NoteReader.readAll(captions.read(picture, sheet));
        if (json) {
            surroundings.out().println(BoardJson.line(file, sheet, notes));
        } else {
            table(file, sheet, notes);
        }
        if (draw != null) {
            BoardDrawing.write(picture, sheet, surroundings.path(draw));
        }
    }

    private void table(String file, Sheet sheet, List<ShotNote> notes) {
        var out = surroundings.out();
        String what = sheet.isStoryboard() ? sheet.panels().size() + " panels" : "a single picture";
        out.println(file + "  " + sheet.width() + "x" + sheet.height() + "  " + what);
        for (int i = 0; i < sheet.panels().size(); i++) {
            Sheet.Panel panel = sheet.panels().get(i);
            Quad quad = panel.quad();
            out.println(String.format(
                            Locale.ROOT,
                            "%4d  %5.0f,%-5.0f %5.0f x %-5.0f %3.0f %%  %s",
                            i + 1,
                            quad.topLeft().x(),
                            quad.topLeft().y(),
                            quad.width(),
                            quad.height(),
                            100 * panel.confidence(),
                            notes.get(i).text())
                    .stripTrailing());
        }
    }
}
