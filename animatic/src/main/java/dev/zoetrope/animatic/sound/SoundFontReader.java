package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.sound.SoundFont.Shape;
import dev.zoetrope.animatic.sound.SoundFont.Zone;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes a SoundFont 2 file apart, after "SoundFont Technical Specification" 2.04. Filters, modulators and the second
/// envelope are not read: without them it sounds a little plainer.
final class SoundFontReader {
    private static final int PRESET = 38;
    private static final int INSTRUMENT = 22;
    private static final int BAG = 4;
    private static final int SAMPLE = 46;

    /// The bit of a sample's type that says it is compressed, as in SF3.
    private static final int COMPRESSED = 0x10;

    /// Generators by their numbers in the specification.
    private static final int ATTACK = 34;

    private static final int HOLD = 35;
    private static final int DECAY = 36;
    private static final int SUSTAIN = 37;
    private static final int RELEASE = 38;
    private static final int OF_INSTRUMENT = 41;
    private static final int KEYS = 43;
    private static final int FORCES = 44;
    private static final int ATTENUATION = 48;
    private static final int SEMITONES = 51;
    private static final int CENTS = 52;
    private static final int OF_SAMPLE = 53;
    private static final int LOOPING = 54;
    private static final int ROOT = 58;

    /// Times are 2^(x / 1200) seconds; this is a millisecond.
    private static final int SHORTEST = -12000;

    private final Map<String, ByteBuffer> chunks = new HashMap<>();
    private final short[] samples;

