package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The request on record, through the whole product: from HTTP to a film whose shots are looked at.
class FirstLightTest {
    /// In the middle of a move the picture is cut and moved a little against its panel; another panel is below 0.5.
    private static final double LIKE = 0.8;

    private static final Pattern SHOT = Pattern.compile("Shot \\d+ +([\\d.]+)-([\\d.]+) s");

    @TempDir
    static Path folder;

    private static LiveServer live;

    @BeforeAll
    static void start() throws IOException {
        live = new LiveServer(folder.resolve("data"), true);
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @Test
    void the_request_on_record_gives_a_record_of_the_same_shape() throws Exception {
        Map<String, Object> recorded = json("/seed/seed-prediction.json");

        LiveServer.Reply reply = live.run(input("english-3x3", 99));

        assertThat(reply.status()).as(reply.json().toString()).isIn(200, 201);
        assertThat(reply.json().keySet()).isEqualTo(recorded.keySet());
        recorded.forEach(
                (key, value) -> assertThat(kind(reply.json().get(key))).as(key).isEqualTo(kind(value)));
        assertThat(reply.json()).containsEntry("version", "hidden").containsEntry("status", "succeeded");
        Map<String, Object> metrics = map(reply.json().get("metrics"));
        Map<String, Object> recordedMetrics = map(recorded.get("metrics"));
        assertThat(metrics.keySet()).isEqualTo(recordedMetrics.keySet());
        for (String key :
                List.of("model_variant", "resolution_target", "token_output_count", "video_output_duration_seconds")) {
            assertThat(metrics).containsEntry(key, recordedMetrics.get(key));
        }
        assertThat(map(reply.json().get("urls"))).containsKeys("get", "cancel", "web");
        assertThat(live.get("/v1/predictions/" + reply.text("id")).json()).isEqualTo(reply.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"english-3x3", "chinese-2x3"})
    void every_panel_is_seen_full_frame_in_order(String board) throws Exception {
        LiveServer.Reply reply = live.run(input(board, 99));
        Path film = live.save(reply, folder.resolve(board + ".mp4"));
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(sheet(board)));
        List<Likeness> panels = panels(sheet, json("/boards/" + board + ".json"));
        List<Integer> middles = middles(reply.text("logs"));

        assertThat(middles).hasSameSizeAs(panels);
        for (int shot = 0; shot < panels.size(); shot++) {
            BufferedImage frame = FilmProbe.frame(film, middles.get(shot));
            List<Double> likeness = new ArrayList<>();
            for (Likeness panel : panels) {
                likeness.add(panel.in(frame));
            }
            assertThat(likeness.get(shot))
                    .as("shot %s of %s: %s", shot + 1, board, likeness)
                    .isGreaterThan(LIKE);
            assertThat(likeness.indexOf(likeness.stream().max(Double::compare).orElseThrow()))
                    .isEqualTo(shot);
        }
    }

    @Test
    void the_film_is_what_players_expect() throws Exception {
        Path film = live.save(live.run(input("english-3x3", 99)), folder.resolve("film.mp4"));
        List<Map<String, Object>> streams = FilmProbe.streams(film);

        assertThat(streams).hasSize(3);
        assertThat(streams.get(2)).containsEntry("codec_name", "mov_text"); // the sheet has a line of dialogue
        assertThat(streams.get(0))
                .containsEntry("codec_name", "h264")
                .containsEntry("pix_fmt", "yuv420p")
                .containsEntry("width", 864)
                .containsEntry("height", 496)
                .containsEntry("r_frame_rate", "24/1")
                .containsEntry("nb_read_packets", "361");
        assertThat(streams.get(1)).containsEntry("codec_name", "aac").containsEntry("sample_rate", "48000");
        String bytes = new String(Files.readAllBytes(film), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isBetween(1, bytes.indexOf("mdat"));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        byte[] first = film(99, "first");
        assertThat(film(99, "second")).isEqualTo(first);
        assertThat(film(100, "third")).isNotEqualTo(first);
    }

    private static byte[] film(long seed, String name) throws Exception {
        Map<String, Object> input = input("english-3x3", seed);
        input.put("duration", 6);
        return Files.readAllBytes(live.save(live.run(input), folder.resolve(name + ".mp4")));
    }

    private static Map<String, Object> input(String board, long seed) throws IOException {
        Map<String, Object> input =
                new LinkedHashMap<>(map(json("/seed/seed-request.json").get("input")));
        String url = live.host(board + "-" + seed + "-" + System.nanoTime() + ".jpg", "image/jpeg", sheet(board));
        input.put("reference_images", List.of(url));
        input.put("seed", seed);
        return input;
    }

    private static List<Integer> middles(String logs) {
        return SHOT.matcher(logs)
                .results()
                .map(shot -> (int)
                        Math.round((Double.parseDouble(shot.group(1)) + Double.parseDouble(shot.group(2))) / 2 * 24))
                .toList();
    }

    private static List<Likeness> panels(BufferedImage sheet, Map<String, Object> truth) {
        return ((List<?>) truth.get("panels"))
                .stream()
                        .map(FirstLightTest::map)
                        .map(panel -> new Likeness(sheet.getSubimage(
                                number(panel, "x"), number(panel, "y"), number(panel, "w"), number(panel, "h"))))
                        .toList();
    }

    private static int number(Map<String, Object> panel, String key) {
        return ((Number) panel.get(key)).intValue();
    }

    private static byte[] sheet(String board) throws IOException {
        try (InputStream in =
                FirstLightTest.class.getResourceAsStream("/dev/zoetrope/animatic/boards/" + board + ".jpg")) {
            return in.readAllBytes();
        }
    }

    private static Map<String, Object> json(String resource) throws IOException {
        try (InputStream in = FirstLightTest.class.getResourceAsStream(resource)) {
            return Codec.readObject(in);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "array";
            case Number _ -> "number";
            default -> value.getClass().getSimpleName();
        };
    }
}
