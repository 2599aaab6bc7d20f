package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.media.Tools;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an encoded film sounds, as FFmpeg measures it.
///
/// @param loudness in LUFS
/// @param peak true peak, in dBTP
record Heard(double loudness, double peak) {
    static Heard of(Path film) throws Exception {
        String report = Tools.ffmpeg(
                "-hide_banner", "-nostats", "-i", film.toString(), "-af", "ebur128=peak=true", "-f", "null", "-");
        return new Heard(last(report, "I: +(-?[\\d.]+) LUFS"), last(report, "Peak: +(-?[\\d.]+) dBFS"));
    }

    private static double last(String report, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(report);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }
}
