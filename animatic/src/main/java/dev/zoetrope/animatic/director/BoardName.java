package dev.zoetrope.animatic.director;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out which image a prompt calls its storyboard: "按 Image 1 的故事版生成视频", "use [Image2] as the storyboard",
/// 参考@图片1中的分镜.
final class BoardName {
    private static final Pattern IMAGE = Pattern.compile(
            "[@\\[<【]*\\s*(?:images?|pictures?|图片?|图像)[ _]?(\\d{1,2})\\s*[\\]>】]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BOARD = Pattern.compile(
            "故事[版板]|分镜|宫格|镜头表|脚本图|漫画|story[- ]?board|\\bpanels?\\b|\\bshot (?:list|script)|\\bcomic",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STOP = Pattern.compile("[,.;\\n，。；]");

    /// A name after the word, or in another clause, is worth less than one before it in the same.
    private static final int AFTER = 20;

    private static final int OTHER_CLAUSE = 200;

    private BoardName() {}

    /// The index of the image from 0, empty when the prompt names none.
    static OptionalInt find(String prompt) {
        int best = Integer.MAX_VALUE;
        int named = -1;
        Matcher board = BOARD.matcher(prompt);
        while (board.find()) {
            Matcher image = IMAGE.matcher(prompt);
            while (image.find()) {
                int distance = distance(prompt, board, image);
                int number = Integer.parseInt(image.group(1));
                if (distance < best && number > 0) {
                    best = distance;
                    named = number - 1;
                }
            }
        }
        return named < 0 ? OptionalInt.empty() : OptionalInt.of(named);
    }

    private static int distance(String prompt, Matcher board, Matcher image) {
        boolean isBefore = image.end() <= board.start();
        int from = isBefore ? image.end() : board.end();
        int to = isBefore ? board.start() : image.start();
        String between = prompt.substring(Math.min(from, to), to);
        return between.length()
                + (isBefore ? 0 : AFTER)
                + (STOP.matcher(between).find() ? OTHER_CLAUSE : 0);
    }
}
