package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Sound.Effect;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Mark;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Source;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads a timeline from a JSON tree, and reports each fault with its path.
final class TimelineReader {
    /// No side, film or index is larger than this, and all sums of two stay whole.
    private static final int MOST = 1_000_000;

    /// No text is longer; a timeline of a film holds some hundred words.
    private static final int MOST_SHOTS = 2_000;

    /// A film longer than ten minutes is no animatic; it also bounds what one file can make a server do.
    private static final int MOST_FRAMES = 600 * Timeline.FRAMES_PER_SECOND;

    /// The longest side of a frame, that of 4K with room.
    private static final int MOST_SIDE = 4_400;

    private TimelineReader() {}

    static Timeline read(JsonNode tree) {
        var fields = new JsonFields("$", tree);
        fields.only(
                "version",
                "width",
                "height",
                "frames",
                "seed",
                "pictures",
                "shots",
                "sound",
                "marks",
                "clips",
                "captions",
                "grade");
        int version = fields.integer("version", Timeline.VERSION, Timeline.VERSION);
        var size = fields.checked(
                () -> new FrameSize(fields.integer("width", 2, MOST_SIDE), fields.integer("height", 2, MOST_SIDE)));
        long seed = fields.number("seed");
        List<Source> pictures = fields.optionalList("pictures").stream()
                .map(TimelineReader::source)
                .toList();
        List<Shot> shots = shots(fields, pictures.size());
        int end = shots.getLast().end();
        int frames = fields.isAbsent("frames") ? end : fields.integer("frames", 1, MOST_FRAMES);
        if (frames != end) {
            throw new MalformedTimeline("$.frames is " + frames + ", but the shots end at frame " + end
                    + "; make the last shot longer or shorter, or leave frames out");
        }
        Sound sound = fields.isAbsent("sound") ? null : sound(fields.object("sound"), frames);
        List<Mark> marks = fields.optionalList("marks").stream()
                .map(mark -> mark(mark, frames))
                .toList();
        Extras extras = ExtrasReader.read(fields, shots);
        return fields.checked(() -> new Timeline(version, size, frames, seed, pictures, shots, sound, marks, extras));
    }

    private static Source source(JsonFields fields) {
        fields.only("file", "width", "height");
        return new Source(fields.text("file"), fields.integer("width", 1, MOST), fields.integer("height", 1, MOST));
    }

    private static Mark mark(JsonFields fields, int frames) {
        fields.only("frame", "text");
        return new Mark(fields.integer("frame", 0, frames - 1), fields.text("text"));
    }

    private static List<Shot> shots(JsonFields fields, int pictures) {
        List<JsonFields> items = fields.list("shots");
        if (items.isEmpty() || items.size() > MOST_SHOTS) {
            throw new MalformedTimeline("$.shots must have 1 to " + MOST_SHOTS + " shots, but has " + items.size());
        }
        var shots = new ArrayList<Shot>();
        int at = 0;
        for (JsonFields item : items) {
            Shot shot = shot(item, shots.size() + 1, at, pictures);
            int before = shots.isEmpty() ? 0 : shots.getLast().length();
            checkTransition(item, shot, before);
            shots.add(shot);
            at = shot.end();
            if (at > MOST_FRAMES) {
                throw new MalformedTimeline(
                        item.path() + " ends at frame " + at + ", but a film has at most " + MOST_FRAMES + " frames");
            }
        }
        return shots;
    }

    private static Shot shot(JsonFields fields, int next, int at, int pictures) {
        fields.only(
                "number",
                "start",
                "length",
                "view",
                "move",
                "transition",
                "lines",
                "life",
                "fade_out",
                "depth",
                "reason");
        int number = fields.isAbsent("number") ? next : fields.integer("number", 1, MOST);
        int start = fields.isAbsent("start") ? at : fields.integer("start", 0, MOST);
        if (start != at) {
            throw new MalformedTimeline(fields.path() + ".start is " + start + ", but the shot before it ends at frame "
                    + at + (start < at ? ", so they overlap" : ", so there is a gap")
                    + "; set it to " + at + " or leave it out");
        }
        int length = fields.integer("length", 1, MOST_FRAMES);
        List<Line> lines = fields.optionalList("lines").stream()
                .map(line -> line(line, length))
                .toList();
        return new Shot(
                number,
                start,
                length,
                view(fields.object("view"), pictures),
                ExtrasReader.move(fields.object("move")),
                transition(fields.object("transition")),
                lines,
                fields.isAbsent("life") ? Life.NONE : fields.word("life", Life.class),
                fields.isAbsent("fade_out") ? 0 : fields.integer("fade_out", 0, length),
                fields.isAbsent("depth") ? 0 : fields.real("depth", 0, 1),
                fields.isAbsent("reason") ? "" : fields.text("reason"));
    }

