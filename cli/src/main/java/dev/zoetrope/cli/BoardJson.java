package dev.zoetrope.cli;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.director.ShotNote;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was found on a sheet, as one line of JSON: the file, its sides, and its panels in reading order, each with the
/// corners of its picture in sheet pixels, clockwise from the top left, and what is written to it.
final class BoardJson {
    /// Corners are told to a tenth of a pixel; the reader is no finer.
    private static final double TENTHS = 10;

    private BoardJson() {}

    static String line(String file, Sheet sheet, List<ShotNote> notes) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("file", file);
        root.put("width", sheet.width());
        root.put("height", sheet.height());
        ArrayNode panels = root.putArray("panels");
        for (int i = 0; i < sheet.panels().size(); i++) {
            Sheet.Panel panel = sheet.panels().get(i);
            ObjectNode node = panels.addObject();
            ArrayNode quad = node.putArray("quad");
            addCorner(quad, panel.quad().topLeft());
            addCorner(quad, panel.quad().topRight());
            addCorner(quad, panel.quad().bottomRight());
            addCorner(quad, panel.quad().bottomLeft());
            node.put("confidence", Math.round(panel.confidence() * 1000) / 1000.0);
            addWords(node, notes.get(i));
        }
        return mapper.writeValueAsString(root);
    }

    /// What is written to a panel; a key is absent when nothing says it.
    private static void addWords(ObjectNode node, ShotNote note) {
        if (note.isEmpty()) {
            return;
        }
        node.put("caption", note.text());
        note.number().ifPresent(number -> node.put("shot", number));
        note.seconds().ifPresent(seconds -> node.put("seconds", seconds));
        note.size().ifPresent(size -> node.put("size", word(size)));
        if (!note.moves().isEmpty()) {
            node.put("move", word(note.moves().getFirst().getFirst()));
        }
        if (!note.dialogue().isEmpty()) {
            Speech speech = note.dialogue().getFirst();
            node.put("dialogue", speech.words());
            if (!speech.speaker().isEmpty()) {
                node.put("speaker", speech.speaker());
            }
        }
        if (!note.effects().isEmpty()) {
            ArrayNode effects = node.putArray("effects");
            note.effects().forEach(effects::add);
        }
        note.music().ifPresent(music -> node.put("music", music));
    }

    /// As the timeline writes it.
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void addCorner(ArrayNode quad, Quad.Point point) {
        quad.addArray().add(Math.round(point.x() * TENTHS) / TENTHS).add(Math.round(point.y() * TENTHS) / TENTHS);
    }
}
