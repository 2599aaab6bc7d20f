package dev.zoetrope.seedance;

import java.util.OptionalDouble;

/// The length of an MP3, by walking over its frame headers (ISO/IEC 11172-3, layer III): right for constant and
/// variable
/// bit rates alike.
final class Mp3Length {
    private static final int[] MPEG1_KBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] MPEG2_KBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] MPEG1_HERTZ = {44_100, 48_000, 32_000, 0};
    private static final int TAG_HEADER = 10;

    private Mp3Length() {}

    /// The length in seconds of a whole file; nothing when no frame is found.
    static OptionalDouble seconds(byte[] file) {
        double seconds = 0;
        int at = firstFrame(file);
        while (at + 4 <= file.length && isFrame(file, at)) {
            Frame frame = Frame.at(file, at);
            seconds += (double) frame.samples() / frame.hertz();
            at += frame.bytes();
        }
        return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /// Whether a layer III frame starts here; needs four bytes.
    static boolean isFrame(byte[] file, int at) {
        int version = file[at + 1] >> 3 & 3;
        int layer = file[at + 1] >> 1 & 3;
        int bitRate = file[at + 2] >> 4 & 15;
        int sampleRate = file[at + 2] >> 2 & 3;
        return file[at] == (byte) 0xff
                && (file[at + 1] & 0xe0) == 0xe0
                && version != 1
                && layer == 1
                && bitRate != 0
                && bitRate != 15
                && sampleRate != 3;
    }

    /// Behind the ID3v2 tag, whose size has seven bits to the byte.
    private static int firstFrame(byte[] file) {
        if (file.length < TAG_HEADER || file[0] != 'I' || file[1] != 'D' || file[2] != '3') {
            return 0;
        }
        return TAG_HEADER + ((file[6] & 127) << 21 | (file[7] & 127) << 14 | (file[8] & 127) << 7 | (file[9] & 127));
    }

    private record Frame(int samples, int hertz, int bytes) {
        static Frame at(byte[] file, int at) {
            int version = file[at + 1] >> 3 & 3;
            boolean first = version == 3;
            int samples = first ? 1152 : 576;
            int kbits = (first ? MPEG1_KBITS : MPEG2_KBITS)[file[at + 2] >> 4 & 15];
            int hertz = MPEG1_HERTZ[file[at + 2] >> 2 & 3] / (first ? 1 : version == 2 ? 2 : 4);
            int padding = file[at + 2] >> 1 & 1;
            return new Frame(samples, hertz, samples / 8 * kbits * 1000 / hertz + padding);
        }
    }
}
