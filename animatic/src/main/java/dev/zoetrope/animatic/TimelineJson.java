package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Sound;
import dev.zoetrope.animatic.Timeline.Sound.Ambience;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A timeline as JSON, to be printed, compared, edited and rendered again. What is written reads back equal.
///
/// ```json
/// {
///   "version": 1, "width": 864, "height": 496, "frames": 361, "seed": 99,
///   "shots": [
///     {
///       "number": 1, "start": 0, "length": 40,
///       "view": {"panel": {"reference": 0, "quad": [[40.0,110.0],[520.0,110.0],[520.0,380.0],[40.0,380.0]]}},
///       "move": {"kind": "pan_left", "amount": 0.08, "easing": "ease_in_out"},
///       "transition": {"kind": "cut", "frames": 0},
///       "reason": "pan left, from the prompt"
///     }
///   ],
///   "sound": {
///     "seed": 7, "tempo": 72.0, "mood": "calm",
///     "ambiences": [{"kind": "rain", "start": 0, "length": 361}]
///   }
/// }
/// ```
///
/// A quad lists its corners clockwise from the top left. A view is a `panel`, or a `card` with `text`, `scene` and
/// `seed`. `sound` is null, or absent, for a silent film. Every other field is needed, and no other is allowed, so a
/// slip of the pen is not silently ignored. Thread-safe.
public final class TimelineJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TimelineJson() {}

    /// Writes a timeline, indented.
    public static String write(Timeline timeline) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", timeline.version());
        root.put("width", timeline.size().width());
        root.put("height", timeline.size().height());
        root.put("frames", timeline.frames());
        root.put("seed", timeline.seed());
        ArrayNode shots = root.putArray("shots");
        timeline.shots().forEach(shot -> write(shot, shots.addObject()));
        Sound sound = timeline.sound();
        if (sound == null) {
            root.putNull("sound");
        } else {
            write(sound, root.putObject("sound"));
        }
        return MAPPER.writeValueAsString(root);
    }

    private static void write(Shot shot, ObjectNode to) {
        to.put("number", shot.number());
        to.put("start", shot.start());
        to.put("length", shot.length());
        write(shot.view(), to.putObject("view"));
        to.putObject("move")
                .put("kind", word(shot.move().kind()))
                .put("amount", shot.move().amount())
                .put("easing", word(shot.move().easing()));
        to.putObject("transition")
                .put("kind", word(shot.transition().kind()))
                .put("frames", shot.transition().frames());
        to.put("reason", shot.reason());
    }

    private static void write(View view, ObjectNode to) {
        switch (view) {
            case View.Panel(int reference, Quad quad) -> {
                ObjectNode panel = to.putObject("panel");
                panel.put("reference", reference);
                ArrayNode corners = panel.putArray("quad");
                for (Quad.Point corner :
                        List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft())) {
                    corners.addArray().add(corner.x()).add(corner.y());
                }
            }
            case View.Card(String text, String scene, long seed) ->
                to.putObject("card").put("text", text).put("scene", scene).put("seed", seed);
        }
    }

    private static void write(Sound sound, ObjectNode to) {
        to.put("seed", sound.seed()).put("tempo", sound.tempo()).put("mood", word(sound.mood()));
        ArrayNode ambiences = to.putArray("ambiences");
        for (Ambience ambience : sound.ambiences()) {
            ambiences
                    .addObject()
                    .put("kind", word(ambience.kind()))
                    .put("start", ambience.start())
                    .put("length", ambience.length());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Reads a timeline; throws [MalformedTimeline], whose message names the path of the fault.
    public static Timeline read(String json) {
        try {
            return timeline(new JsonFields("$", MAPPER.readTree(json)));
        } catch (JacksonException e) {
            throw new MalformedTimeline("$ is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Timeline timeline(JsonFields fields) {
        fields.only("version", "width", "height", "frames", "seed", "shots", "sound");
        int version = fields.integer("version", Timeline.VERSION, Timeline.VERSION);
        var size = fields.checked(
                () -> new FrameSize(fields.integer("width", 2, MOST), fields.integer("height", 2, MOST)));
        int frames = fields.integer("frames", 1, MOST);
        long seed = fields.number("seed");
        List<Shot> shots = fields.list("shots").stream().map(TimelineJson::shot).toList();
        Sound sound = fields.isAbsent("sound") ? null : sound(fields.object("sound"));
        return fields.checked(() -> new Timeline(version, size, frames, seed, shots, sound));
    }

    /// No side, film or index is larger than this, and all sums of two stay whole.
    private static final int MOST = 1_000_000;

    private static Shot shot(JsonFields fields) {
        fields.only("number", "start", "length", "view", "move", "transition", "reason");
        return new Shot(
                fields.integer("number", 1, MOST),
                fields.integer("start", 0, MOST),
                fields.integer("length", 1, MOST),
                view(fields.object("view")),
                move(fields.object("move")),
                transition(fields.object("transition")),
                fields.text("reason"));
    }

    private static View view(JsonFields fields) {
        if (!fields.isAbsent("card")) {
            fields.only("card");
            JsonFields card = fields.object("card");
            card.only("text", "scene", "seed");
            return new View.Card(card.text("text"), card.text("scene"), card.number("seed"));
        }
        fields.only("panel");
        JsonFields panel = fields.object("panel");
        panel.only("reference", "quad");
        double[][] corners = panel.pairs("quad", 4);
        return new View.Panel(
                panel.integer("reference", 0, MOST),
                new Quad(point(corners[0]), point(corners[1]), point(corners[2]), point(corners[3])));
    }

    private static Quad.Point point(double[] pair) {
        return new Quad.Point(pair[0], pair[1]);
    }

    private static Move move(JsonFields fields) {
        fields.only("kind", "amount", "easing");
        return new Move(
                fields.word("kind", Move.Kind.class),
                fields.real("amount", 0, 1),
                fields.word("easing", Move.Easing.class));
    }

    private static Transition transition(JsonFields fields) {
        fields.only("kind", "frames");
        return new Transition(fields.word("kind", Transition.Kind.class), fields.integer("frames", 0, MOST));
    }

    private static Sound sound(JsonFields fields) {
        fields.only("seed", "tempo", "mood", "ambiences");
        List<Ambience> ambiences =
                fields.list("ambiences").stream().map(TimelineJson::ambience).toList();
        return new Sound(
                fields.number("seed"), fields.real("tempo", 1, 1000), fields.word("mood", Sound.Mood.class), ambiences);
    }

    private static Ambience ambience(JsonFields fields) {
        fields.only("kind", "start", "length");
        return new Ambience(
                fields.word("kind", Ambience.Kind.class),
                fields.integer("start", 0, MOST),
                fields.integer("length", 1, MOST));
    }
}