    /// Dissolves take place inside both shots; a longer one would show a picture that is over.
    private static void checkTransition(JsonFields item, Shot shot, int before) {
        int frames = shot.transition().frames();
        Transition.Kind kind = shot.transition().kind();
        if (kind.overlaps() && before == 0) {
            throw new MalformedTimeline(
                    item.path() + ".transition.kind is " + kind.name().toLowerCase(Locale.ROOT)
                            + ", but there is no shot before it;"
                            + " use cut or fade_from_black");
        }
        if (frames > shot.length()) {
            throw new MalformedTimeline(item.path() + ".transition.frames is " + frames + ", but the shot has only "
                    + shot.length() + " frames");
        }
        if (frames + shot.fadeOut() > shot.length()) {
            throw new MalformedTimeline(item.path() + ".fade_out is " + shot.fadeOut() + ", but after the transition"
                    + " there are only " + (shot.length() - frames) + " frames left");
        }
    }

    private static Line line(JsonFields fields, int shot) {
        fields.only("at", "length", "speaker", "words");
        var line = new Line(
                fields.integer("at", 0, MOST),
                fields.integer("length", 1, MOST),
                fields.isAbsent("speaker") ? "" : fields.text("speaker"),
                fields.text("words"));
        if (line.at() + line.length() > shot) {
            throw new MalformedTimeline(fields.path() + " ends " + (line.at() + line.length())
                    + " frames into its shot, which has only " + shot + ", so the line would be cut off;"
                    + " make the shot longer or the line shorter");
        }
        return line;
    }

    private static View view(JsonFields fields, int pictures) {
        if (!fields.isAbsent("card")) {
            fields.only("card");
            JsonFields card = fields.object("card");
            card.only("text", "scene", "seed");
            return new View.Card(card.text("text"), card.text("scene"), card.number("seed"));
        }
        if (!fields.isAbsent("clip")) {
            fields.only("clip");
            return ExtrasReader.clip(fields.object("clip"));
        }
        fields.only("panel");
        JsonFields panel = fields.object("panel");
        panel.only("reference", "quad");
        int reference = panel.integer("reference", 0, MOST);
        if (pictures > 0 && reference >= pictures) {
            throw new MalformedTimeline(panel.path() + ".reference is " + reference + ", but $.pictures has only "
                    + pictures + (pictures == 1 ? " picture" : " pictures") + ", counted from 0");
        }
        double[][] corners = panel.pairs("quad", 4);
        var quad = new Quad(point(corners[0]), point(corners[1]), point(corners[2]), point(corners[3]));
        panel.checked(() -> Homography.fromUnitSquare(quad));
        return new View.Panel(reference, quad);
    }

    private static Quad.Point point(double[] pair) {
        return new Quad.Point(pair[0], pair[1]);
    }

    private static Transition transition(JsonFields fields) {
        fields.only("kind", "frames");
        return new Transition(fields.word("kind", Transition.Kind.class), fields.integer("frames", 0, MOST));
    }

    private static Sound sound(JsonFields fields, int frames) {
        fields.only("seed", "tempo", "mood", "music", "ambiences", "effects");
        List<Ambience> ambiences = fields.list("ambiences").stream()
                .map(ambience -> ambience(ambience, frames))
                .toList();
        List<Effect> effects = fields.optionalList("effects").stream()
                .map(effect -> effect(effect, frames))
                .toList();
        return new Sound(
                fields.number("seed"),
                fields.real("tempo", 20, 400),
                fields.word("mood", Sound.Mood.class),
                ambiences,
                effects,
                fields.isAbsent("music") ? "" : fields.text("music"));
    }

    private static Ambience ambience(JsonFields fields, int frames) {
        fields.only("kind", "start", "length");
        return new Ambience(
                fields.word("kind", Ambience.Kind.class),
                fields.integer("start", 0, frames - 1),
                fields.integer("length", 1, MOST));
    }

    private static Effect effect(JsonFields fields, int frames) {
        fields.only("start", "length", "words");
        return new Effect(
                fields.integer("start", 0, frames - 1), fields.integer("length", 1, MOST), fields.text("words"));
    }
}
