package dev.zoetrope.animatic.media;

import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;

/// The kinds of picture that are read, told apart by their first bytes and never by a name.
enum PictureFormat {
    JPEG(avcodec.AV_CODEC_ID_MJPEG),
    PNG(avcodec.AV_CODEC_ID_PNG),
    WEBP(avcodec.AV_CODEC_ID_WEBP),
    GIF(avcodec.AV_CODEC_ID_GIF),
    BMP(avcodec.AV_CODEC_ID_BMP),
    TIFF(avcodec.AV_CODEC_ID_TIFF);

    private final int codec;

    PictureFormat(int codec) {
        this.codec = codec;
    }

    /// FFmpeg's number of the decoder.
    int codec() {
        return codec;
    }

    /// The format of a file, empty when it is none of ours.
    static Optional<PictureFormat> of(PictureBytes file) {
        if (file.startsWith(0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (file.startsWith(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (file.startsWith(0, 'R', 'I', 'F', 'F') && file.startsWith(8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (file.startsWith(0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (file.startsWith(0, 'B', 'M')) {
            return Optional.of(BMP);
        }
        if (file.startsWith(0, 'I', 'I', 42, 0) || file.startsWith(0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        return Optional.empty();
    }
}
