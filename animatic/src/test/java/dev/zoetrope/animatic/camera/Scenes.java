package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Drawn sheets and hand-made timelines for the tests.
public final class Scenes {
    static final int PANEL_WIDTH = 480;
    static final int PANEL_HEIGHT = 270;
    static final int GUTTER = 24;

    private Scenes() {}

    /// A sheet of three by three panels of 480x270 with unlike drawings, on magenta, which is in no panel.
    public static Picture sheet() {
        int width = 3 * PANEL_WIDTH + 4 * GUTTER;
        int height = 3 * PANEL_HEIGHT + 4 * GUTTER;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.MAGENTA);
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 9; i++) {
            Quad quad = panel(i);
            Graphics2D inside = (Graphics2D)
                    g.create((int) quad.topLeft().x(), (int) quad.topLeft().y(), PANEL_WIDTH, PANEL_HEIGHT);
            draw(inside, i);
            inside.dispose();
        }
        g.dispose();
        return picture(image);
    }

    static Quad panel(int i) {
        return Quad.rectangle(
                GUTTER + (i % 3) * (PANEL_WIDTH + GUTTER),
                GUTTER + (i / 3) * (PANEL_HEIGHT + GUTTER),
                PANEL_WIDTH,
                PANEL_HEIGHT);
    }

    private static void draw(Graphics2D g, int i) {
        SplittableRandom random = new SplittableRandom(i + 1);
        g.setColor(Color.getHSBColor(i / 9f, 0.3f, 0.9f));
        g.fillRect(0, 0, PANEL_WIDTH, PANEL_HEIGHT);
        for (int k = 0; k < 14; k++) {
            g.setColor(Color.getHSBColor(random.nextInt(50, 300) / 360f, 0.5f, (float) random.nextDouble(0.2, 0.95)));
            double side = random.nextDouble(20, 110);
            g.fill(new Ellipse2D.Double(
                    random.nextDouble(-20, PANEL_WIDTH), random.nextDouble(-20, PANEL_HEIGHT), side, side));
        }
        g.setColor(Color.BLACK);
        for (int k = 0; k < 8; k++) {
            g.drawLine(
                    random.nextInt(PANEL_WIDTH),
                    random.nextInt(PANEL_HEIGHT),
                    random.nextInt(PANEL_WIDTH),
                    random.nextInt(PANEL_HEIGHT));
        }
    }

    static Picture picture(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    public static Brief brief(Picture picture, FrameSize size, int frames) {
        Sheet whole = new Sheet(picture.width(), picture.height(), List.of(new Sheet.Panel(picture.bounds(), 1)));
        return new Brief("", List.of(new Reference(Brief.Role.REFERENCE, picture, whole)), size, frames, 99, true);
    }

    /// One shot of a whole picture.
    static Timeline still(FrameSize size, int frames, Picture picture, Move move) {
        Shot shot = new Shot(1, 0, frames, new View.Panel(0, picture.bounds()), move, Transition.CUT, "test");
        return new Timeline(Timeline.VERSION, size, frames, 99, List.of(shot), null);
    }

    /// The nine panels, each with another move, some dissolving.
    public static Timeline nine(FrameSize size, int frames, Sound sound) {
        Move.Kind[] kinds = {
            Move.Kind.PUSH_IN,
            Move.Kind.PAN_LEFT,
            Move.Kind.STATIC,
            Move.Kind.TILT_UP,
            Move.Kind.HANDHELD,
            Move.Kind.PULL_OUT,
            Move.Kind.TRUCK_RIGHT,
            Move.Kind.ORBIT,
            Move.Kind.CRANE_DOWN
        };
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int start = frames * i / 9;
            int end = frames * (i + 1) / 9;
            Transition transition = i == 0
                    ? new Transition(Transition.Kind.FADE_FROM_BLACK, 8)
                    : i % 3 == 1 ? new Transition(Transition.Kind.DISSOLVE, 9) : Transition.CUT;
            Move move = new Move(kinds[i], 0.1, Move.Easing.EASE_IN_OUT);
            shots.add(new Shot(i + 1, start, end - start, new View.Panel(0, panel(i)), move, transition, "test"));
        }
        return new Timeline(Timeline.VERSION, size, frames, 99, shots, sound);
    }

    public static Sound music(Sound.Mood mood, int frames) {
        return new Sound(
                7,
                96,
                mood,
                List.of(
                        new Sound.Ambience(Sound.Ambience.Kind.RAIN, 0, frames / 2),
                        new Sound.Ambience(Sound.Ambience.Kind.SEA, frames / 2, frames - frames / 2)));
    }
}
