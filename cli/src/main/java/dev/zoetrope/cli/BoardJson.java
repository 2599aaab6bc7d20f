package dev.zoetrope.cli;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was found on a sheet, as one line of JSON: the file, its sides, and its panels in reading order, each with the
/// corners of its picture in sheet pixels, clockwise from the top left.
final class BoardJson {
    /// Corners are told to a tenth of a pixel; the reader is no finer.
    private static final double TENTHS = 10;

    private BoardJson() {}

    static String line(String file, Sheet sheet) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("file", file);
        root.put("width", sheet.width());
        root.put("height", sheet.height());
        ArrayNode panels = root.putArray("panels");
        for (Sheet.Panel panel : sheet.panels()) {
            ObjectNode node = panels.addObject();
            ArrayNode quad = node.putArray("quad");
            addCorner(quad, panel.quad().topLeft());
            addCorner(quad, panel.quad().topRight());
            addCorner(quad, panel.quad().bottomRight());
            addCorner(quad, panel.quad().bottomLeft());
            node.put("confidence", Math.round(panel.confidence() * 1000) / 1000.0);
            // What is written to the panel belongs here: caption, shot, seconds, move, dialogue; absent when unread.
        }
        return mapper.writeValueAsString(root);
    }

    private static void addCorner(ArrayNode quad, Quad.Point point) {
        quad.addArray().add(Math.round(point.x() * TENTHS) / TENTHS).add(Math.round(point.y() * TENTHS) / TENTHS);
    }
}
