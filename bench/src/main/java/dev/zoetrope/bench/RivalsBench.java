package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The same film by this project's camera and by what people use otherwise: time, steadiness, size and how much of the
/// picture the file has lost. The rounds alternate, so that whatever else the machine does falls on all.
public final class RivalsBench {
    private static final int QUALITY = 23;

    private static final Pattern ALIKE = Pattern.compile("SSIM.*All:([0-9.]+)");

    private final Path folder;
    private final List<Path> panels;

    private RivalsBench(Path folder, List<Path> panels) {
        this.folder = folder;
        this.panels = panels;
    }

    /// Prints the table.
    ///
    /// @param arguments how many rounds, 3 if left out
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("zoetrope-rivals");
        try {
            new RivalsBench(folder, BenchPanels.draw(folder).panels()).run(rounds);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run(int rounds) throws Exception {
        var rivals = new ArrayList<Rival>();
        for (Rival rival : Stream.<Rival>concat(
                        Stream.concat(Stream.of(FfmpegRival.values()), Stream.of(new MltRival())),
                        Stream.of(PythonRival.values()))
                .toList()) {
            Optional<String> missing = rival.missing();
            missing.ifPresentOrElse(why -> System.out.println(rival + ": left out, " + why), () -> rivals.add(rival));
        }
        Path film = folder.resolve("film.mp4");
        OwnCamera.film(panels, film); // warm, as in a server
        var ours = new ArrayList<Cost>();
        var theirs = new ArrayList<List<Cost>>();
        rivals.forEach(_ -> theirs.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            ours.add(OwnCamera.film(panels, film));
            for (int i = 0; i < rivals.size(); i++) {
                theirs.get(i).add(rivals.get(i).film(panels, folder.resolve("rival.mp4"), QUALITY));
            }
        }
        System.out.println(
                "| | seconds | of processor | against zoompan | jitter, px | frames that stand | kB | SSIM |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        double measure = Cost.median(theirs.getFirst()).wall();
        own(Cost.median(ours), measure);
        for (int i = 0; i < rivals.size(); i++) {
            row(rivals.get(i), Cost.median(theirs.get(i)), measure);
        }
        System.out.println(
                "medians of " + rounds + " rounds on " + Runtime.getRuntime().availableProcessors() + " processors");
    }

    private void own(Cost cost, double measure) throws Exception {
        Path film = folder.resolve("film.mp4");
        Path raw = folder.resolve("film.yuv");
        OwnCamera.raw(panels, raw);
        String alike = ssim(
                film,
                List.of(
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "yuv420p",
                        "-s",
                        Rival.WIDTH + "x" + Rival.HEIGHT,
                        "-r",
                        String.valueOf(Rival.RATE),
                        "-i",
                        raw.toString()));
        Files.delete(raw);
        long bytes = Files.size(film);
        Path slow = folder.resolve("slow.mp4");
        OwnCamera.slowPush(Steadiness.still(folder), slow);
        print("this project's camera", cost, measure, Steadiness.of(slow), bytes, alike);
    }

    private void row(Rival rival, Cost cost, double measure) throws Exception {
        Path film = folder.resolve("rival.mp4");
        Path whole = folder.resolve("whole.mp4");
        rival.film(panels, whole, 0);
        rival.film(panels, film, QUALITY);
        String alike = ssim(film, List.of("-i", whole.toString()));
        long bytes = Files.size(film);
        Path slow = folder.resolve("slow.mp4");
        rival.slowPush(Steadiness.still(folder), slow);
        print(rival.toString(), cost, measure, Steadiness.of(slow), bytes, alike);
    }

    /// Of a film and the same frames without loss.
    private static String ssim(Path film, List<String> reference) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Program.ffmpeg(), "-nostdin", "-nostats", "-i", film.toString()));
        command.addAll(reference);
        command.addAll(List.of("-lavfi", "ssim", "-f", "null", "-"));
        Matcher found = ALIKE.matcher(Program.run(command).printed());
        return found.find() ? found.group(1) : "?";
    }

    private static void print(String name, Cost cost, double measure, Steadiness steady, long bytes, String alike) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.3f | %d | %d | %s |%n",
                name,
                cost.wall(),
                cost.processor(),
                cost.wall() / measure,
                steady.jitter(),
                steady.backward(),
                bytes / 1000,
                alike);
    }
}
