package dev.zoetrope.animatic.media;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// The container: an MP4 whose index comes first, so that a player can start before all has arrived, and which holds
/// nothing of the moment or the machine. Used by one thread at a time.
final class Mp4File implements AutoCloseable {
    /// The unit of the picture's timestamps: 512 for each frame, what FFmpeg itself takes for 24 frames a second.
    private static final String TRACK_TIMESCALE = "12288";

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet;
    private boolean isOpen;

    /// Creates the file, or empties it.
    Mp4File(Path file) {
        this.file = file;
        // Without the scheme a colon in a name would be read as a protocol.
        String url = "file:" + file.toAbsolutePath();
        FilmException.require(
                avformat.avformat_alloc_output_context2(format, null, "mp4", url), "preparing the MP4 container");
        packet = avcodec.av_packet_alloc();
        // Packets wait until each stream has one, however long: the order never depends on which thread was faster.
        format.max_interleave_delta(0);
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        AVIOContext output = new AVIOContext(null);
        int code = avformat.avio_open(output, url, avformat.AVIO_FLAG_WRITE);
        if (code < 0) {
            close();
            throw new FilmException(
                    "cannot create " + file + ": " + FFmpeg.text(code) + "; the folder must exist and be writable",
                    null);
        }
        format.pb(output);
        isOpen = true;
    }

    /// Adds a stream for an opened encoder.
    AVStream stream(AVCodecContext encoder) {
        AVStream stream = avformat.avformat_new_stream(format, null);
        if (stream == null || stream.isNull()) {
            throw new FilmException("no memory for a stream of " + file, null);
        }
        stream.time_base(encoder.time_base());
        FilmException.require(
                avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), "describing a stream");
        return stream;
    }

    /// Adds a stream that no encoder feeds; what it holds is yet to be described.
    AVStream stream(AVRational unit) {
        AVStream stream = avformat.avformat_new_stream(format, null);
        if (stream == null || stream.isNull()) {
            throw new FilmException("no memory for a stream of " + file, null);
        }
        stream.time_base(unit);
        return stream;
    }

    /// Writes the bytes of one packet.
    ///
    /// @param unit in which time and duration are told
    void write(AVStream stream, byte[] bytes, AVRational unit, long time, long duration) {
        FilmException.require(avcodec.av_new_packet(packet, bytes.length), "allocating a packet");
        packet.data().capacity(bytes.length).put(bytes);
        packet.pts(time);
        packet.dts(time);
        packet.duration(duration);
        packet.flags(avcodec.AV_PKT_FLAG_KEY);
        packet.stream_index(stream.index());
        // The container may have chosen another unit with its header.
        avcodec.av_packet_rescale_ts(packet, unit, stream.time_base());
        write(avformat.av_interleaved_write_frame(format, packet));
    }

    /// Writes the header; no stream can be added after it.
    void begin() {
        AVDictionary options = new AVDictionary(null);
        try {
            avutil.av_dict_set(options, "movflags", "+faststart", 0);
            avutil.av_dict_set(options, "video_track_timescale", TRACK_TIMESCALE, 0);
            write(avformat.avformat_write_header(format, options));
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /// Takes all packets the encoder has ready.
    void drain(AVCodecContext encoder, AVStream stream, long packetDuration) {
        AVRational unit = encoder.time_base();
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("writing " + file + " was stopped");
            }
            int code = avcodec.avcodec_receive_packet(encoder, packet);
            if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
                return;
            }
            FilmException.require(code, "encoding");
            if (packet.duration() == 0) {
                packet.duration(packetDuration);
            }
            packet.stream_index(stream.index());
            avcodec.av_packet_rescale_ts(packet, unit, stream.time_base());
            write(avformat.av_interleaved_write_frame(format, packet));
        }
    }

    /// Writes the index and moves it to the front; the file is complete afterwards.
    void end() {
        write(avformat.av_write_trailer(format));
        avformat.avio_flush(format.pb());
        write(format.pb().error());
        isOpen = false;
        write(avformat.avio_closep(format.pb()));
        format.pb(new AVIOContext(null));
    }

    private void write(int code) {
        if (code < 0) {
            throw new FilmException(
                    "cannot write " + file + ": " + FFmpeg.text(code) + "; check the free space of its disk", null);
        }
    }

    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            avformat.avio_closep(format.pb());
            format.pb(new AVIOContext(null));
        }
        if (!format.isNull()) {
            avformat.avformat_free_context(format);
            format.setNull();
        }
        if (!packet.isNull()) {
            avcodec.av_packet_free(packet);
            packet.setNull();
        }
    }
}
