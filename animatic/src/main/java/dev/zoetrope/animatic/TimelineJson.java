package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Timeline.Shot;
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
///   "pictures": [{"file": "board.jpg", "width": 1568, "height": 1188}],
///   "shots": [
///     {
///       "number": 1, "start": 0, "length": 40,
///       "view": {"panel": {"reference": 0, "quad": [[40.0,110.0],[520.0,110.0],[520.0,380.0],[40.0,380.0]]}},
///       "move": {"kind": "pan_left", "amount": 0.08, "easing": "ease_in_out"},
///       "transition": {"kind": "cut", "frames": 0},
///       "lines": [{"at": 6, "length": 30, "speaker": "Ann", "words": "We have to go!"}],
///       "reason": "pan left, from the prompt"
///     }
///   ],
///   "sound": {
///     "seed": 7, "tempo": 72.0, "mood": "calm", "music": "",
///     "ambiences": [{"kind": "rain", "start": 0, "length": 361}],
///     "effects": [{"start": 12, "length": 24, "words": "a door slams"}]
///   },
///   "marks": [{"frame": 0, "text": "Dawn"}]
/// }
/// ```
///
/// A quad lists its corners clockwise from the top left. A view is a `panel`, a `clip`, or a `card` with `text`,
/// `scene` and
/// `seed`. `sound` is null, or absent, for a silent film. `pictures`, `marks`, `clips`, `captions`, `grade`, `lines`,
/// `effects` and `music` may be
/// left out; so may `start`, `number` and `frames`, which follow from the lengths. Every other field is needed, and no
/// other is allowed, so a slip of the pen is not silently ignored. The whole format is described in
/// `docs/timeline.md` and by `timeline.schema.json` beside this class. Thread-safe.
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
        ArrayNode pictures = root.putArray("pictures");
        for (Timeline.Source picture : timeline.pictures()) {
            pictures.addObject()
                    .put("file", picture.file())
                    .put("width", picture.width())
                    .put("height", picture.height());
        }
        ArrayNode shots = root.putArray("shots");
        timeline.shots().forEach(shot -> write(shot, shots.addObject()));
        Sound sound = timeline.sound();
        if (sound == null) {
            root.putNull("sound");
        } else {
            write(sound, root.putObject("sound"));
        }
        ArrayNode marks = root.putArray("marks");
        timeline.marks()
                .forEach(mark -> marks.addObject().put("frame", mark.frame()).put("text", mark.text()));
        write(timeline.extras(), root);
        return MAPPER.writeValueAsString(root);
    }

    private static void write(Shot shot, ObjectNode to) {
        to.put("number", shot.number());
        to.put("start", shot.start());
        to.put("length", shot.length());
        write(shot.view(), to.putObject("view"));
        write(shot.move(), to.putObject("move"));
        to.putObject("transition")
                .put("kind", word(shot.transition().kind()))
                .put("frames", shot.transition().frames());
        ArrayNode lines = to.putArray("lines");
        for (Timeline.Line line : shot.lines()) {
            lines.addObject()
                    .put("at", line.at())
                    .put("length", line.length())
                    .put("speaker", line.speaker())
                    .put("words", line.words());
        }
        if (shot.life() != Life.NONE) {
            to.put("life", word(shot.life()));
        }
        if (shot.fadeOut() > 0) {
            to.put("fade_out", shot.fadeOut());
        }
        if (shot.depth() > 0) {
            to.put("depth", shot.depth());
        }
        to.put("reason", shot.reason());
    }

    private static void write(Timeline.Move move, ObjectNode to) {
        to.put("kind", word(move.kind())).put("amount", move.amount()).put("easing", word(move.easing()));
        if (!move.path().isEmpty()) {
            ArrayNode path = to.putArray("path");
            for (Timeline.Move.Key key : move.path()) {
                path.addObject()
                        .put("at", key.at())
                        .put("x", key.pose().x())
                        .put("y", key.pose().y())
                        .put("scale", key.pose().scale())
                        .put("roll", key.pose().roll());
            }
        }
    }

    /// Only what is there, so that a timeline without it stays as it was.
    private static void write(Extras extras, ObjectNode to) {
        if (!extras.clips().isEmpty()) {
            ArrayNode clips = to.putArray("clips");
            extras.clips()
                    .forEach(clip -> clips.addObject().put("file", clip.file()).put("frames", clip.frames()));
        }
        if (extras.captions() != Extras.Captions.SOFT) {
            to.put("captions", word(extras.captions()));
        }
        Grade grade = extras.grade();
        if (grade != null) {
            ObjectNode written = to.putObject("grade");
            ArrayNode matrix = written.putArray("matrix");
            grade.matrix().forEach(matrix::add);
            ArrayNode shift = written.putArray("shift");
            grade.shift().forEach(shift::add);
        }
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
            case View.Clip(int reference, int from) ->
                to.putObject("clip").put("reference", reference).put("from", from);
            case View.Card(String text, String scene, long seed) ->
                to.putObject("card").put("text", text).put("scene", scene).put("seed", seed);
        }
    }

    private static void write(Sound sound, ObjectNode to) {
        to.put("seed", sound.seed())
                .put("tempo", sound.tempo())
                .put("mood", word(sound.mood()))
                .put("music", sound.music());
        ArrayNode ambiences = to.putArray("ambiences");
        for (Ambience ambience : sound.ambiences()) {
            ambiences
                    .addObject()
                    .put("kind", word(ambience.kind()))
                    .put("start", ambience.start())
                    .put("length", ambience.length());
        }
        ArrayNode effects = to.putArray("effects");
        for (Sound.Effect effect : sound.effects()) {
            effects.addObject()
                    .put("start", effect.start())
                    .put("length", effect.length())
                    .put("words", effect.words());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Reads a timeline; throws [MalformedTimeline], whose message names the path of the fault.
    public static Timeline read(String json) {
        try {
            return TimelineReader.read(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new MalformedTimeline("$ is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
