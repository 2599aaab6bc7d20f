package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.board.Surround.Side;
import dev.zoetrope.animatic.words.Grey;
import dev.zoetrope.animatic.words.Reading;
import dev.zoetrope.animatic.words.WordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a shot table: a row for each panel, with columns of words to its sides, and perhaps a head that says what
/// they hold (镜号 | 画面 | 景别 | 运镜 | 时长 | 台词). The head's words become labels before the cells.
final class ShotTable {
    private static final double SURE = 0.5;

    /// Columns stand apart by this many heights of a line.
    private static final double COLUMN_GAP = 0.9;

    private static final Pattern HEAD = Pattern.compile(
            "镜号|镜头|编号|序号|画面|景别|运镜|摄法|机位|时长|时间|秒数|台词|对白|旁白|音效|声音|音乐|配乐|转场|备注|内容"
                    + "|\\bno\\.?|#|shots?|picture|image|frame|size|camera|move|movement|time|duration|length|dialogue|"
                    + "lines?|sound|sfx|audio|music|notes?|action|description|transition",
            Pattern.CASE_INSENSITIVE);

    private final Grey grey;
    private final CaptionPlaces places;
    private final WordReader words;

    ShotTable(Grey grey, CaptionPlaces places, WordReader words) {
        this.grey = grey;
        this.places = places;
        this.words = words;
    }

    private record Cell(int row, int column, List<Box> lines) {}

    /// A caption for each panel.
    List<Caption> read() {
        List<Box> panels = places.panels();
        List<int[]> columns = columns();
        int tallest = (int) Math.ceil(CaptionPlaces.TITLE
                * InkLines.usualHeight(
                        places.lines().stream().flatMap(List::stream).toList()));
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < columns.size(); column++) {
            int[] sides = columns.get(column);
            cells.add(new Cell(-1, column, head(sides)));
            for (int row = 0; row < panels.size(); row++) {
                Box band = band(row);
                List<Box> lines =
                        InkLines.of(places.ink(), new Box(sides[0], band.top(), sides[1], band.bottom()), tallest);
                cells.add(new Cell(row, column, inRow(row, CaptionPlaces.belowTitle(lines, tallest))));
            }
        }
        List<Grey> strips = cells.stream()
                .flatMap(cell -> cell.lines().stream())
                .map(line -> CaptionReader.strip(grey, line))
                .toList();
        return captions(cells, words.read(strips), panels.size(), columns.size());
    }

    /// Above the first row stand the title and the head.
    private List<Box> inRow(int row, List<Box> lines) {
        int top = places.panels().get(row).top();
        return row > 0
                ? lines
                : lines.stream().filter(line -> line.bottom() > top).toList();
    }

    private static List<Caption> captions(List<Cell> cells, List<Reading> readings, int rows, int columns) {
        var heads = new String[columns];
        var texts = new ArrayList<List<Reading>>();
        for (int row = 0; row < rows; row++) {
            texts.add(new ArrayList<>());
        }
        int at = 0;
        for (Cell cell : cells) {
            Caption caption =
                    CaptionReader.caption(readings.subList(at, at + cell.lines().size()), SURE);
            at += cell.lines().size();
            if (cell.row() < 0) {
                String head = caption.text().strip();
                heads[cell.column()] = HEAD.matcher(head).lookingAt() ? head : "";
            } else if (!caption.isEmpty()) {
                String head = heads[cell.column()];
                String label = head.isEmpty() ? "" : head + "：";
                texts.get(cell.row()).add(new Reading(label + caption.text() + "；", caption.confidence()));
            }
        }
        return texts.stream().map(text -> CaptionReader.caption(text, SURE)).toList();
    }

    /// The height of a row of the table, from half-way to the row above to half-way to the one below.
    private Box band(int row) {
        var surround = new Surround(places.panels(), grey.width(), grey.height());
        Box right = surround.room(row, Side.RIGHT);
        Box panel = places.panels().get(row);
        int reach = panel.height() / 6;
        return new Box(
                0,
                Math.max(right.top(), panel.top() - reach),
                grey.width(),
                Math.min(right.bottom(), panel.bottom() + reach));
    }

    private List<int[]> columns() {
        var parts = new ArrayList<Box>();
        var lines = new ArrayList<Box>();
        Box panel = places.panels().getFirst();
        for (int row = 0; row < places.panels().size(); row++) {
            Box band = band(row);
            Box own = places.panels().get(row);
            parts.add(new Box(0, band.top(), own.left(), band.bottom()));
            parts.add(new Box(own.right(), band.top(), grey.width(), band.bottom()));
            lines.addAll(places.lines().get(row));
        }
        int gap = (int) (COLUMN_GAP * Math.max(8, InkLines.usualHeight(lines)));
        return InkLines.columns(places.ink(), parts, gap).stream()
                .filter(sides -> sides[1] <= panel.left() || sides[0] >= panel.left())
                .toList();
    }

    /// The last line above the first row, in a column.
    private List<Box> head(int[] sides) {
        int room = (sides[1] - sides[0]) / 4 + 12;
        Box first = band(0);
        List<Box> lines = InkLines.lastBlock(
                InkLines.of(places.ink(), new Box(sides[0] - room, 0, sides[1] + room, first.top())));
        return lines.isEmpty() ? List.of() : List.of(lines.getLast());
    }
}
