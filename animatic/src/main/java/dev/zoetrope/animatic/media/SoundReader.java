package dev.zoetrope.animatic.media;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/// Reads a sound file of any usual kind as one channel at 48 kHz. What a damaged file still holds is used; a file
/// without a single sample is an error. Only the file itself is opened: lists of other files are refused.
public final class SoundReader implements AutoCloseable {
    /// The containers there may be: none of them can name another file.
    private static final String CONTAINERS = "wav,mp3,aac,flac,ogg,mov,matroska,aiff";

    private static final int SECONDS_AT_FIRST = 16;

    private final Path file;
    private final int most;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame decoded = avutil.av_frame_alloc();
    private final AVFrame converted = avutil.av_frame_alloc();
    private final SwrContext converter = swresample.swr_alloc();
    private AVCodecContext decoder = new AVCodecContext(null);
    private float[] samples = new float[SECONDS_AT_FIRST * SoundEncoder.RATE];
    private int count;

    private SoundReader(Path file, int most) {
        this.file = file;
        this.most = most;
    }

    /// Reads a file's first sound track, its beginning where it is longer than wanted.
    ///
    /// @param seconds at most so many
    /// @return samples from -1 to 1, the caller's own
    /// @throws SoundException when it is no sound file, or a damaged one
    public static float[] read(Path file, double seconds) {
        FFmpeg.load();
        try (var reader = new SoundReader(file, (int) (seconds * SoundEncoder.RATE))) {
            return reader.read();
        }
    }

    private float[] read() {
        open();
        int stream = decoder();
        while (count < most && avformat.av_read_frame(format, packet) >= 0) {
            // A damaged packet is skipped: the sound jumps, as in any player.
            if (packet.stream_index() == stream && avcodec.avcodec_send_packet(decoder, packet) >= 0) {
                take();
            }
            avcodec.av_packet_unref(packet);
        }
        if (count < most && avcodec.avcodec_send_packet(decoder, new AVPacket(null)) >= 0) {
            take();
        }
        if (count > 0) {
            convert(new AVFrame(null));
        }
        if (count == 0) {
            throw new SoundException("the sound file holds no sound, or is damaged; save it again as WAV or MP3");
        }
        return Arrays.copyOf(samples, Math.min(count, most));
    }

    private void open() {
        var options = new AVDictionary(null);
        try {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            int code = avformat.avformat_open_input(
                    format, "file:" + file.toAbsolutePath(), new AVInputFormat(null), options);
            if (code < 0) {
                throw new SoundException(
                        "the file is no sound file (" + FFmpeg.text(code) + "); save it as WAV or MP3");
            }
        } finally {
            avutil.av_dict_free(options);
        }
        require(avformat.avformat_find_stream_info(format, (AVDictionary) null));
    }

    private int decoder() {
        int stream = avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (stream < 0) {
            throw new SoundException("the file has no sound track; save it as WAV or MP3");
        }
        var parameters = format.streams(stream).codecpar();
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null || codec.isNull() || parameters.sample_rate() <= 0) {
            throw new SoundException("the sound's codec or its rate of " + parameters.sample_rate()
                    + " Hz is not supported; save it as WAV or MP3");
        }
        decoder = avcodec.avcodec_alloc_context3(codec);
        require(avcodec.avcodec_parameters_to_context(decoder, parameters));
        decoder.thread_count(1);
        decoder.flags(decoder.flags() | avcodec.AV_CODEC_FLAG_BITEXACT);
        require(avcodec.avcodec_open2(decoder, codec, (AVDictionary) null));
        return stream;
    }

    private void take() {
        while (count < most && avcodec.avcodec_receive_frame(decoder, decoded) >= 0) {
            AVChannelLayout layout = decoded.ch_layout();
            if (layout.order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
                // Else the converter takes the second frame for another kind than the first.
                avutil.av_channel_layout_default(layout, layout.nb_channels());
            }
            convert(decoded);
            avutil.av_frame_unref(decoded);
        }
    }

    /// Converts a frame, or with none what the converter holds back. A frame unlike those before it is left out.
    private void convert(AVFrame from) {
        avutil.av_frame_unref(converted);
        converted.format(avutil.AV_SAMPLE_FMT_FLT);
        converted.sample_rate(SoundEncoder.RATE);
        avutil.av_channel_layout_default(converted.ch_layout(), 1);
        if (swresample.swr_convert_frame(converter, converted, from) < 0 || converted.nb_samples() <= 0) {
            return;
        }
        int got = converted.nb_samples();
        if (count + got > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(count + got, 2 * samples.length));
        }
        converted
                .data(0)
                .capacity((long) got * Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(samples, count, got);
        for (int i = count; i < count + got; i++) {
            // Files of floating point may hold anything.
            samples[i] = Float.isFinite(samples[i]) ? Math.clamp(samples[i], -1f, 1f) : 0;
        }
        count += got;
    }

    private static void require(int code) {
        if (code < 0) {
            throw new SoundException(
                    "the sound file cannot be read (" + FFmpeg.text(code) + "); save it again as WAV or MP3");
        }
    }

    @Override
    public void close() {
        swresample.swr_free(converter);
        FFmpeg.free(converted);
        FFmpeg.free(decoded);
        avcodec.av_packet_free(packet);
        FFmpeg.free(decoder);
        if (!format.isNull()) {
            avformat.avformat_close_input(format);
        }
    }
}
