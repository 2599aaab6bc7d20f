package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// Reads a video, one decoded frame after the other; never more than one is held. Frames come upright and with square
/// pixels, whatever the file says of its rotation and its pixels' shape.
///
/// Safe for files from strangers: only MP4, MOV and WebM are opened, from this one file alone (a playlist that poses as
/// an MP4 is refused), only the usual codecs decode, and sides, length and frames are bounded. What a damaged file
/// still
/// holds is shown; a file without a single frame is an error. One thread at a time; whoever opens it closes it.
public final class VideoReader implements AutoCloseable {
    /// The shortest side: less is no video but a mistake.
    public static final int MIN_SIDE = 16;

    /// The longest side, as Seedance takes it.
    public static final int MAX_SIDE = 6000;

    /// The most pixels of a frame: those of 4K, with a row of blocks to spare.
    public static final int MAX_PIXELS = 4096 * 2304;

    /// What lies behind this is not read: four times what Seedance takes.
    public static final double MAX_SECONDS = 60;

    /// The containers there may be: none of them names another file unless asked to.
    private static final String CONTAINERS = "mov,matroska";

    private static final String CODECS = "h264,hevc,mpeg4,vp8,vp9,libdav1d,av1,mjpeg,prores";

    /// Frames are read up to twice 120 a second, then the file is taken for an endless one.
    private static final int MAX_FRAMES = (int) (MAX_SECONDS * 240);

    /// So many packets in a row without a picture: nothing is to come any more.
    private static final int MAX_BARREN = 2_000;

    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final FramePixels pixels = new FramePixels();
    private AVFrame shown = avutil.av_frame_alloc();
    private AVFrame waiting = avutil.av_frame_alloc();
    private AVCodecContext decoder = new AVCodecContext(null);
    private int stream = -1;
    private Facts facts = new Facts(0, 0, 0, 0);
    private int turn;
    private double shownAt;
    private double waitingAt;
    private double first = Double.NaN;
    private double step = 1.0 / 25;
    private int count;
    private boolean isWaiting;

    /// What a file says of itself.
    ///
    /// @param width of the upright frame in square pixels
    /// @param height of the upright frame
    /// @param seconds how long it says to be; 0 when it does not say
    /// @param rate frames a second on average; 0 when it does not say
    public record Facts(int width, int height, double seconds, double rate) {}

    private VideoReader() {}

