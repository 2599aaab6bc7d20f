package dev.zoetrope.animatic.media;

import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// AAC, one channel, as Seedance's films have. Used by one thread at a time.
final class SoundEncoder implements AutoCloseable {
    /// Samples a second.
    static final int RATE = 48_000;

    /// Bits a second: transparent for one channel.
    private static final long BIT_RATE = 128_000;

    private final Mp4File file;
    private final AVCodecContext context;
    private final AVStream stream;
    private final AVFrame frame;
    private int position;

    SoundEncoder(Mp4File file) {
        this.file = file;
        var encoder = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_AAC);
        context = avcodec.avcodec_alloc_context3(encoder);
        context.sample_rate(RATE);
        context.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        context.bit_rate(BIT_RATE);
        context.time_base(new AVRational().num(1).den(RATE));
        context.thread_count(1);
        avutil.av_channel_layout_default(context.ch_layout(), 1);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        FilmException.require(
                avcodec.avcodec_open2(context, encoder, (org.bytedeco.javacpp.PointerPointer<?>) null), "opening AAC");
        stream = file.stream(context);
        frame = avutil.av_frame_alloc();
        frame.format(avutil.AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(RATE);
        frame.nb_samples(context.frame_size());
        avutil.av_channel_layout_default(frame.ch_layout(), 1);
        FilmException.require(avutil.av_frame_get_buffer(frame, 0), "allocating a frame of sound");
    }

    /// Encodes whole frames of sound until the given place is reached, or the samples end.
    ///
    /// @param samples of the whole film
    /// @param until in samples
    void encode(float[] samples, long until) {
        while (position < until && position < samples.length) {
            int count = Math.min(context.frame_size(), samples.length - position);
            FilmException.require(avutil.av_frame_make_writable(frame), "reusing a frame of sound");
            frame.nb_samples(count);
            frame.pts(position);
            frame.data(0)
                    .capacity((long) context.frame_size() * Float.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer()
                    .put(samples, position, count);
            FilmException.require(avcodec.avcodec_send_frame(context, frame), "encoding sound");
            position += count;
            file.drain(context, stream, count);
        }
    }

    /// Takes what the encoder has held back.
    void end() {
        FilmException.require(avcodec.avcodec_send_frame(context, null), "ending the sound");
        file.drain(context, stream, context.frame_size());
    }

    @Override
    public void close() {
        FFmpeg.free(frame);
        FFmpeg.free(context);
    }
}
