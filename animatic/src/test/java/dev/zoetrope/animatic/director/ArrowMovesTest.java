package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import dev.zoetrope.animatic.board.Drawings;
import dev.zoetrope.animatic.board.StoryboardReader;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrowMovesTest {
    private static final List<Color> PENS = List.of(
            new Color(0xd62020), new Color(0x1f4fd0), new Color(0x101010), new Color(0xfafafa), new Color(0x18a040));

    /// Arrows of many pens, lengths and directions over many drawings.
    @Test
    void an_arrow_says_where_the_camera_goes() {
        int found = 0;
        int wrong = 0;
        int all = 200;
        var missed = new ArrayList<String>();
        for (int seed = 0; seed < all; seed++) {
            var random = new SplittableRandom(seed);
            BufferedImage panel = Drawings.drawing(480, 270, seed);
            int way = random.nextInt(4);
            double angle = way * Math.PI / 2 + random.nextDouble(-0.35, 0.35);
            boolean isOpen = random.nextInt(2) == 0;
            Color pen = pen(panel, random);
            arrow(
                    panel,
                    new Stroke(240, 135, angle, random.nextDouble(70, 150), random.nextDouble(5, 11), isOpen),
                    pen);
            Optional<Kind> move = ArrowMoves.of(
                    TestPictures.picture(panel), TestPictures.picture(panel).bounds());
            Kind expected = List.of(Kind.PAN_RIGHT, Kind.TILT_DOWN, Kind.PAN_LEFT, Kind.TILT_UP)
                    .get(way);
            if (move.isEmpty()) {
                missed.add("seed " + seed + (isOpen ? " open " : " filled ") + pen);
            } else if (move.get() == expected) {
                found++;
            } else {
                wrong++;
            }
        }
        assertThat(wrong).as("arrows read as another way").isLessThanOrEqualTo(2);
        assertThat(found).as("of %d, missed: %s", all, missed).isGreaterThanOrEqualTo(190);
    }

    @Test
    void arrows_from_all_sides_push_in_and_outwards_pull_out() {
        for (boolean isInwards : new boolean[] {true, false}) {
            BufferedImage panel = Drawings.drawing(480, 270, 7);
            for (int corner = 0; corner < 4; corner++) {
                double x = corner % 2 == 0 ? 90 : 390;
                double y = corner / 2 == 0 ? 60 : 210;
                double angle = Math.atan2(135 - y, 240 - x) + (isInwards ? 0 : Math.PI);
                arrow(panel, new Stroke(x, y, angle, 70, 6, false), PENS.getFirst());
            }
            assertThat(ArrowMoves.of(
                            TestPictures.picture(panel),
                            TestPictures.picture(panel).bounds()))
                    .contains(isInwards ? Kind.PUSH_IN : Kind.PULL_OUT);
        }
    }

    @Test
    void an_arrow_with_two_heads_names_no_way() {
        BufferedImage panel = Drawings.drawing(480, 270, 3);
        arrow(panel, new Stroke(270, 135, 0, 120, 7, false), PENS.getFirst());
        arrow(panel, new Stroke(210, 135, Math.PI, 120, 7, false), PENS.getFirst());
        assertThat(ArrowMoves.of(
                        TestPictures.picture(panel), TestPictures.picture(panel).bounds()))
                .isEmpty();
    }

    @Test
    void drawings_without_arrows_name_no_way() {
        int taken = 0;
        for (int seed = 1000; seed < 1300; seed++) {
            Picture picture = TestPictures.picture(Drawings.drawing(480, 270, seed));
            taken += ArrowMoves.of(picture, picture.bounds()).isPresent() ? 1 : 0;
        }
        assertThat(taken).as("of 300 drawings without arrows").isLessThanOrEqualTo(2);
    }

    @Test
    void lines_of_a_sketch_name_no_way() {
        int taken = 0;
        for (int seed = 1000; seed < 1200; seed++) {
            Picture picture = TestPictures.picture(Drawings.sketch(360, 240, seed));
            taken += ArrowMoves.of(picture, picture.bounds()).isPresent() ? 1 : 0;
        }
        assertThat(taken).as("of 200 sketches without arrows").isLessThanOrEqualTo(4);
    }

    @Test
    void no_panel_of_the_sample_sheets_is_taken_for_an_arrow() {
        for (String name : List.of("english-3x3.jpg", "chinese-2x3.jpg")) {
            Picture sheet = TestPictures.resource("boards/" + name);
            for (Sheet.Panel panel : new StoryboardReader().read(sheet).panels()) {
                assertThat(ArrowMoves.of(sheet, panel.quad().part(0.004, 0.006, 0.996, 0.994)))
                        .as(name + " without its rim " + panel)
                        .isEmpty();
                assertThat(ArrowMoves.of(sheet, panel.quad()))
                        .as(name + " " + panel)
                        .isEmpty();
            }
        }
    }

    /// A pen that can be told from what is under it, as a person would choose it.
    private static Color pen(BufferedImage panel, SplittableRandom random) {
        Color pen = PENS.get(random.nextInt(PENS.size()));
        for (int tries = 0; tries < 20; tries++) {
            int near = 0;
            for (int y = 40; y < 230; y += 6) {
                for (int x = 100; x < 380; x += 6) {
                    int rgb = panel.getRGB(x, y);
                    int off = Math.abs((rgb >> 16 & 255) - pen.getRed())
                            + Math.abs((rgb >> 8 & 255) - pen.getGreen())
                            + Math.abs((rgb & 255) - pen.getBlue());
                    near += off < 160 ? 1 : 0;
                }
            }
            if (near < 30) {
                return pen;
            }
            pen = PENS.get(random.nextInt(PENS.size()));
        }
        return pen;
    }

    private record Stroke(double x, double y, double angle, double length, double width, boolean isOpen) {}

    private static void arrow(BufferedImage panel, Stroke arrow, Color pen) {
        Graphics2D graphics = panel.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(pen);
        var place = AffineTransform.getTranslateInstance(arrow.x, arrow.y);
        place.rotate(arrow.angle);
        graphics.setTransform(place);
        double half = arrow.length / 2;
        double head = 3.2 * arrow.width;
        graphics.setStroke(new BasicStroke((float) arrow.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var shaft = new Path2D.Double();
        shaft.moveTo(-half, 0);
        shaft.lineTo(arrow.isOpen ? half : half - head, 0);
        graphics.draw(shaft);
        var point = new Path2D.Double();
        point.moveTo(half - head, -0.8 * head);
        point.lineTo(half, 0);
        point.lineTo(half - head, 0.8 * head);
        if (arrow.isOpen) {
            graphics.draw(point);
        } else {
            point.closePath();
            graphics.fill(point);
        }
        graphics.dispose();
    }
}
