package dev.zoetrope.animatic.media;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/// How a video's frames are to be turned, from the display matrix that telephones write (ISO/IEC 14496-12, 8.3.2), as
/// one of EXIF's orientations.
final class Rotation {
    private static final int UPRIGHT = 1;
    private static final int UPSIDE_DOWN = 3;
    private static final int QUARTER_RIGHT = 6;
    private static final int QUARTER_LEFT = 8;

    private Rotation() {}

    static int exif(AVCodecParameters parameters) {
        AVPacketSideData matrix = avcodec.av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < 9 * Integer.BYTES) {
            return UPRIGHT;
        }
        double left = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        if (Double.isNaN(left)) {
            return UPRIGHT;
        }
        // Counted against the clock; quarters are all that occurs.
        return switch ((int) (Math.round(-left / 90) % 4 + 4) % 4) {
            case 1 -> QUARTER_RIGHT;
            case 2 -> UPSIDE_DOWN;
            case 3 -> QUARTER_LEFT;
            default -> UPRIGHT;
        };
    }

    static boolean isSideways(int exif) {
        return exif == QUARTER_RIGHT || exif == QUARTER_LEFT;
    }
}
