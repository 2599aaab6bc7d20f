package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;

/// Reads moves, clips, captions and the grade of a timeline, and reports each fault with its path.
final class ExtrasReader {
    /// No clip is longer than a film may be, and no index is larger.
    private static final int MOST = 14_400;

    /// A pose for each frame of the longest shot that anyone follows.
    private static final int MOST_KEYS = 2_000;

    /// Farther than this, in frames, no picture reaches.
    private static final double FARTHEST = 20;

    private static final double NEAREST = 20;

    /// Degrees. A film that is turned farther is turned over.
    private static final double MOST_ROLL = 45;

    private ExtrasReader() {}

    static Extras read(JsonFields fields, List<Shot> shots) {
        List<Extras.Clip> clips =
                fields.optionalList("clips").stream().map(ExtrasReader::source).toList();
        for (int i = 0; i < shots.size(); i++) {
            boolean isMissing =
                    shots.get(i).view() instanceof View.Clip(int reference, int _) && reference >= clips.size();
            if (isMissing && !clips.isEmpty()) {
                throw new MalformedTimeline(
                        "$.shots[" + i + "].view.clip.reference must be an index into $.clips, which" + " has "
                                + clips.size() + ", counted from 0");
            }
        }
        return new Extras(
                clips,
                fields.isAbsent("captions") ? Extras.Captions.SOFT : fields.word("captions", Extras.Captions.class),
                fields.isAbsent("grade") ? null : grade(fields.object("grade")));
    }

    private static Extras.Clip source(JsonFields fields) {
        fields.only("file", "frames");
        return new Extras.Clip(fields.text("file"), fields.integer("frames", 1, MOST));
    }

    private static Grade grade(JsonFields fields) {
        fields.only("matrix", "shift");
        return new Grade(
                fields.reals("matrix", 9, -Grade.MOST, Grade.MOST), fields.reals("shift", 3, -Grade.MOST, Grade.MOST));
    }

    static View clip(JsonFields fields) {
        fields.only("reference", "from");
        return new View.Clip(fields.integer("reference", 0, MOST), fields.integer("from", 0, MOST));
    }

    static Move move(JsonFields fields) {
        fields.only("kind", "amount", "easing", "path");
        var kind = fields.word("kind", Move.Kind.class);
        List<JsonFields> keys = fields.optionalList("path");
        if (kind == Move.Kind.PATH == keys.isEmpty()) {
            throw new MalformedTimeline(fields.path()
                    + (keys.isEmpty()
                            ? ".path is missing; a move of kind path needs its poses"
                            : ".path goes only with kind path; leave it out or change kind"));
        }
        if (keys.size() > MOST_KEYS) {
            throw new MalformedTimeline(
                    fields.path() + ".path has " + keys.size() + " poses, but at most " + MOST_KEYS + " are taken");
        }
        var path = new ArrayList<Move.Key>();
        for (JsonFields key : keys) {
            path.add(key(key, path.isEmpty() ? -1 : path.getLast().at()));
        }
        return new Move(kind, fields.real("amount", 0, 1), fields.word("easing", Move.Easing.class), path);
    }

    private static Move.Key key(JsonFields fields, double before) {
        fields.only("at", "x", "y", "scale", "roll");
        double at = fields.real("at", 0, 1);
        if (at <= before) {
            throw new MalformedTimeline(fields.path() + ".at is " + at + ", but the pose before it is at " + before
                    + "; poses go forward in time");
        }
        var pose = new Pose(
                fields.real("x", -FARTHEST, FARTHEST),
                fields.real("y", -FARTHEST, FARTHEST),
                fields.real("scale", 1 / NEAREST, NEAREST),
                fields.real("roll", -MOST_ROLL, MOST_ROLL));
        return new Move.Key(at, pose);
    }
}
