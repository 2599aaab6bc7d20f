package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Subtitle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// Dialogue as timed text (3GPP TS 26.245, `tx3g`), which players show when asked. Used by one thread at a time.
final class SubtitleTrack {
    /// Milliseconds.
    private static final int UNITS = 1000;

    /// The text's share of the frame's height, from the bottom.
    private static final double BAND = 0.2;

    /// A sample is a length of two bytes and so many bytes of text at most.
    private static final int MOST_BYTES = 1000;

    /// The sample description: no flags, centred, at the bottom, no background, an empty box, the style of all text
    /// (font 1, plain, 18 points, white), and the table that says what font 1 is.
    private static final byte[] DESCRIPTION = description();

    private final Mp4File file;
    private final AVStream stream;
    private final AVRational unit = new AVRational().num(1).den(UNITS);

    SubtitleTrack(Mp4File file, FrameSize size) {
        this.file = file;
        stream = file.stream(unit);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(avutil.AVMEDIA_TYPE_SUBTITLE);
        parameters.codec_id(avcodec.AV_CODEC_ID_MOV_TEXT);
        parameters.width(size.width());
        parameters.height((int) (size.height() * BAND));
        var extra = new BytePointer(avutil.av_mallocz(DESCRIPTION.length + avcodec.AV_INPUT_BUFFER_PADDING_SIZE));
        extra.capacity(DESCRIPTION.length).put(DESCRIPTION);
        parameters.extradata(extra);
        parameters.extradata_size(DESCRIPTION.length);
    }

    private static byte[] description() {
        byte[] font = "Sans-Serif".getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(43 + font.length);
        bytes.putInt(0).put((byte) 1).put((byte) -1).putInt(0).putLong(0);
        bytes.putShort((short) 0).putShort((short) 0).putShort((short) 1);
        bytes.put((byte) 0).put((byte) 18).putInt(-1);
        bytes.putInt(13 + font.length).put("ftab".getBytes(StandardCharsets.US_ASCII));
        bytes.putShort((short) 1).putShort((short) 1).put((byte) font.length).put(font);
        return bytes.array();
    }

    /// Writes all lines. Between them stand empty samples, so that the track is as long as the film.
    ///
    /// @param millis of the film
    void write(List<Subtitle> lines, long millis) {
        long at = 0;
        for (Subtitle line : lines) {
            long start = Math.clamp(line.start(), at, millis);
            long end = Math.clamp(line.end(), start, millis);
            if (start > at) {
                write("", at, start);
            }
            if (end > start) {
                write(line.text(), start, end);
            }
            at = end;
        }
        if (at < millis) {
            write("", at, millis);
        }
    }

    private void write(String words, long from, long to) {
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        int length = text.length;
        if (length > MOST_BYTES) {
            length = MOST_BYTES;
            // Not in the middle of a letter: its later bytes begin with the bits 10.
            while ((text[length] & 0xC0) == 0x80) {
                length--;
            }
        }
        byte[] sample = ByteBuffer.allocate(2 + length)
                .putShort((short) length)
                .put(text, 0, length)
                .array();
        file.write(stream, sample, unit, from, to - from);
    }
}
