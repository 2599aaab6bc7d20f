package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.scene.Layer;
import java.util.function.IntUnaryOperator;

/// A sheet before the furthest one of a drawn scene, ready to be filmed.
///
/// @param colour its samples, each weakened by how much it covers
/// @param cover how much it covers, from 0 to 1: in the first plane for luma, in the others for chroma
/// @param nearness how much further it moves than the furthest
/// @param drift how it moves by itself
/// @param unit a frame's height in panel pixels
/// @param middle of the scene's width, in panel pixels
record CardLayer(Plate colour, Plate cover, double nearness, Layer.Drift drift, double unit, double middle) {
    /// Prints a sheet: BT.709, limited range.
    ///
    /// @param rows of pixels in a frame's height
    /// @param ratio of the frame
    /// @param colours changes a colour, `0xRRGGBB`
    static CardLayer of(Layer layer, int rows, double ratio, IntUnaryOperator colours) {
        int width = layer.width();
        int height = layer.height();
        Plate.Plane[] samples = planes(width, height);
        Plate.Plane[] covers = planes(width, height);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int pixel = layer.pixels()[y * width + x];
                int colour = pixel >>> 24 == 0 ? 0 : colours.applyAsInt(pixel & 0xFFFFFF);
                print((pixel & 0xFF000000) | colour, x, y, samples, covers);
            }
        }
        covers[2] = covers[1];
        for (int plane = 0; plane < samples.length; plane++) {
            samples[plane].spreadEdges();
            covers[plane].spreadEdges();
        }
        return new CardLayer(
                new Plate(layer.left(), layer.top(), 1, samples),
                new Plate(layer.left(), layer.top(), 1, covers),
                layer.nearness(),
                layer.drift(),
                rows,
                rows * ratio / 2);
    }

    private static Plate.Plane[] planes(int width, int height) {
        return new Plate.Plane[] {
            new Plate.Plane(width, height),
            new Plate.Plane((width + 1) / 2, (height + 1) / 2),
            new Plate.Plane((width + 1) / 2, (height + 1) / 2)
        };
    }

    private static void print(int pixel, int x, int y, Plate.Plane[] colours, Plate.Plane[] covers) {
        float alpha = (pixel >>> 24) / 255f;
        if (alpha == 0) {
            return;
        }
        float red = pixel >> 16 & 0xFF;
        float green = pixel >> 8 & 0xFF;
        float blue = pixel & 0xFF;
        float light = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
        colours[0].columns()[x + Plate.MARGIN][y + Plate.MARGIN] = alpha * (16 + light * (219f / 255));
        covers[0].columns()[x + Plate.MARGIN][y + Plate.MARGIN] = alpha;
        // Each chroma sample is the mean of four pixels; those beyond the last row or column are clear.
        int column = x / 2 + Plate.MARGIN;
        int row = y / 2 + Plate.MARGIN;
        colours[1].columns()[column][row] += alpha * (128 + (blue - light) * (224f / 255 / 1.8556f)) / 4;
        colours[2].columns()[column][row] += alpha * (128 + (red - light) * (224f / 255 / 1.5748f)) / 4;
        covers[1].columns()[column][row] += alpha / 4;
    }

    /// What the camera sees of it, when it sees a window of the furthest sheet: near things move further, and grow
    /// faster, and who walks has gone on.
    ///
    /// @param seconds since the shot began
    /// @param length of the shot in seconds; at its middle everybody is where he was drawn
    Window window(Window far, double seconds, double length) {
        double since = seconds - length / 2;
        double whole = 2 * middle;
        double bob = drift.bob() * StrictMath.sin(2 * Math.PI * drift.steps() * seconds);
        return new Window(
                middle + nearness * (far.x() - middle) - drift.right() * since * unit,
                unit / 2 + nearness * (far.y() - unit / 2) + (drift.up() * since + bob) * unit,
                whole * StrictMath.pow(far.width() / whole, nearness),
                far.roll(),
                far.turn(),
                far.bulge(),
                far.heart());
    }

    /// Whether any of its rows is seen in a row of a frame; a straight window's.
    boolean reaches(Window window, int y, int height, double ratio) {
        double high = window.width() / ratio;
        double at = window.y() - high / 2 + high * y / height;
        double margin = 4 * high / height + 4;
        return at > colour.top() - margin && at < colour.top() + colour.planes()[0].height() + margin;
    }
}
