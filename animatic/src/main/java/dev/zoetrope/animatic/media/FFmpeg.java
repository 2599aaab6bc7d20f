package dev.zoetrope.animatic.media;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// The way into the native library: everything in this package calls [#load] before its first native call.
final class FFmpeg {
    /// Names the build of the natives with x264 in it; without it the loader would look for the LGPL build.
    private static final String BUILD_PROPERTY = "org.bytedeco.javacpp.platform.extension";

    private static final int ERROR_TEXT_BYTES = 256;

    static {
        if (System.getProperty(BUILD_PROPERTY) == null) {
            System.setProperty(BUILD_PROPERTY, "-gpl");
        }
        // Errors come back as codes and are told in our own words; the library would print them to stderr as well.
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    private FFmpeg() {}

    /// Loads the natives on first use, which unpacks them into the user's cache once.
    static void load() {
        // The static block does it.
    }

    /// What a negative return code means, in FFmpeg's words.
    static String text(int code) {
        byte[] text = new byte[ERROR_TEXT_BYTES];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    static void free(AVCodecContext context) {
        if (!context.isNull()) {
            avcodec.avcodec_free_context(context);
        }
    }

    static void free(AVFrame frame) {
        if (!frame.isNull()) {
            avutil.av_frame_free(frame);
        }
    }
}
