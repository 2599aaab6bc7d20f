package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Mark;
import dev.zoetrope.animatic.Timeline.Shot;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a timeline as OpenTimelineIO, the exchange format of film editing (opentimelineio.readthedocs.io), so that an
/// editor can take over: the finished film, cut into its shots, with a track of the dialogue and the marks.
///
/// The clips show the film itself, so its transitions and moves are in them; what they were made from stands in each
/// clip's metadata under `zoetrope`. Stateless, thread-safe.
public final class OtioJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Timeline timeline;
    private final String film;

    private OtioJson(Timeline timeline, String film) {
        this.timeline = timeline;
        this.film = film;
    }

    /// Writes a timeline, indented.
    ///
    /// @param timeline the plan of the film
    /// @param film where the film is, as an address or a path from the file's own folder
    public static String write(Timeline timeline, String film) {
        return new OtioJson(timeline, film).text();
    }

    private String text() {
        ObjectNode root = object("Timeline.1");
        root.put("name", "zoetrope");
        root.set("global_start_time", time(0));
        root.putObject("metadata").putObject("zoetrope").put("seed", timeline.seed());
        ObjectNode stack =
                root.putObject("tracks").put("OTIO_SCHEMA", "Stack.1").put("name", "tracks");
        item(stack);
        ArrayNode tracks = stack.putArray("children");
        ObjectNode pictures = track(tracks.addObject(), "shots", "Video");
        ArrayNode clips = pictures.putArray("children");
        timeline.shots().forEach(shot -> clip(shot, clips.addObject()));
        dialogue(track(tracks.addObject(), "dialogue", "Audio").putArray("children"));
        ArrayNode markers = pictures.putArray("markers");
        timeline.marks().forEach(mark -> marker(mark, markers.addObject()));
        return MAPPER.writeValueAsString(root);
    }

    private static ObjectNode object(String schema) {
        return MAPPER.createObjectNode().put("OTIO_SCHEMA", schema);
    }

    /// What every item of OpenTimelineIO has.
    private static void item(ObjectNode to) {
        to.putNull("source_range");
        to.putArray("effects");
        to.putArray("markers");
        to.put("enabled", true);
        to.putObject("metadata");
    }

    private static ObjectNode track(ObjectNode to, String name, String kind) {
        to.put("OTIO_SCHEMA", "Track.1").put("name", name).put("kind", kind);
        item(to);
        return to;
    }

    private static ObjectNode time(int frames) {
        return object("RationalTime.1")
                .put("rate", (double) Timeline.FRAMES_PER_SECOND)
                .put("value", (double) frames);
    }

    private static ObjectNode range(int start, int length) {
        ObjectNode range = object("TimeRange.1");
        range.set("start_time", time(start));
        range.set("duration", time(length));
        return range;
    }

    private void clip(Shot shot, ObjectNode to) {
        to.put("OTIO_SCHEMA", "Clip.2").put("name", "Shot " + shot.number());
        item(to);
        to.set("source_range", range(shot.start(), shot.length()));
        ObjectNode about = ((ObjectNode) to.get("metadata")).putObject("zoetrope");
        about.put("move", word(shot.move().kind()))
                .put("amount", shot.move().amount())
                .put("easing", word(shot.move().easing()))
                .put("transition", word(shot.transition().kind()))
                .put("transition_frames", shot.transition().frames())
                .put("reason", shot.reason());
        if (shot.view() instanceof Timeline.View.Panel(int reference, Quad _)
                && reference < timeline.pictures().size()) {
            about.put("picture", timeline.pictures().get(reference).file());
        }
        if (shot.view() instanceof Timeline.View.Clip(int reference, int from)
                && reference < timeline.extras().clips().size()) {
            about.put("clip", timeline.extras().clips().get(reference).file()).put("clip_frame", from);
        }
        media(to);
    }

    private void media(ObjectNode clip) {
        ObjectNode media = object("ExternalReference.1");
        media.put("name", "").put("target_url", film);
        media.set("available_range", range(0, timeline.frames()));
        media.putNull("available_image_bounds");
        media.putObject("metadata");
        clip.putObject("media_references").set("DEFAULT_MEDIA", media);
        clip.put("active_media_reference_key", "DEFAULT_MEDIA");
    }

    /// Lines as clips, gaps between them. A line that begins before the one before it has ended is moved behind it.
    private void dialogue(ArrayNode to) {
        int at = 0;
        for (Shot shot : timeline.shots()) {
            for (Line line : shot.lines()) {
                int start = Math.max(at, shot.start() + line.at());
                if (start > at) {
                    ObjectNode gap = to.addObject().put("OTIO_SCHEMA", "Gap.1").put("name", "");
                    item(gap);
                    gap.set("source_range", range(0, start - at));
                }
                ObjectNode clip = to.addObject().put("OTIO_SCHEMA", "Clip.2").put("name", line.words());
                item(clip);
                clip.set("source_range", range(start, line.length()));
                ((ObjectNode) clip.get("metadata"))
                        .putObject("zoetrope")
                        .put("speaker", line.speaker())
                        .put("words", line.words());
                media(clip);
                at = start + line.length();
            }
        }
    }

    private static void marker(Mark mark, ObjectNode to) {
        to.put("OTIO_SCHEMA", "Marker.2")
                .put("name", mark.text())
                .put("color", "GREEN")
                .put("comment", "");
        to.set("marked_range", range(mark.frame(), 1));
        to.putObject("metadata");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
