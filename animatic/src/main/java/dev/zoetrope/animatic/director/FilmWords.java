package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.SheetHints;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a prompt says about the film as a whole and about its storyboard: length, rows and columns, direction.
public final class FilmWords {
    private static final Pattern LENGTH = Pattern.compile(
            "(?:总?时长|全片|片长|总长|\\b(?:total |film )?(?:duration|length|runtime))\\s*(?:约|是|为|of|is)?\\s*[:：]?\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*(?:秒|s\\b|sec)"
                    + "|(?<![\\d.-])(\\d{1,3})[- ]?(?:秒钟?的?(?:视频|短片|影片|片头|动画|广告)|(?:s|sec|second)[- ](?:long )?(?:film|video|clip|animatic|opener|spot|teaser|trailer))",
            Pattern.CASE_INSENSITIVE);

    private static final String COUNT = "(\\d{1,2}|one|two|three|four|five|six|[一二两三四五六七八九十])";

    private static final Pattern GRID = Pattern.compile(
            "(?<![\\d.:])(\\d{1,2})\\s*[x×✕＊*乘]\\s*(\\d{1,2})(?![\\d.:]|\\s*(?:px|像素|pixel))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ROWS_OF =
            Pattern.compile("\\b" + COUNT + "\\s+rows?\\s+of\\s+" + COUNT + "\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COLUMNS_OF =
            Pattern.compile("\\b" + COUNT + "\\s+columns?\\s+of\\s+" + COUNT + "\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROWS = Pattern.compile(COUNT + "\\s*(?:rows?\\b|行|排)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COLUMNS =
            Pattern.compile(COUNT + "\\s*(?:col(?:umn)?s?\\b|列|栏)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CELLS =
            Pattern.compile("(四|六|八|九|十二|十六|4|6|8|9|12|16)\\s*(?:宫格|格(?:漫画|分镜|故事)|[- ]?panel grid)");

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile(
            "right[ -]to[ -]left|\\bRTL\\b|从右(?:到|往|向|至)左|自右(?:至|向|而)左|由右(?:至|向|到)左|manga order|日漫(?:阅读)?顺序|日式(?:阅读)?顺序",
            Pattern.CASE_INSENSITIVE);

    private FilmWords() {}

    /// How long the film is to be.
    static OptionalDouble seconds(String prompt) {
        Matcher matcher = LENGTH.matcher(prompt);
        if (!matcher.find()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }

    /// What is said about the storyboard: "3x3" (columns by rows, which is the same for most), 九宫格, "4 rows of 2",
    /// 3行4列, "right to left".
    public static SheetHints hints(String prompt) {
        boolean rightToLeft = RIGHT_TO_LEFT.matcher(prompt).find();
        OptionalInt rows = OptionalInt.empty();
        OptionalInt columns = OptionalInt.empty();
        Matcher rowsOf = ROWS_OF.matcher(prompt);
        Matcher columnsOf = COLUMNS_OF.matcher(prompt);
        Matcher grid = GRID.matcher(prompt);
        Matcher cells = CELLS.matcher(prompt);
        if (rowsOf.find()) {
            rows = count(rowsOf.group(1));
            columns = count(rowsOf.group(2));
        } else if (columnsOf.find()) {
            columns = count(columnsOf.group(1));
            rows = count(columnsOf.group(2));
        } else if (grid.find() && isGrid(grid)) {
            rows = count(grid.group(1));
            columns = count(grid.group(2));
        } else if (cells.find()) {
            rows = cellRows(cells.group(1));
            columns = cellColumns(cells.group(1));
        } else {
            rows = first(ROWS, prompt);
            columns = first(COLUMNS, prompt);
        }
        return new SheetHints(rows, columns, rightToLeft);
    }

    private static boolean isGrid(Matcher grid) {
        return count(grid.group(1)).isPresent() && count(grid.group(2)).isPresent();
    }

    private static OptionalInt first(Pattern pattern, String prompt) {
        Matcher matcher = pattern.matcher(prompt);
        return matcher.find() ? count(matcher.group(1)) : OptionalInt.empty();
    }

    private static OptionalInt count(String written) {
        int count = switch (written.toLowerCase(java.util.Locale.ROOT)) {
            case "one", "一" -> 1;
            case "two", "二", "两" -> 2;
            case "three", "三" -> 3;
            case "four", "四" -> 4;
            case "five", "五" -> 5;
            case "six", "六" -> 6;
            case "七" -> 7;
            case "八" -> 8;
            case "九" -> 9;
            case "十" -> 10;
            default -> Integer.parseInt(written);
        };
        return count >= 1 && count <= SheetHints.MOST ? OptionalInt.of(count) : OptionalInt.empty();
    }

    /// Squares are sure; of the others only nothing is said about which side is longer.
    private static OptionalInt cellRows(String cells) {
        return switch (cells) {
            case "四", "4" -> OptionalInt.of(2);
            case "九", "9" -> OptionalInt.of(3);
            case "十六", "16" -> OptionalInt.of(4);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt cellColumns(String cells) {
        return cellRows(cells);
    }
}
