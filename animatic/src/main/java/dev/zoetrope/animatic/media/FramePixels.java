package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Picture;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/// Turns a video's frames into pictures of a wanted size: any pixel format, 10 and 12 bits too, in the colours that the
/// frame says it has; those of high dynamic range are mapped down. Keeps its native memory from frame to frame. One
/// thread.
final class FramePixels implements AutoCloseable {
    /// From this height on video that does not say its colours is BT.709, below it BT.601, as players take it.
    private static final int HIGH_DEFINITION = 576;

    private AVFrame pixels = new AVFrame(null);
    private SwsContext scaler = new SwsContext(null);

    /// The frame at a size of its own; the source is not changed but for colours it does not tell.
    Picture read(AVFrame source, int width, int height) {
        if (pixels.isNull() || pixels.width() != width || pixels.height() != height) {
            prepare(width, height);
        }
        if (source.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED) {
            boolean isHigh = source.height() > HIGH_DEFINITION || source.width() > 1024;
            source.colorspace(isHigh ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M);
        }
        boolean isHdr =
                source.color_trc() == avutil.AVCOL_TRC_SMPTE2084 || source.color_trc() == avutil.AVCOL_TRC_ARIB_STD_B67;
        // Where the curves are alike they are left alone, which is exact and fast.
        pixels.color_trc(isHdr ? avutil.AVCOL_TRC_BT709 : source.color_trc());
        pixels.color_primaries(isHdr ? avutil.AVCOL_PRI_BT709 : source.color_primaries());
        int code = swscale.sws_scale_frame(scaler, pixels, source);
        if (code < 0) {
            throw new VideoException("the video's pixel format " + source.format() + " cannot be converted ("
                    + FFmpeg.text(code) + "); save it as MP4 with 8-bit H.264");
        }
        return copy();
    }

    private void prepare(int width, int height) {
        close();
        pixels = avutil.av_frame_alloc();
        // BGRA in memory is 0xAARRGGBB as a little-endian int.
        pixels.format(avutil.AV_PIX_FMT_BGRA);
        pixels.width(width);
        pixels.height(height);
        pixels.colorspace(avutil.AVCOL_SPC_RGB);
        pixels.color_range(avutil.AVCOL_RANGE_JPEG);
        int code = avutil.av_frame_get_buffer(pixels, 0);
        scaler = swscale.sws_alloc_context();
        if (code < 0 || scaler == null || scaler.isNull()) {
            throw new IllegalStateException("no native memory for a frame of " + width + "x" + height);
        }
        scaler.flags(swscale.SWS_AREA | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT | swscale.SWS_BITEXACT);
    }

    private Picture copy() {
        int width = pixels.width();
        int height = pixels.height();
        int stride = pixels.linesize(0) / Integer.BYTES;
        IntBuffer ints = pixels.data(0)
                .capacity((long) pixels.linesize(0) * height)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            ints.get(y * stride, out, y * width, width);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] &= 0xFFFFFF;
        }
        return new Picture(width, height, out);
    }

    @Override
    public void close() {
        if (scaler != null && !scaler.isNull()) {
            swscale.sws_free_context(scaler);
            scaler = new SwsContext(null);
        }
        FFmpeg.free(pixels);
        pixels = new AVFrame(null);
    }
}
