package dev.zoetrope.bench;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.board.CaptionReader;
import dev.zoetrope.animatic.board.StoryboardReader;
import dev.zoetrope.animatic.camera.ContactSheet;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.director.FilmWords;
import dev.zoetrope.animatic.media.Pictures;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import dev.zoetrope.cli.BoardDrawing;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/// Makes the gallery: for each storyboard sheet a page with the panels that are found on it, the shot list, the contact
/// sheet of the film that is directed from it, the film itself as a moving picture and its sound as a waveform. What is
/// wrong is seen there at a glance. A text file beside a sheet, of the same name, holds its prompt; a text file without
/// a sheet is a film from words alone.
public final class Gallery {
    private static final FrameSize SIZE = new FrameSize(864, 496);

    /// A fixed seed: the gallery changes only with the code.
    private static final long SEED = 7;

    /// The pictures must be small enough to lie in the repository, and large enough for captions to be read.
    private static final int PANELS_SIDE = 900;

    private static final int FILM_SIDE = 1000;

    private static final float QUALITY = 0.62f;

    private final Path folder;
    private final CaptionReader captions;
    private final Studio studio = new Studio();

    private Gallery(Path folder, CaptionReader captions) {
        this.folder = folder;
        this.captions = captions;
    }

    /// Makes the pages and their index.
    ///
    /// @param arguments the folder, then the sheets, and texts of prompts
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("give a folder for the pages, and the sheets to show on them");
        }
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var index =
                new StringBuilder("# Gallery\n\nStoryboard sheets, what is found on them, and what the director makes"
                        + " of them. Made by `Gallery`; see [bench](../../bench/README.md).\n");
        try (var captions = CaptionReader.open(problem -> System.err.println(problem))) {
            var gallery = new Gallery(folder, captions);
            for (String sheet : List.of(arguments).subList(1, arguments.length)) {
                index.append(gallery.page(Path.of(sheet)));
            }
        }
        Files.writeString(folder.resolve("README.md"), index);
    }

    /// Makes the page of a sheet or a prompt.
    ///
    /// @return its entry in the index
    private String page(Path file) throws IOException, InterruptedException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        if (file.toString().endsWith(".txt")) {
            return wordsAlone(name, Files.readString(file).strip());
        }
        Path words = file.resolveSibling(name + ".txt");
        String prompt = Files.isRegularFile(words) ? Files.readString(words).strip() : "Follow the storyboard.";
        Picture picture = Pictures.decode(file);
        Sheet sheet = new StoryboardReader().read(picture, FilmWords.hints(prompt));
        var references =
                List.of(new Brief.Reference(Brief.Role.REFERENCE, picture, sheet, captions.read(picture, sheet)));
        int seconds = Director.wantedSeconds(prompt, references);
        var brief = new Brief(prompt, references, SIZE, seconds * Timeline.FRAMES_PER_SECOND + 1, SEED, true);
        write(BoardDrawing.draw(picture, sheet), PANELS_SIDE, folder.resolve(name + "-panels.jpg"));
        String found = sheet.isStoryboard() ? sheet.panels().size() + " panels" : "a single picture";
        String panels = "Found: " + found + ".\n\n![panels](" + name + "-panels.jpg)\n\n";
        return entry(name, brief, panels, found + ", " + seconds + " seconds. ");
    }

    private String wordsAlone(String name, String prompt) throws IOException, InterruptedException {
        int seconds = Director.wantedSeconds(prompt, List.of());
        var brief = new Brief(prompt, List.of(), SIZE, seconds * Timeline.FRAMES_PER_SECOND + 1, SEED, true);
        return entry(name, brief, "", "From words alone, " + seconds + " seconds. ");
    }

    /// Films it, writes its page, and gives its entry in the index.
    private String entry(String name, Brief brief, String panels, String what)
            throws IOException, InterruptedException {
        Timeline timeline = new Director().direct(brief);
        write(contactSheet(brief, timeline), FILM_SIDE, folder.resolve(name + "-film.jpg"));
        Path film = Files.createTempFile("zoetrope-gallery", ".mp4");
        try {
            studio.shoot(brief, timeline, film, Progress.UNWATCHED);
            Moving.write(film, folder.resolve(name + "-film.webp"));
            Moving.waveform(film, timeline, folder.resolve(name + "-sound.png"));
        } finally {
            Files.deleteIfExists(film);
        }
        String quoted = "Prompt: " + brief.prompt() + "\n\n";
        Files.writeString(
                folder.resolve(name + ".md"),
                "# " + name + "\n\n" + quoted + panels + "![the film, without its sound](" + name
                        + "-film.webp)\n\n![its"
                        + " sound](" + name + "-sound.png)\n\n" + shots(timeline) + "\n![frames of the film](" + name
                        + "-film.jpg)\n");
        String first = panels.isEmpty() ? name + "-film.jpg" : name + "-panels.jpg";
        return "\n## [" + name + "](" + name + ".md)\n\n" + what + quoted + "[![" + name + "](" + first + ")](" + name
                + ".md) [![film](" + name + "-film.webp)](" + name + ".md)\n";
    }

    private static String shots(Timeline timeline) {
        var rows = new ArrayList<String>();
        rows.add("| Shot | Seconds | What the camera does, and why | Said |\n|---|---|---|---|\n");
        for (Timeline.Shot shot : timeline.shots()) {
            var said = new ArrayList<String>();
            shot.lines().forEach(line -> said.add(line.speaker() + " “" + line.words() + "”"));
            rows.add(String.format(
                    "| %d | %.1f-%.1f | %s | %s |%n",
                    shot.number(),
                    (double) shot.start() / Timeline.FRAMES_PER_SECOND,
                    (double) shot.end() / Timeline.FRAMES_PER_SECOND,
                    shot.reason().replace("|", "/"),
                    String.join(" ", said).strip().replace("|", "/")));
        }
        return String.join("", rows);
    }

    private static BufferedImage contactSheet(Brief brief, Timeline timeline) throws IOException {
        Path page = Files.createTempFile("zoetrope-gallery", ".png");
        try {
            ContactSheet.write(brief, timeline, page);
            return ImageIO.read(page.toFile());
        } finally {
            Files.deleteIfExists(page);
        }
    }

    /// Writes a JPEG whose longer side is at most so many pixels.
    private static void write(BufferedImage image, int most, Path file) throws IOException {
        double factor = Math.min(1, (double) most / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.round(image.getWidth() * factor);
        int height = (int) Math.round(image.getHeight() * factor);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Files.deleteIfExists(file);
        try (var out = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
