package dev.zoetrope.animatic.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Reads lines of writing by the recognition network of PP-OCR v4. Its answer is a row of letters with blanks between
/// (connectionist temporal classification, Graves et al. 2006), read greedily: repeats count once. The class behind
/// the last letter of the key file is the space.
final class Recogniser implements AutoCloseable {
    private static final String MODEL = "models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String KEYS = "models/ppocr_keys_v1.txt";

    /// The network takes lines of this height.
    private static final int HEIGHT = 48;

    /// The network was trained on lines of 320; narrower ones are filled up.
    private static final int LEAST_WIDTH = 320;

    /// A longer line is squeezed: it would cost more than it tells.
    private static final int MOST_WIDTH = 2400;

    /// Lines of like width go together; more at once gain nothing on a few cores.
    private static final int BATCH = 6;

    /// Batches have widths of these steps, so that little is computed for nothing.
    private static final int WIDTH_STEP = 32;

    private final Network network = Network.load(MODEL);
    private final String[] letters;

    Recogniser() {
        List<String> lines = new String(Network.resource(KEYS), StandardCharsets.UTF_8)
                .lines()
                .toList();
        letters = new String[lines.size() + 2];
        letters[0] = "";
        for (int i = 0; i < lines.size(); i++) {
            letters[i + 1] = lines.get(i);
        }
        letters[lines.size() + 1] = " ";
    }

    List<Reading> read(List<Grey> lines) {
        var readings = new Reading[lines.size()];
        List<Integer> order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> width(lines.get(i)))
                        .thenComparing(i -> i))
                .toList();
        for (int from = 0; from < order.size(); from += BATCH) {
            List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
            List<Reading> read = batch(batch.stream().map(lines::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                readings[batch.get(i)] = read.get(i);
            }
        }
        return Arrays.asList(readings);
    }

    private static int width(Grey line) {
        return Math.clamp(Math.round((float) HEIGHT * line.width() / line.height()), 8, MOST_WIDTH);
    }

    private List<Reading> batch(List<Grey> lines) {
        int widest = Math.max(LEAST_WIDTH, width(lines.getLast()));
        int width = Math.ceilDiv(widest, WIDTH_STEP) * WIDTH_STEP;
        int plane = HEIGHT * width;
        var values = new float[lines.size() * 3 * plane];
        for (int i = 0; i < lines.size(); i++) {
            Grey scaled = lines.get(i).scaled(width(lines.get(i)), HEIGHT);
            fill(scaled, values, i * 3 * plane, width);
        }
        Network.Answer answer = network.run(values, lines.size(), 3, HEIGHT, width);
        int steps = (int) answer.shape()[1];
        int classes = (int) answer.shape()[2];
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < lines.size(); i++) {
            readings.add(decode(answer.values(), i * steps * classes, steps, classes));
        }
        return readings;
    }

    /// All three channels alike, from -1 to 1; what is filled up stays 0, as in the network's training.
    private static void fill(Grey line, float[] values, int at, int width) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < line.width(); x++) {
                float value = line.at(x, y) / 127.5f - 1;
                for (int channel = 0; channel < 3; channel++) {
                    values[at + channel * HEIGHT * width + y * width + x] = value;
                }
            }
        }
    }

    private Reading decode(float[] values, int at, int steps, int classes) {
        var text = new StringBuilder();
        double certainty = 0;
        int count = 0;
        int last = 0;
        for (int step = 0; step < steps; step++) {
            int best = 0;
            int row = at + step * classes;
            for (int i = 1; i < classes; i++) {
                if (values[row + i] > values[row + best]) {
                    best = i;
                }
            }
            if (best != 0 && best != last) {
                text.append(letters[best]);
                certainty += values[row + best];
                count++;
            }
            last = best;
        }
        return new Reading(text.toString().strip(), count == 0 ? 0 : certainty / count);
    }

    @Override
    public void close() {
        network.close();
    }
}