    /// @throws IllegalArgumentException when it is no SoundFont 2
    SoundFontReader(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !name(file, 0).equals("RIFF") || !name(file, 8).equals("sfbk")) {
            throw new IllegalArgumentException("it does not begin with RIFF and sfbk");
        }
        chunks(file.slice(12, bytes.length - 12).order(ByteOrder.LITTLE_ENDIAN));
        for (String name : List.of("smpl", "phdr", "pbag", "pgen", "inst", "ibag", "igen", "shdr")) {
            if (!chunks.containsKey(name)) {
                throw new IllegalArgumentException("it has no chunk " + name);
            }
        }
        ByteBuffer wave = chunk("smpl");
        samples = new short[wave.capacity() / 2];
        wave.asShortBuffer().get(samples);
    }

    short[] samples() {
        return samples;
    }

    private static String name(ByteBuffer at, int offset) {
        byte[] name = new byte[4];
        at.get(offset, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private void chunks(ByteBuffer list) {
        int at = 0;
        while (at + 8 <= list.capacity()) {
            String name = name(list, at);
            int size = list.getInt(at + 4);
            if (size < 0 || size > list.capacity() - at - 8) {
                throw new IllegalArgumentException("its chunk " + name + " is cut off");
            }
            if (name.equals("LIST") && size >= 4) {
                chunks(list.slice(at + 12, size - 4).order(ByteOrder.LITTLE_ENDIAN));
            } else {
                chunks.put(name, list.slice(at + 8, size).order(ByteOrder.LITTLE_ENDIAN));
            }
            at += 8 + size + (size & 1);
        }
    }

    private ByteBuffer chunk(String name) {
        ByteBuffer chunk = chunks.get(name);
        if (chunk == null) {
            throw new IllegalArgumentException("it has no chunk " + name);
        }
        return chunk;
    }

    private static int word(ByteBuffer chunk, int at) {
        return chunk.getShort(at) & 0xFFFF;
    }

    /// The recordings of a program, empty when there is none.
    List<Zone> zones(int bank, int program) {
        ByteBuffer presets = chunk("phdr");
        List<Zone> zones = new ArrayList<>();
        // The last record only tells where the one before it ends.
        for (int i = 0; i < presets.capacity() / PRESET - 1; i++) {
            if (word(presets, i * PRESET + 20) == program && word(presets, i * PRESET + 22) == bank) {
                for (Map<Integer, Integer> outer : bags("pbag", "pgen", i * PRESET + 24, PRESET, presets)) {
                    if (outer.containsKey(OF_INSTRUMENT)) {
                        addTo(zones, outer);
                    }
                }
                return zones;
            }
        }
        return zones;
    }

    private void addTo(List<Zone> zones, Map<Integer, Integer> outer) {
        int at = outer.getOrDefault(OF_INSTRUMENT, 0) * INSTRUMENT + 20;
        for (Map<Integer, Integer> inner : bags("ibag", "igen", at, INSTRUMENT, chunk("inst"))) {
            if (inner.containsKey(OF_SAMPLE)) {
                zones.add(zone(outer, inner));
            }
        }
    }

    /// The generators of each bag of a record, with those of the first, global bag where it has none of its own.
    private List<Map<Integer, Integer>> bags(String bags, String generators, int at, int record, ByteBuffer records) {
        ByteBuffer bag = chunk(bags);
        ByteBuffer generator = chunk(generators);
        List<Map<Integer, Integer>> all = new ArrayList<>();
        Map<Integer, Integer> global = Map.of();
        int from = word(records, at);
        for (int i = from; i < word(records, at + record); i++) {
            Map<Integer, Integer> own = new HashMap<>(global);
            for (int k = word(bag, i * BAG); k < word(bag, (i + 1) * BAG); k++) {
                own.put(word(generator, k * 4), (int) generator.getShort(k * 4 + 2));
            }
            boolean isGlobal = i == from && !own.containsKey(OF_INSTRUMENT) && !own.containsKey(OF_SAMPLE);
            if (isGlobal) {
                global = own;
            } else {
                all.add(own);
            }
        }
        return all;
    }

    private Zone zone(Map<Integer, Integer> outer, Map<Integer, Integer> inner) {
        ByteBuffer headers = chunk("shdr");
        int at = inner.getOrDefault(OF_SAMPLE, 0) * SAMPLE;
        if ((word(headers, at + 44) & COMPRESSED) != 0) {
            throw new IllegalArgumentException("its samples are compressed, as in an .sf3 file");
        }
        int start = headers.getInt(at + 20);
        int end = headers.getInt(at + 24);
        if (start < 0 || end < start || end > samples.length || headers.getInt(at + 36) < 1) {
            throw new IllegalArgumentException("a sample lies from " + start + " to " + end + " of " + samples.length);
        }
        boolean isLooping = (inner.getOrDefault(LOOPING, 0) & 1) != 0;
        int root = inner.getOrDefault(ROOT, -1);
        double cents = 100.0 * sum(outer, inner, SEMITONES) + sum(outer, inner, CENTS) + headers.get(at + 41);
        int keys = inner.getOrDefault(KEYS, 0x7F00);
        int forces = inner.getOrDefault(FORCES, 0x7F00);
        int outerKeys = outer.getOrDefault(KEYS, 0x7F00);
        int outerForces = outer.getOrDefault(FORCES, 0x7F00);
        return new Zone(
                Math.max(keys & 0xFF, outerKeys & 0xFF),
                Math.min(keys >> 8 & 0xFF, outerKeys >> 8 & 0xFF),
                Math.max(forces & 0xFF, outerForces & 0xFF),
                Math.min(forces >> 8 & 0xFF, outerForces >> 8 & 0xFF),
                start,
                end,
                isLooping ? Math.clamp(headers.getInt(at + 28), start, end) : end,
                isLooping ? Math.clamp(headers.getInt(at + 32), start, end) : end,
                headers.getInt(at + 36),
                root < 0 ? headers.get(at + 40) & 0xFF : root,
                cents,
                StrictMath.pow(10, -Math.max(0, sum(outer, inner, ATTENUATION)) / 200.0),
                new Shape(
                        seconds(outer, inner, ATTACK),
                        seconds(outer, inner, HOLD),
                        seconds(outer, inner, DECAY),
                        Math.clamp(sum(outer, inner, SUSTAIN) / 10.0, 0, 144),
                        seconds(outer, inner, RELEASE)));
    }

    /// What the preset adds to the instrument.
    private static int sum(Map<Integer, Integer> outer, Map<Integer, Integer> inner, int generator) {
        return outer.getOrDefault(generator, 0) + inner.getOrDefault(generator, 0);
    }

    private static double seconds(Map<Integer, Integer> outer, Map<Integer, Integer> inner, int generator) {
        int exponent = outer.getOrDefault(generator, 0) + inner.getOrDefault(generator, SHORTEST);
        return StrictMath.pow(2, Math.clamp(exponent, SHORTEST, 8000) / 1200.0);
    }
}
