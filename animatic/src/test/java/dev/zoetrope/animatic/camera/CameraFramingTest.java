package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Quad.Point;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraFramingTest {
    private static final FrameSize SIZE = new FrameSize(432, 248);
    private static final Move STILL = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);

    /// Pictures are compared on a grid this coarse, so that a move's small shift does not matter.
    private static final int GRID_WIDTH = 24;

    private static final int GRID_HEIGHT = 14;

    @Test
    void the_middle_of_each_shot_shows_its_panel() {
        Timeline timeline = Scenes.nine(SIZE, 216, null);
        var camera = new Camera(Scenes.brief(Scenes.sheet(), SIZE, 216), timeline);
        Frame frame = Frame.onHeap(SIZE);
        for (Shot shot : timeline.shots()) {
            camera.shoot(shot.start() + shot.length() / 2, frame);
            double[] seen = grid(frame);
            int best = 0;
            for (int i = 1; i < 9; i++) {
                best = alikeness(seen, panelGrid(i)) > alikeness(seen, panelGrid(best)) ? i : best;
            }
            assertThat(best).isEqualTo(shot.number() - 1);
            // A move by a tenth shows a tenth less of the panel; a hand is off the middle in the middle, too.
            double least = shot.move().kind() == Move.Kind.HANDHELD ? 0.5 : 0.8;
            assertThat(alikeness(seen, panelGrid(best)))
                    .as("shot %s", shot.number())
                    .isGreaterThan(least);
        }
    }

    private static double[] grid(Frame frame) {
        double[] out = new double[GRID_WIDTH * GRID_HEIGHT];
        int[] counts = new int[out.length];
        for (int y = 0; y < frame.height(0); y++) {
            for (int x = 0; x < frame.width(0); x++) {
                int cell = y * GRID_HEIGHT / frame.height(0) * GRID_WIDTH + x * GRID_WIDTH / frame.width(0);
                out[cell] += frame.at(0, x, y);
                counts[cell]++;
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= counts[i];
        }
        return out;
    }

    /// The panel read straight from the sheet, cropped to the film's ratio.
    private static double[] panelGrid(int panel) {
        Picture sheet = Scenes.sheet();
        Quad quad = Scenes.panel(panel);
        double width = Math.min(quad.width(), quad.height() * SIZE.ratio());
        double height = width / SIZE.ratio();
        double left = quad.topLeft().x() + (quad.width() - width) / 2;
        double top = quad.topLeft().y() + (quad.height() - height) / 2;
        double[] out = new double[GRID_WIDTH * GRID_HEIGHT];
        int fine = 8;
        for (int y = 0; y < GRID_HEIGHT * fine; y++) {
            for (int x = 0; x < GRID_WIDTH * fine; x++) {
                int pixel = sheet.at((int) (left + (x + 0.5) * width / (GRID_WIDTH * fine)), (int)
                        (top + (y + 0.5) * height / (GRID_HEIGHT * fine)));
                out[y / fine * GRID_WIDTH + x / fine] +=
                        0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF);
            }
        }
        return out;
    }

    /// Normalised cross-correlation.
    private static double alikeness(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double powerA = 0;
        double powerB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            powerA += (a[i] - meanA) * (a[i] - meanA);
            powerB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(powerA * powerB);
    }

    private static Picture plain(int colour) {
        int[] pixels = new int[64 * 64];
        java.util.Arrays.fill(pixels, colour);
        return new Picture(64, 64, pixels);
    }

    private static Timeline two(Transition second) {
        View left = new View.Panel(0, Quad.rectangle(0, 0, 32, 64));
        View right = new View.Panel(0, Quad.rectangle(32, 0, 32, 64));
        return new Timeline(
                Timeline.VERSION,
                SIZE,
                20,
                1,
                List.of(
                        new Shot(1, 0, 10, left, STILL, Transition.CUT, ""),
                        new Shot(2, 10, 10, right, STILL, second, "")),
                null);
    }

    private static Picture blackAndWhite() {
        int[] pixels = new int[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 64 < 32 ? 0 : 0xFFFFFF;
        }
        return new Picture(64, 64, pixels);
    }

    private static int light(Camera camera, int number) {
        Frame frame = Frame.onHeap(SIZE);
        camera.shoot(number, frame);
        return frame.at(0, SIZE.width() / 2, SIZE.height() / 2);
    }

    @Test
    void a_dissolve_goes_evenly_from_one_shot_to_the_next() {
        Brief brief = Scenes.brief(blackAndWhite(), SIZE, 20);
        var camera = new Camera(brief, two(new Transition(Transition.Kind.DISSOLVE, 4)));
        assertThat(light(camera, 9)).isEqualTo(16);
        assertThat(light(camera, 10)).isBetween(58, 62); // a fifth of the way from 16 to 235
        assertThat(light(camera, 13)).isBetween(189, 193);
        assertThat(light(camera, 14)).isEqualTo(235);
    }

    @Test
    void a_fade_starts_black_and_a_cut_is_there_at_once() {
        Brief brief = Scenes.brief(blackAndWhite(), SIZE, 20);
        var fading = new Camera(brief, two(new Transition(Transition.Kind.FADE_FROM_BLACK, 4)));
        assertThat(light(fading, 10)).isEqualTo(16);
        assertThat(light(fading, 12)).isBetween(124, 127);
        assertThat(light(fading, 14)).isEqualTo(235);
        assertThat(light(new Camera(brief, two(Transition.CUT)), 10)).isEqualTo(235);
    }

    @Test
    void a_shot_that_fades_out_ends_black_and_the_next_comes_out_of_it() {
        View white = new View.Panel(0, Quad.rectangle(32, 0, 32, 64));
        Shot first = new Shot(1, 0, 10, white, STILL, Transition.CUT, List.of(), Life.NONE, 4, "");
        Shot second = new Shot(2, 10, 10, white, STILL, new Transition(Transition.Kind.DISSOLVE, 4), "");
        var timeline = new Timeline(Timeline.VERSION, SIZE, 20, 1, List.of(first, second), null);
        var camera = new Camera(Scenes.brief(blackAndWhite(), SIZE, 20), timeline);
        assertThat(light(camera, 5)).isEqualTo(235);
        assertThat(light(camera, 7)).isBetween(124, 127);
        assertThat(light(camera, 9)).isEqualTo(16);
        assertThat(light(camera, 10)).isBetween(58, 62);
        assertThat(light(camera, 14)).isEqualTo(235);
    }

    @Test
    void colours_are_bt709() {
        Brief brief = Scenes.brief(plain(0xFF0000), SIZE, 1);
        Frame frame = Frame.onHeap(SIZE);
        new Camera(brief, Scenes.still(SIZE, 1, plain(0xFF0000), STILL)).shoot(0, frame);
        // Red in BT.709, limited range: 63, 102, 240.
        assertThat(new int[] {frame.at(0, 9, 9), frame.at(1, 9, 9), frame.at(2, 9, 9)})
                .containsExactly(63, 102, 240);
    }

    @ParameterizedTest
    @CsvSource({"1470,630", "1112,834", "2206,946", "496,864", "2,2", "126,54"})
    void any_even_size_is_filled_to_its_edges(int width, int height) {
        FrameSize size = new FrameSize(width, height);
        Picture white = plain(0xFFFFFF);
        for (Move.Kind kind : Move.Kind.values()) {
            Frame frame = Frame.onHeap(size);
            Move move = new Move(kind, 0.1, Move.Easing.LINEAR);
            new Camera(Scenes.brief(white, size, 2), Scenes.still(size, 2, white, move)).shoot(1, frame);
            for (int x : new int[] {0, width - 1}) {
                for (int y : new int[] {0, height - 1}) {
                    assertThat(frame.at(0, x, y)).as("%s at %s,%s", kind, x, y).isEqualTo(235);
                }
            }
        }
    }

    @Test
    void a_slanted_panel_is_set_upright_without_its_surroundings() {
        // A white, slanted panel on black, whose corners are as a scanner would see them.
        Quad quad = new Quad(
                new Point(40.3, 30.8), new Point(210.6, 42.2), new Point(205.9, 160.4), new Point(35.1, 150.7));
        int[] pixels = new int[240 * 190];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = inside(quad, i % 240, i / 240) ? 0xFFFFFF : 0;
        }
        Picture scan = new Picture(240, 190, pixels);
        Shot shot = new Shot(1, 0, 1, new View.Panel(0, quad), STILL, Transition.CUT, "");
        Timeline timeline = new Timeline(Timeline.VERSION, SIZE, 1, 1, List.of(shot), null);
        Frame frame = Frame.onHeap(SIZE);
        new Camera(Scenes.brief(scan, SIZE, 1), timeline).shoot(0, frame);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(frame.at(0, x, y)).as("at %s,%s", x, y).isGreaterThan(225);
            }
        }
    }

    /// Whether any part of the pixel is inside.
    private static boolean inside(Quad quad, int x, int y) {
        Point[] corners = {quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft()};
        for (int i = 0; i < 4; i++) {
            Point a = corners[i];
            Point b = corners[(i + 1) % 4];
            double cross = (b.x() - a.x()) * (y + 0.5 - a.y()) - (b.y() - a.y()) * (x + 0.5 - a.x());
            if (cross < 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void says_which_reference_is_missing() {
        Shot shot = new Shot(3, 0, 1, new View.Panel(2, Quad.rectangle(0, 0, 9, 9)), STILL, Transition.CUT, "");
        Timeline timeline = new Timeline(Timeline.VERSION, SIZE, 1, 1, List.of(shot), null);
        var camera = new Camera(Scenes.brief(plain(0), SIZE, 1), timeline);
        Frame frame = Frame.onHeap(SIZE);
        assertThatThrownBy(() -> camera.shoot(0, frame))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shot 3 shows reference 2")
                .hasMessageContaining("has 1");
    }
}
