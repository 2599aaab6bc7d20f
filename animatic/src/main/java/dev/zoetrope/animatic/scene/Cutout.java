package dev.zoetrope.animatic.scene;

import java.awt.Shape;
import java.awt.geom.Area;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A silhouette cut out of dark paper, as for a shadow play: 100 units tall, standing on 0, looking right. They are
/// drawn in `cutouts.txt` beside this class, in the shapes of [ShapeText].
///
/// @param body all of it
/// @param lit the parts through which light falls
record Cutout(Shape body, List<Shape> lit) {
    /// How tall each is.
    static final double HEIGHT = 100;

    private static final class Drawer {
        static final Map<String, Cutout> ALL = read();
    }

    Cutout {
        lit = List.copyOf(lit);
    }

    /// A silhouette by its name.
    ///
    /// @throws IllegalArgumentException when nobody has drawn it
    static Cutout named(String name) {
        Cutout cutout = Drawer.ALL.get(name);
        if (cutout == null) {
            throw new IllegalArgumentException("no cutout is called " + name + "; there are " + Drawer.ALL.keySet());
        }
        return cutout;
    }

    double width() {
        return body.getBounds2D().getWidth();
    }

    private static Map<String, Cutout> read() {
        Map<String, Cutout> cutouts = new LinkedHashMap<>();
        String name = "";
        Area body = new Area();
        List<Shape> lit = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("= ")) {
                if (!name.isEmpty()) {
                    cutouts.put(name, new Cutout(body, lit));
                }
                name = line.substring(2).strip();
                body = new Area();
                lit = new ArrayList<>();
            } else if (line.startsWith("* ")) {
                lit.add(ShapeText.read(line.substring(2)));
            } else if (line.startsWith("- ")) {
                body.subtract(new Area(ShapeText.read(line.substring(2))));
            } else {
                body.add(new Area(ShapeText.read(line)));
            }
        }
        cutouts.put(name, new Cutout(body, lit));
        return Map.copyOf(cutouts);
    }

    private static List<String> lines() {
        try (InputStream file = Cutout.class.getResourceAsStream("cutouts.txt")) {
            if (file == null) {
                throw new IllegalStateException("cutouts.txt is not beside " + Cutout.class + "; build Zoetrope anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cutouts.txt cannot be read", e);
        }
    }
}
