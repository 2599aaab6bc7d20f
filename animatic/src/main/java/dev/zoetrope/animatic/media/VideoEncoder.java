package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// H.264 by x264. Used by one thread at a time.
final class VideoEncoder implements AutoCloseable {
    /// Three times as fast as "medium" at nearly the same quality on drawn pictures.
    private static final String PRESET = "veryfast";

    /// Looked at on drawn panels: flat areas stay clean and edges sharp; 23 shows ringing at the lines.
    private static final String QUALITY = "20";

    /// Fixed, because x264's bytes depend on the number of threads and must not depend on the machine.
    private static final int THREADS = 2;

    /// The same bytes on each processor: no algorithm is chosen by what it can do.
    private static final String REPEATABLE = "cpu-independent=1";

    /// x264's AVX-512 code weighs macroblocks otherwise from run to run, even on one thread (core 165: a third
    /// of all runs of a busy machine differed; with AVX2 none of hundreds), so a processor that has it uses
    /// AVX2.
    private static final String WITHOUT_AVX512 = REPEATABLE + ":asm=AVX2,FMA3,BMI2,LZCNT";

    /// A camera over a still picture moves all of it alike: a short search finds that, and neither finer partitions nor
    /// a
    /// trellis find more. Measured on drawn panels: 0.6 of the time, 3 % more bytes, the same SSIM.
    private static final String STEADY = ":me=dia:subme=1:trellis=0:partitions=i8x8,i4x4";

    /// A key frame at least each 2 s, so that players can jump.
    private static final int KEY_FRAME_EVERY = 2 * Timeline.FRAMES_PER_SECOND;

    private final Mp4File file;
    private final AVCodecContext context;
    private final AVStream stream;

    VideoEncoder(Mp4File file, FrameSize size) {
        this.file = file;
        var encoder = avcodec.avcodec_find_encoder_by_name("libx264");
        if (encoder == null || encoder.isNull()) {
            throw new FilmException(
                    "this build of FFmpeg has no x264; put org.bytedeco:ffmpeg with the -gpl classifier of your"
                            + " platform on the class path",
                    null);
        }
        context = avcodec.avcodec_alloc_context3(encoder);
        context.width(size.width());
        context.height(size.height());
        context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.time_base(rational(1, Timeline.FRAMES_PER_SECOND));
        context.framerate(rational(Timeline.FRAMES_PER_SECOND, 1));
        context.sample_aspect_ratio(rational(1, 1));
        context.gop_size(KEY_FRAME_EVERY);
        context.thread_count(THREADS);
        // BT.709 for every size, SD as well: the stream says so and players follow the tags.
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.colorspace(avutil.AVCOL_SPC_BT709);
        context.color_primaries(avutil.AVCOL_PRI_BT709);
        context.color_trc(avutil.AVCOL_TRC_BT709);
        context.chroma_sample_location(avutil.AVCHROMA_LOC_LEFT);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        avutil.av_opt_set(context.priv_data(), "preset", PRESET, 0);
        avutil.av_opt_set(context.priv_data(), "crf", QUALITY, 0);
        avutil.av_opt_set(context.priv_data(), "profile", "high", 0);
        boolean hasAvx512 = (avutil.av_get_cpu_flags() & avutil.AV_CPU_FLAG_AVX512) != 0;
        avutil.av_opt_set(context.priv_data(), "x264-params", (hasAvx512 ? WITHOUT_AVX512 : REPEATABLE) + STEADY, 0);
        int code = avcodec.avcodec_open2(context, encoder, (org.bytedeco.javacpp.PointerPointer<?>) null);
        if (code < 0) {
            FFmpeg.free(context);
        }
        FilmException.require(code, "opening x264 for " + size);
        stream = file.stream(context);
    }

    private static AVRational rational(int numerator, int denominator) {
        return new AVRational().num(numerator).den(denominator);
    }

    /// A frame in native memory, read by the encoder where it lies.
    static AVFrame allocate(FrameSize size) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.width(size.width());
        frame.height(size.height());
        FilmException.require(avutil.av_frame_get_buffer(frame, 0), "allocating a frame of " + size);
        return frame;
    }

    /// The same memory as our own type sees it.
    static Frame view(AVFrame frame) {
        ByteBuffer[] planes = new ByteBuffer[Frame.PLANES];
        int[] strides = new int[Frame.PLANES];
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            int height = plane == 0 ? frame.height() : frame.height() / 2;
            strides[plane] = frame.linesize(plane);
            planes[plane] =
                    frame.data(plane).capacity((long) strides[plane] * height).asByteBuffer();
        }
        return new Frame(new FrameSize(frame.width(), frame.height()), planes, strides);
    }

    /// Encodes a frame; its memory is free again when this returns, as x264 has copied it.
    void encode(AVFrame frame, long number) {
        frame.pts(number);
        FilmException.require(avcodec.avcodec_send_frame(context, frame), "encoding frame " + number);
        file.drain(context, stream, 1);
        if (avutil.av_frame_is_writable(frame) == 0) {
            throw new IllegalStateException("the encoder still holds frame " + number);
        }
    }

    /// Takes what the encoder has held back for its look-ahead.
    void end() {
        FilmException.require(avcodec.avcodec_send_frame(context, null), "ending the picture");
        file.drain(context, stream, 1);
    }

    @Override
    public void close() {
        FFmpeg.free(context);
    }
}
