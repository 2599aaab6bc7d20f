package dev.zoetrope.animatic.media;

import org.jspecify.annotations.Nullable;

/// What a picture's header says, read before any pixel is decoded, so that a small file that claims huge sides costs
/// nothing.
///
/// @param width in pixels, as stored
/// @param height in pixels, as stored
/// @param orientation EXIF's, 1 to 8; 1 is upright
record PictureHeader(int width, int height, int orientation) {
    private static final int UPRIGHT = 1;
    private static final int JPEG_START_OF_SCAN = 0xDA;
    private static final int JPEG_APP1 = 0xE1;
    private static final int TIFF_WIDTH = 256;
    private static final int TIFF_HEIGHT = 257;
    private static final int TIFF_ORIENTATION = 274;
    private static final int TIFF_SHORT = 3;

    /// Reads the header; the file's magic bytes are known to be the format's.
    static PictureHeader read(PictureFormat format, PictureBytes file) {
        return switch (format) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case WEBP -> webp(file);
            case GIF -> gif(file);
            case BMP -> bmp(file);
            case TIFF -> tiff(file, 0);
        };
    }

    private static PictureHeader jpeg(PictureBytes file) {
        int orientation = UPRIGHT;
        @Nullable PictureHeader size = null;
        int at = 2;
        while (true) {
            while (file.u8(at) == 0xFF && file.u8(at + 1) == 0xFF) {
                at++;
            }
            int marker = file.u8(at + 1);
            if (file.u8(at) != 0xFF) {
                throw damaged("JPEG", "no marker where one must be, at byte " + at);
            }
            if (marker == JPEG_START_OF_SCAN) {
                requireEnd(file, at);
                break;
            }
            if (isStartOfFrame(marker)) {
                size = new PictureHeader(file.u16be(at + 7), file.u16be(at + 5), UPRIGHT);
            } else if (marker == JPEG_APP1 && file.startsWith(at + 4, 'E', 'x', 'i', 'f', 0, 0)) {
                orientation = orientationIn(file, at + 10);
            }
            at += 2 + file.u16be(at + 2);
        }
        if (size == null) {
            throw damaged("JPEG", "the picture data starts before its size is told");
        }
        return new PictureHeader(size.width, size.height, orientation);
    }

    /// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81, table B.1.
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// A JPEG whose end marker is missing was cut off; decoders fill the rest with grey.
    private static void requireEnd(PictureBytes file, int from) {
        for (int at = file.length() - 2; at > from; at--) {
            if (file.startsWith(at, 0xFF, 0xD9)) {
                return;
            }
        }
        throw new PictureException("the JPEG is truncated: it ends after " + file.length()
                + " bytes without an end marker; send the whole file");
    }

    private static PictureHeader png(PictureBytes file) {
        int orientation = UPRIGHT;
        int at = 8;
        while (!file.startsWith(at + 4, 'I', 'E', 'N', 'D')) {
            if (file.startsWith(at + 4, 'e', 'X', 'I', 'f')) {
                orientation = orientationIn(file, at + 8);
            }
            int length = file.s32be(at);
            file.u8(at + 8);
            at = Math.addExact(at, Math.addExact(length, 12));
        }
        return new PictureHeader(file.s32be(16), file.s32be(20), orientation);
    }

    private static PictureHeader webp(PictureBytes file) {
        if (file.s32le(4) < 0 || file.s32le(4) + 8L > file.length()) {
            throw new PictureException("the WebP is truncated: it says it has " + (file.s32le(4) + 8L)
                    + " bytes, but there are " + file.length() + "; send the whole file");
        }
        if (file.startsWith(12, 'V', 'P', '8', ' ')) {
            return new PictureHeader(file.u16le(26) & 0x3FFF, file.u16le(28) & 0x3FFF, UPRIGHT);
        }
        if (file.startsWith(12, 'V', 'P', '8', 'L')) {
            int bits = file.s32le(21);
            return new PictureHeader((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1, UPRIGHT);
        }
        if (file.startsWith(12, 'V', 'P', '8', 'X')) {
            return new PictureHeader(file.u24le(24) + 1, file.u24le(27) + 1, webpOrientation(file));
        }
        throw damaged("WebP", "its first chunk is unknown");
    }

    private static int webpOrientation(PictureBytes file) {
        int at = 12;
        while (at + 8 <= file.length()) {
            if (file.startsWith(at, 'E', 'X', 'I', 'F')) {
                // Some writers put the JPEG prefix in front.
                return orientationIn(file, file.startsWith(at + 8, 'E', 'x', 'i', 'f', 0, 0) ? at + 14 : at + 8);
            }
            long next = at + 8L + file.s32le(at + 4) + (file.s32le(at + 4) & 1);
            if (next <= at || next > file.length()) {
                break;
            }
            at = (int) next;
        }
        return UPRIGHT;
    }

    /// Walks to the end of the first picture, for the decoder would fill what is missing there.
    private static PictureHeader gif(PictureBytes file) {
        int at = 13 + colours(file.u8(10));
        while (file.u8(at) == '!') { // an extension, such as the time a picture is shown
            at = afterBlocks(file, at + 2);
        }
        if (file.u8(at) != ',') {
            throw damaged("GIF", "it holds no picture");
        }
        afterBlocks(file, at + 11 + colours(file.u8(at + 9)));
        return new PictureHeader(file.u16le(6), file.u16le(8), UPRIGHT);
    }

    /// Bytes of a colour table that the flags announce.
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(PictureBytes file, int start) {
        int at = start;
        while (file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }

    private static PictureHeader bmp(PictureBytes file) {
        boolean old = file.s32le(14) == 12; // the OS/2 header has 16-bit sides
        return old
                ? new PictureHeader(file.u16le(18), file.u16le(20), UPRIGHT)
                : new PictureHeader(file.s32le(18), Math.abs(file.s32le(22)), UPRIGHT);
    }

    /// Orientation is a wish of the camera's: when it cannot be read the picture is shown as stored.
    private static int orientationIn(PictureBytes file, int start) {
        try {
            return tiff(file, start).orientation;
        } catch (PictureException unreadable) {
            return UPRIGHT;
        }
    }

    /// The first directory of a TIFF, which is also EXIF's shape.
    private static PictureHeader tiff(PictureBytes file, int start) {
        boolean little = file.startsWith(start, 'I', 'I');
        int directory = start + (little ? file.s32le(start + 4) : file.s32be(start + 4));
        int entries = little ? file.u16le(directory) : file.u16be(directory);
        int width = 0;
        int height = 0;
        int orientation = UPRIGHT;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            boolean isShort = (little ? file.u16le(entry + 2) : file.u16be(entry + 2)) == TIFF_SHORT;
            int value = isShort
                    ? (little ? file.u16le(entry + 8) : file.u16be(entry + 8))
                    : (little ? file.s32le(entry + 8) : file.s32be(entry + 8));
            switch (little ? file.u16le(entry) : file.u16be(entry)) {
                case TIFF_WIDTH -> width = value;
                case TIFF_HEIGHT -> height = value;
                case TIFF_ORIENTATION -> orientation = value >= 1 && value <= 8 ? value : UPRIGHT;
                default -> {} // hundreds of other tags do not matter here
            }
        }
        return new PictureHeader(width, height, orientation);
    }

    private static PictureException damaged(String format, String what) {
        return new PictureException("the " + format + " is damaged: " + what + "; save the picture again");
    }
}
