package dev.zoetrope.animatic.media;

/// The bytes of a picture file, read as numbers of either byte order. A place outside the file is an error of the
/// file, not of the program.
@SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
record PictureBytes(byte[] bytes) {
    int length() {
        return bytes.length;
    }

    boolean startsWith(int at, int... values) {
        if (at + values.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[at + i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    int u8(int at) {
        if (at < 0 || at >= bytes.length) {
            throw new PictureException(
                    "the picture is truncated: it ends after " + bytes.length + " bytes; send the whole file");
        }
        return bytes[at] & 0xFF;
    }

    int u16be(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(int at) {
        return u16le(at) | u8(at + 2) << 16;
    }

    /// A 32-bit number, at most the largest `int`: no place or side in a picture we take is beyond.
    int s32be(int at) {
        return (u16be(at) & 0x7FFF) << 16 | u16be(at + 2);
    }

    int s32le(int at) {
        return u16le(at) | u16le(at + 2) << 16;
    }
}
