package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Picture;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/// Turns a decoded frame of whatever pixel format (grey, palette, 16 bits, 4:2:0, with alpha) into a [Picture].
final class PixelReader {
    private static final int OPAQUE = 255;

    private PixelReader() {}

    static Picture read(AVFrame source) {
        AVFrame pixels = avutil.av_frame_alloc();
        SwsContext scaler = new SwsContext(null);
        try {
            // BGRA in memory is 0xAARRGGBB as a little-endian int, and every platform we run on is little-endian.
            pixels.format(avutil.AV_PIX_FMT_BGRA);
            pixels.width(source.width());
            pixels.height(source.height());
            require(avutil.av_frame_get_buffer(pixels, 0));
            int flags = swscale.SWS_BICUBIC
                    | swscale.SWS_ACCURATE_RND
                    | swscale.SWS_FULL_CHR_H_INP
                    | swscale.SWS_FULL_CHR_H_INT
                    | swscale.SWS_BITEXACT;
            scaler = swscale.sws_getContext(
                    source.width(),
                    source.height(),
                    source.format(),
                    pixels.width(),
                    pixels.height(),
                    pixels.format(),
                    flags,
                    null,
                    null,
                    (double[]) null);
            if (scaler == null || scaler.isNull()) {
                throw new PictureException("the picture's pixel format " + source.format()
                        + " is not supported; save it as 8-bit PNG or JPEG");
            }
            require(swscale.sws_scale(
                    scaler, source.data(), source.linesize(), 0, source.height(), pixels.data(), pixels.linesize()));
            return copy(pixels);
        } finally {
            if (scaler != null && !scaler.isNull()) {
                swscale.sws_freeContext(scaler);
            }
            FFmpeg.free(pixels);
        }
    }

    private static Picture copy(AVFrame pixels) {
        int width = pixels.width();
        int height = pixels.height();
        int stride = pixels.linesize(0) / Integer.BYTES;
        IntBuffer ints = pixels.data(0)
                .capacity((long) pixels.linesize(0) * height)
                .asByteBuffer()
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            ints.get(y * stride, out, y * width, width);
        }
        for (int i = 0; i < out.length; i++) {
            int pixel = out[i];
            int alpha = pixel >>> 24;
            out[i] = alpha == OPAQUE ? pixel & 0xFFFFFF : onWhite(pixel, alpha);
        }
        return new Picture(width, height, out);
    }

    private static int onWhite(int pixel, int alpha) {
        int red = over(pixel >> 16 & 0xFF, alpha);
        int green = over(pixel >> 8 & 0xFF, alpha);
        int blue = over(pixel & 0xFF, alpha);
        return red << 16 | green << 8 | blue;
    }

    private static int over(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    private static void require(int code) {
        if (code < 0) {
            throw new PictureException(
                    "the picture cannot be converted (" + FFmpeg.text(code) + "); save it as 8-bit PNG or JPEG");
        }
    }
}
