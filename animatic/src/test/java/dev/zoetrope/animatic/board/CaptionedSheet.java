package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import dev.zoetrope.animatic.camera.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A storyboard sheet with printed captions, drawn from a seed, with the truth about what is written to each panel.
record CaptionedSheet(Picture picture, List<Quad> panels, List<Truth> captions) {
    /// What a caption says.
    ///
    /// @param line what is said, empty for nothing
    record Truth(String text, int number, double seconds, Kind move, String line) {}

    private record Word(Kind kind, String english, String chinese) {}

    private static final List<Word> MOVES = List.of(
            new Word(Kind.PUSH_IN, "Push in.", "缓慢推镜"),
            new Word(Kind.PUSH_IN, "Slow zoom in.", "推近"),
            new Word(Kind.PULL_OUT, "Pull back.", "镜头拉远"),
            new Word(Kind.PAN_LEFT, "Pan left.", "镜头左摇"),
            new Word(Kind.PAN_RIGHT, "Slow pan right.", "右摇"),
            new Word(Kind.TILT_UP, "Tilt up.", "镜头上摇"),
            new Word(Kind.TILT_DOWN, "Tilt down.", "俯摇"),
            new Word(Kind.TRACK, "Tracking shot.", "跟拍"),
            new Word(Kind.HANDHELD, "Handheld.", "手持镜头"),
            new Word(Kind.STATIC, "Static.", "固定镜头"),
            new Word(Kind.CRANE_UP, "Crane up.", "镜头上升"),
            new Word(Kind.ORBIT, "Orbit around her.", "镜头环绕"),
            new Word(Kind.TRUCK_LEFT, "Truck left.", "向左平移"));

    private static final List<String> ENGLISH_SCENES = List.of(
            "Dawn over the hills.",
            "A city street at night.",
            "The chase begins.",
            "Rain on the window.",
            "Two friends at a table.",
            "The old door opens.",
            "Out at sea.",
            "A hand takes the key.",
            "Crowd in the station.");

    private static final List<String> CHINESE_SCENES =
            List.of("黎明的山", "夜晚的街道", "追逐开始", "雨打窗户", "两个朋友坐在桌边", "旧门打开", "大海", "一只手拿起钥匙", "车站的人群");

    private static final List<String> ENGLISH_SIZES = List.of("Wide shot, ", "Close-up, ", "Medium shot, ", "");
    private static final List<String> CHINESE_SIZES = List.of("远景，", "特写，", "中景，", "全景，", "");

    private static final List<String> ENGLISH_LINES =
            List.of("We have to go!", "Where is the map?", "I knew you would come.", "Not without her.", "Run!");

    private static final List<String> CHINESE_LINES = List.of("我们得走了！", "地图在哪里？", "我知道你会来。", "快跑！", "别回头");

    static CaptionedSheet of(boolean chinese, long seed) {
        return new Maker(chinese, seed).make();
    }

    private static final class Maker {
        private final boolean chinese;
        private final SplittableRandom random;
        private final List<Truth> truths = new ArrayList<>();
        private final List<Quad> quads = new ArrayList<>();

        Maker(boolean chinese, long seed) {
            this.chinese = chinese;
            this.random = new SplittableRandom(seed * 7919 + (chinese ? 1 : 0));
        }

        CaptionedSheet make() {
            int rows = random.nextInt(2, 4);
            int columns = random.nextInt(2, 4);
            int wide = random.nextInt(380, 560);
            int high = (int) (wide / List.of(16 / 9.0, 4 / 3.0).get(random.nextInt(2)));
            int gap = random.nextInt(18, 44);
            int margin = random.nextInt(24, 70);
            int size = random.nextInt(17, 24);
            int style = random.nextInt(4);
            int room = 2 * size + 26;
            int title = random.nextBoolean() ? 60 : 0;
            var image = new BufferedImage(
                    2 * margin + columns * wide + (columns - 1) * gap,
                    2 * margin + title + rows * (high + room) + (rows - 1) * gap,
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Color paper = new Color(random.nextInt(235, 256), random.nextInt(232, 256), random.nextInt(222, 256));
            pen.setColor(paper);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            int ink = random.nextInt(70);
            Color writing = new Color(ink, ink, ink);
            if (title > 0) {
                write(pen, chinese ? "分镜脚本：追逐" : "THE CHASE  storyboard v2", margin, margin + 30, 34, writing);
            }
            var pictures = new SyntheticPicture(SheetKind.PLAIN, paper, true, random);
            for (int i = 0; i < rows * columns; i++) {
                int x = margin + i % columns * (wide + gap);
                int row = i / columns;
                int y = margin + title + row * (high + room + gap);
                pen.setColor(new Color(20, 20, 20));
                pen.fillRect(x - 2, y - 2, wide + 4, high + 4);
                pen.drawImage(pictures.draw(wide, high), x, y, null);
                quads.add(Quad.rectangle(x, y, wide, high));
                Truth truth = truth(i + 1, style);
                truths.add(truth);
                caption(pen, truth.text(), x, y + high + 12 + size, size, wide, writing);
            }
            pen.dispose();
            return new CaptionedSheet(
                    TestPictures.picture(TestPictures.throughJpeg(image, random.nextDouble(0.7, 0.95))), quads, truths);
        }

        private Truth truth(int number, int style) {
            double seconds = random.nextInt(2, 9) / 2.0;
            String shown = String.format(Locale.ROOT, seconds % 1 == 0 ? "%.0f" : "%.1f", seconds);
            Word move = MOVES.get(random.nextInt(MOVES.size()));
            boolean speaks = random.nextInt(3) == 0;
            String line = speaks ? one(chinese ? CHINESE_LINES : ENGLISH_LINES) : "";
            String text;
            if (chinese) {
                String head = switch (style) {
                    case 0 -> "镜头" + number + " (" + shown + "秒) ";
                    case 1 -> number + "、" + shown + "秒，";
                    case 2 -> "镜号：" + number + " 时长：" + shown + "秒 ";
                    default -> "【镜头" + number + "】" + shown + "s ";
                };
                text = head + one(CHINESE_SIZES) + one(CHINESE_SCENES) + "，" + move.chinese()
                        + (speaks ? "：“" + line + "”" : "");
            } else {
                String head = switch (style) {
                    case 0 -> number + " (" + shown + "s) ";
                    case 1 -> "Shot " + number + ": " + shown + "s. ";
                    case 2 -> String.format(Locale.ROOT, "SC%02d  %s sec. ", number, shown);
                    default -> "#" + number + " - " + shown + "s - ";
                };
                text = head + one(ENGLISH_SIZES) + one(ENGLISH_SCENES) + " " + move.english()
                        + (speaks ? " \"" + line + "\"" : "");
            }
            return new Truth(text, number, seconds, move.kind(), line);
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /// At most two lines, broken between words or ideographs.
        private void caption(Graphics2D pen, String text, int x, int baseline, int size, int wide, Color ink) {
            Lettering lettering = Lettering.get();
            int end = text.length();
            while (lettering.width(text.substring(0, end)) * size > wide) {
                int space = text.lastIndexOf(' ', end - 1);
                end = chinese || space < 0 ? end - 1 : space;
            }
            write(pen, text.substring(0, end), x, baseline, size, ink);
            write(pen, text.substring(end).strip(), x, baseline + (int) (1.4 * size), size, ink);
        }

        private static void write(Graphics2D pen, String text, int x, int baseline, int size, Color ink) {
            pen.setColor(ink);
            pen.fill(Lettering.get().outline(text, x, baseline, size));
        }
    }
}
