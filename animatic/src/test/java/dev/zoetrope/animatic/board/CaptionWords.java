package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What is written to the panels of a drawn sheet, in English or Chinese, in one way of writing.
final class CaptionWords {
    /// What a caption says.
    ///
    /// @param text as it is written
    /// @param line what is said, empty for nothing
    /// @param cells the same for a shot table: number, scene, size, move, length, dialogue
    /// @param scene which of [#SCENES] it is about
    record Truth(String text, int number, double seconds, Kind move, String line, List<String> cells, int scene) {}

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

    static final List<String> ENGLISH_HEAD = List.of("No.", "Picture", "Action", "Size", "Move", "Time", "Dialogue");
    static final List<String> CHINESE_HEAD = List.of("镜号", "画面", "内容", "景别", "运镜", "时长", "台词");

    private final boolean chinese;
    private final SplittableRandom random;
    private final int style;

    CaptionWords(boolean chinese, SplittableRandom random) {
        this.chinese = chinese;
        this.random = random;
        this.style = random.nextInt(4);
    }

    Truth next(int number) {
        double seconds = random.nextInt(2, 9) / 2.0;
        String shown = String.format(Locale.ROOT, seconds % 1 == 0 ? "%.0f" : "%.1f", seconds);
        Word move = MOVES.get(random.nextInt(MOVES.size()));
        boolean speaks = random.nextInt(3) == 0;
        String line = speaks ? one(chinese ? CHINESE_LINES : ENGLISH_LINES) : "";
        String size = one(chinese ? CHINESE_SIZES : ENGLISH_SIZES);
        int scene = random.nextInt(ENGLISH_SCENES.size());
        String shows = (chinese ? CHINESE_SCENES : ENGLISH_SCENES).get(scene);
        String text = head(number, shown)
                + size
                + shows
                + (chinese ? "，" + move.chinese() : " " + move.english())
                + (speaks ? chinese ? "：“" + line + "”" : " \"" + line + "\"" : "");
        List<String> cells = List.of(
                String.valueOf(number),
                shows,
                size.replaceAll("[,， ]+$", ""),
                chinese ? move.chinese() : move.english().replace(".", ""),
                shown + (chinese ? "秒" : "s"),
                line);
        return new Truth(text, number, seconds, move.kind(), line, cells, scene);
    }

    private String head(int number, String shown) {
        return chinese
                ? switch (style) {
                    case 0 -> "镜头" + number + " (" + shown + "秒) ";
                    case 1 -> number + "、" + shown + "秒，";
                    case 2 -> "镜号：" + number + " 时长：" + shown + "秒 ";
                    default -> "【镜头" + number + "】" + shown + "s ";
                }
                : switch (style) {
                    case 0 -> number + " (" + shown + "s) ";
                    case 1 -> "Shot " + number + ": " + shown + "s. ";
                    case 2 -> String.format(Locale.ROOT, "SC%02d  %s sec. ", number, shown);
                    default -> "#" + number + " - " + shown + "s - ";
                };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
