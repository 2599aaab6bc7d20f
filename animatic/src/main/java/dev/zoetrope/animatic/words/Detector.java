package dev.zoetrope.animatic.words;

import dev.zoetrope.animatic.words.WordReader.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds lines of writing by the detection network of PP-OCR v4, which answers how likely each pixel is part of the
/// core of a line (differentiable binarisation, Liao et al. 2020): connected likely pixels are a line, and its box
/// is the core's, grown again by what the network shrank it.
final class Detector implements AutoCloseable {
    private static final String MODEL = "models/ch_PP-OCRv4_det_infer.onnx";

    /// The longer side is brought to this: captions of 12 px on a 1600 px sheet are still found.
    private static final int LONGEST = 1088;

    /// Sides must be multiples of what the network halves.
    private static final int STEP = 32;

    private static final float LIKELY = 0.3f;

    /// A core must be this sure in the mean; less is texture.
    private static final double SURE = 0.55;

    /// How far a core is grown, by the area and perimeter of its box: the inverse of the network's shrinking.
    private static final double GROWTH = 1.6;

    private static final int LEAST_HEIGHT = 4;

    /// Mean and deviation of the pictures the network was trained on (ImageNet), for blue, green and red.
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final Network network = Network.load(MODEL);

    List<Place> find(Grey picture) {
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.width(), picture.height()));
        int width = Math.max(STEP, (int) Math.round(picture.width() * scale / STEP) * STEP);
        int height = Math.max(STEP, (int) Math.round(picture.height() * scale / STEP) * STEP);
        Grey scaled = picture.scaled(width, height);
        var values = new float[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            float level = (scaled.levels()[i] & 255) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                values[channel * width * height + i] = (level - MEAN[channel]) / DEVIATION[channel];
            }
        }
        float[] likely = network.run(values, 1, 3, height, width).values();
        return places(likely, width, height, picture);
    }

    private static List<Place> places(float[] likely, int width, int height, Grey picture) {
        var places = new ArrayList<Place>();
        var seen = new boolean[likely.length];
        for (int start = 0; start < likely.length; start++) {
            if (!seen[start] && likely[start] > LIKELY) {
                Core core = flood(likely, seen, start, width, height);
                if (core.bottom - core.top >= LEAST_HEIGHT && core.sum / core.count >= SURE) {
                    places.add(grown(core, (double) picture.width() / width, (double) picture.height() / height));
                }
            }
        }
        places.sort(Comparator.comparingInt(Place::top).thenComparingInt(Place::left));
        return places;
    }

    private static final class Core {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int count;
        private double sum;
    }

    private static Core flood(float[] likely, boolean[] seen, int start, int width, int height) {
        var core = new Core();
        var open = new ArrayDeque<Integer>();
        seen[start] = true;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.remove();
            int x = at % width;
            int y = at / width;
            core.left = Math.min(core.left, x);
            core.right = Math.max(core.right, x + 1);
            core.top = Math.min(core.top, y);
            core.bottom = Math.max(core.bottom, y + 1);
            core.sum += likely[at];
            core.count++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * width + dx;
                    boolean isInside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                    if (isInside && !seen[next] && likely[next] > LIKELY) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return core;
    }

    private static Place grown(Core core, double scaleX, double scaleY) {
        double wide = core.right - core.left;
        double high = core.bottom - core.top;
        double by = wide * high * GROWTH / (2 * (wide + high));
        return new Place(
                (int) Math.floor((core.left - by) * scaleX),
                (int) Math.floor((core.top - by) * scaleY),
                (int) Math.ceil((core.right + by) * scaleX),
                (int) Math.ceil((core.bottom + by) * scaleY));
    }

    @Override
    public void close() {
        network.close();
    }
}
