package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// Reads still pictures: JPEG, PNG, WebP, GIF (its first picture), BMP and TIFF.
///
/// Safe for files from strangers: the format is told by the first bytes, the sides are checked before any pixel is
/// decoded, and the bytes go straight to the one decoder, so that no container, playlist or protocol is ever opened.
public final class Pictures {
    /// The shortest side. Less is no picture but a mistake.
    public static final int MIN_SIDE = 16;

    /// The longest side, as Seedance takes it.
    public static final int MAX_SIDE = 6000;

    /// The most pixels: a square of the longest side. Decoding holds up to about 12 bytes for each for a moment.
    public static final int MAX_PIXELS = MAX_SIDE * MAX_SIDE;

    /// The largest file, Seedance's 30 MB with room to spare; it is held in memory as a whole.
    public static final long MAX_BYTES = 40L << 20;

    /// Any fault is an error. Not for TIFF, whose decoder would refuse tags in an unusual order, which harm nothing.
    private static final int STRICT = avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK | avcodec.AV_EF_BITSTREAM;

    private Pictures() {}

    /// Decodes a picture: upright as its EXIF says, alpha laid on white. Blocking; safe for any number of threads.
    ///
    /// @throws PictureException when the file is none of the formats, out of bounds, damaged or cut off
    /// @throws IOException when the file cannot be read
    public static Picture decode(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new PictureException("the picture has " + size + " bytes, more than " + MAX_BYTES
                    + "; save it smaller, as JPEG for example");
        }
        return decode(Files.readAllBytes(file));
    }

    private static Picture decode(byte[] content) {
        PictureBytes bytes = new PictureBytes(content);
        PictureFormat format = PictureFormat.of(bytes)
                .orElseThrow(() -> new PictureException(
                        "not a picture of a known format; send JPEG, PNG, WebP, GIF, BMP or TIFF"));
        PictureHeader header = PictureHeader.read(format, bytes);
        checkSides(header.width(), header.height());
        FFmpeg.load();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            decode(format, content, frame);
            checkSides(frame.width(), frame.height());
            return Orientation.turn(PixelReader.read(frame), header.orientation());
        } finally {
            FFmpeg.free(frame);
        }
    }

    private static void checkSides(int width, int height) {
        if (width < MIN_SIDE || height < MIN_SIDE) {
            throw new PictureException(
                    "the picture is " + width + "x" + height + "; both sides must be at least " + MIN_SIDE + " pixels");
        }
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new PictureException("the picture is " + width + "x" + height + "; scale it down to at most "
                    + MAX_SIDE + " pixels a side");
        }
    }

    private static void decode(PictureFormat format, byte[] content, AVFrame frame) {
        var decoder = avcodec.avcodec_find_decoder(format.codec());
        AVCodecContext context = avcodec.avcodec_alloc_context3(decoder);
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            context.max_pixels(MAX_PIXELS);
            context.thread_count(1);
            context.err_recognition(format == PictureFormat.TIFF ? avcodec.AV_EF_CRCCHECK : STRICT);
            // A damaged picture must fail: concealment would paint grey where the file ends.
            context.error_concealment(0);
            require(format, avcodec.avcodec_open2(context, decoder, (org.bytedeco.javacpp.PointerPointer<?>) null));
            require(format, avcodec.av_new_packet(packet, content.length));
            packet.data().put(content);
            packet.flags(avcodec.AV_PKT_FLAG_KEY);
            require(format, avcodec.avcodec_send_packet(context, packet));
            require(format, avcodec.avcodec_send_packet(context, null));
            require(format, avcodec.avcodec_receive_frame(context, frame));
            if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
                throw new PictureException("the " + format + " is damaged: parts of it cannot be decoded; "
                        + "save the picture again and send the whole file");
            }
        } finally {
            avcodec.av_packet_free(packet);
            FFmpeg.free(context);
        }
    }

    private static void require(PictureFormat format, int code) {
        if (code < 0) {
            throw new PictureException("the " + format + " cannot be decoded (" + FFmpeg.text(code)
                    + "); save the picture again and send the whole file");
        }
    }
}
