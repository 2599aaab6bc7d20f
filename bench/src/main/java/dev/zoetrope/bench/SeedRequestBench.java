package dev.zoetrope.bench;

import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.seedance.SeedanceConfig;
import dev.zoetrope.seedance.SeedanceInput;
import dev.zoetrope.seedance.SeedanceModel;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How long the seed request takes in a warm model process, beside FFmpeg's own recipe on the same nine panels
/// in the same run: `按 Image 1 的故事版生成视频`, a 3x3 sheet, 15 seconds, 480p, 16:9, with sound, seed 99.
///
/// The rounds alternate, so that whatever else the machine does falls on both. The model's time goes from the
/// inputs to the saved file: fetching and decoding the sheet, finding its panels, music and AAC included. The
/// recipe gets its nine panels cut out already and makes no sound.
public final class SeedRequestBench {
    private static final int DEFAULT_ROUNDS = 5;

    private final SeedanceModel model;
    private final SeedanceInput input;
    private final BenchPanels panels;
    private final Path folder;

    private SeedRequestBench(SeedanceModel model, SeedanceInput input, BenchPanels panels, Path folder) {
        this.model = model;
        this.input = input;
        this.panels = panels;
        this.folder = folder;
    }

    /// Runs it.
    ///
    /// @param arguments the number of rounds, 5 if left out
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("zoetrope-bench");
        BenchPanels panels = BenchPanels.draw(folder);
        try (SheetServer server = new SheetServer(panels.sheet())) {
            SeedanceModel model = new SeedanceModel(new SeedanceConfig(
                    SeedanceConfig.DEFAULT_ENGINE, new FetchPolicy(false, List.of(server.origin()))));
            System.out.println("setup of the model " + Cost.of(model::setup));
            var bench =
                    new SeedRequestBench(model, seedRequest(server.origin().resolve("/sheet.jpeg")), panels, folder);
            bench.run(rounds, System.out);
        } finally {
            delete(folder);
        }
    }

    private static SeedanceInput seedRequest(URI sheet) {
        return new SeedanceInput(
                "按 Image 1 的故事版生成视频",
                null,
                null,
                List.of(sheet),
                List.of(),
                List.of(),
                15,
                "480p",
                "16:9",
                true,
                99L,
                null);
    }

    private void run(int rounds, PrintStream out) throws Exception {
        out.println("first request      " + film(0, out));
        recipe();
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            ours.add(film(round, out));
            theirs.add(recipe());
            compare("round " + round, ours.getLast(), theirs.getLast(), out);
        }
        compare("median ", Cost.median(ours), Cost.median(theirs), out);
    }

    private static void compare(String title, Cost ours, Cost theirs, PrintStream out) {
        out.println(title + ": seedance-2.0 " + ours + "   ffmpeg zoompan+xfade " + theirs
                + String.format(
                        Locale.ROOT,
                        "   ratio %.2f (%.2f)",
                        ours.wall() / theirs.wall(),
                        ours.processor() / theirs.processor()));
    }

    private Cost recipe() throws IOException, InterruptedException {
        return FfmpegRival.ZOOMPAN.film(panels.panels(), folder.resolve("recipe.mp4"), 23);
    }

    /// One film; prints how its time was spent.
    private Cost film(int round, PrintStream out) throws Exception {
        BenchContext context = new BenchContext(Files.createDirectories(folder.resolve("round-" + round)));
        Cost cost = Cost.of(() -> model.predict(input, context));
        context.lines().stream().filter(line -> line.startsWith("Stages: ")).forEach(out::println);
        return cost;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