    /// Opens a file and decodes its first frame, so that what cannot be read is told here. [#next] goes to that frame.
    ///
    /// @throws VideoException when the file is no video, is out of bounds, or holds no frame
    /// @throws IOException when the file cannot be read
    public static VideoReader open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new VideoException("the video is empty, it has 0 bytes; send the whole file");
        }
        FFmpeg.load();
        var reader = new VideoReader();
        try {
            reader.start(file);
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void start(Path file) {
        var options = new AVDictionary(null);
        try {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            avutil.av_dict_set(options, "codec_whitelist", CODECS, 0);
            int code = avformat.avformat_open_input(
                    format, "file:" + file.toAbsolutePath(), new AVInputFormat(null), options);
            if (code < 0) {
                throw new VideoException("the file is no MP4 or MOV video, or only a part of one (" + FFmpeg.text(code)
                        + "); save it again as MP4 with H.264 and send the whole file");
            }
        } finally {
            avutil.av_dict_free(options);
        }
        require(avformat.avformat_find_stream_info(format, (AVDictionary) null));
        stream = avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (stream < 0 || (format.streams(stream).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new VideoException("the file has no picture track; send a video that has one, as MP4 with H.264");
        }
        AVStream chosen = format.streams(stream);
        checkSides(chosen.codecpar().width(), chosen.codecpar().height());
        open(chosen);
        isWaiting = decode();
        if (!isWaiting) {
            throw new VideoException(
                    "no frame of the video can be decoded, so it is cut off or damaged; send the whole file");
        }
        facts = describe(chosen);
    }

    private static void checkSides(int width, int height) {
        if (width < MIN_SIDE || height < MIN_SIDE || width > MAX_SIDE || height > MAX_SIDE) {
            throw new VideoException("the video is " + width + "x" + height + "; its sides must be " + MIN_SIDE + " to "
                    + MAX_SIDE + " pixels; scale it");
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new VideoException("the video is " + width + "x" + height + ", more than " + MAX_PIXELS
                    + " pixels a frame; scale it down to 4K or less");
        }
    }

    private void open(AVStream chosen) {
        AVCodec codec = avcodec.avcodec_find_decoder(chosen.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new VideoException("the video's codec is not supported; save it as MP4 with H.264");
        }
        decoder = avcodec.avcodec_alloc_context3(codec);
        require(avcodec.avcodec_parameters_to_context(decoder, chosen.codecpar()));
        decoder.pkt_timebase(chosen.time_base());
        // One thread: what is made of a damaged file is then the same each time.
        decoder.thread_count(1);
        decoder.max_pixels(MAX_PIXELS);
        decoder.flags(decoder.flags() | avcodec.AV_CODEC_FLAG_BITEXACT);
        int code = avcodec.avcodec_open2(decoder, codec, (AVDictionary) null);
        if (code < 0) {
            throw new VideoException("the video's decoder " + codec.name().getString() + " refuses it ("
                    + FFmpeg.text(code) + "); save it as MP4 with H.264");
        }
        double rate = value(chosen.avg_frame_rate());
        if (rate > 0) {
            step = 1 / rate;
        }
    }

    private Facts describe(AVStream chosen) {
        turn = Rotation.exif(chosen.codecpar());
        AVRational shape =
                waiting.sample_aspect_ratio().num() > 0 ? waiting.sample_aspect_ratio() : chosen.sample_aspect_ratio();
        double wider = shape.num() > 0 && shape.den() > 0 ? Math.clamp(value(shape), 0.25, 4) : 1;
        int width = (int) Math.round(waiting.width() * Math.max(1, wider));
        int height = (int) Math.round(waiting.height() * Math.max(1, 1 / wider));
        double seconds = chosen.duration() > 0
                ? chosen.duration() * value(chosen.time_base())
                : Math.max(0, format.duration() / (double) avutil.AV_TIME_BASE);
        double rate = Math.max(0, value(chosen.avg_frame_rate()));
        boolean isSideways = Rotation.isSideways(turn);
        return new Facts(isSideways ? height : width, isSideways ? width : height, seconds, rate);
    }

    private static double value(AVRational rational) {
        return rational.den() == 0 ? 0 : (double) rational.num() / rational.den();
    }

    /// What the file says of itself.
    public Facts facts() {
        return facts;
    }

    /// Goes to the next frame.
    ///
    /// @return false after the last, or where the bounds end the reading; the last frame then stays
    public boolean next() {
        if (!isWaiting || count >= MAX_FRAMES || waitingAt > MAX_SECONDS) {
            return false;
        }
        AVFrame spare = shown;
        shown = waiting;
        shownAt = waitingAt;
        waiting = spare;
        count++;
        isWaiting = decode();
        return true;
    }

    /// Whether there is a frame in hand.
    boolean isStarted() {
        return count > 0;
    }

    /// When the frame in hand is shown, in seconds from the first.
    public double seconds() {
        return shownAt;
    }

    /// When the frame after the one in hand is shown; infinite when there is none.
    public double nextSeconds() {
        return isWaiting ? waitingAt : Double.POSITIVE_INFINITY;
    }

    /// The frame in hand at any size, 8 bits a channel.
    ///
    /// @throws IllegalStateException before [#next]
    public Picture picture(int width, int height) {
        if (count == 0) {
            throw new IllegalStateException("there is no frame yet; call next() first");
        }
        boolean isSideways = Rotation.isSideways(turn);
        Picture flat = pixels.read(shown, isSideways ? height : width, isSideways ? width : height);
        return Orientation.turn(flat, turn);
    }

    /// Decodes up to the next frame into `waiting`; one of impossible size ends the video.
    private boolean decode() {
        avutil.av_frame_unref(waiting);
        for (int barren = 0; barren < MAX_BARREN; barren++) {
            int code = avcodec.avcodec_receive_frame(decoder, waiting);
            if (code >= 0) {
                if ((long) waiting.width() * waiting.height() > MAX_PIXELS) {
                    return false;
                }
                time();
                return true;
            }
            if (code == avutil.AVERROR_EOF()) {
                return false;
            }
            feed();
        }
        return false;
    }

    /// Gives the decoder one more packet; a damaged one is skipped.
    private void feed() {
        int read;
        do {
            avcodec.av_packet_unref(packet);
            read = avformat.av_read_frame(format, packet);
        } while (read >= 0 && packet.stream_index() != stream);
        avcodec.avcodec_send_packet(decoder, read < 0 ? new AVPacket(null) : packet);
        avcodec.av_packet_unref(packet);
    }

    /// Times never run backwards, and where a file gives none its frames follow evenly.
    private void time() {
        long stamp = waiting.best_effort_timestamp();
        double at = stamp == avutil.AV_NOPTS_VALUE
                ? Double.NaN
                : stamp * value(format.streams(stream).time_base());
        if (Double.isNaN(first)) {
            first = Double.isNaN(at) ? 0 : at;
            waitingAt = 0;
            return;
        }
        waitingAt = Double.isNaN(at) || at - first <= shownAt ? shownAt + step : at - first;
    }

    private static void require(int code) {
        if (code < 0) {
            throw new VideoException("the video cannot be read (" + FFmpeg.text(code)
                    + "); save it again as MP4 with H.264 and send the whole file");
        }
    }

    @Override
    public void close() {
        pixels.close();
        FFmpeg.free(shown);
        FFmpeg.free(waiting);
        avcodec.av_packet_free(packet);
        FFmpeg.free(decoder);
        if (!format.isNull()) {
            avformat.avformat_close_input(format);
        }
    }
}
