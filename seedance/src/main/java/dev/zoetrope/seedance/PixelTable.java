package dev.zoetrope.seedance;

import dev.zoetrope.animatic.FrameSize;

/// The size of Seedance 2.0's frames for each resolution and shape, from ByteDance's description of the
/// create-task call. The sizes follow no formula (1470x630 is not a multiple of 16), hence a table.
final class PixelTable {
    private PixelTable() {}

    /// The frame size. The shape 9:21 exists on Replicate only and is the 21:9 frame stood on end (inferred).
    static FrameSize size(Resolution resolution, AspectRatio ratio) {
        return switch (resolution) {
            case P480 ->
                switch (ratio) {
                    case R21_9 -> new FrameSize(992, 432);
                    case R16_9 -> new FrameSize(864, 496);
                    case R4_3 -> new FrameSize(752, 560);
                    case R1_1 -> new FrameSize(640, 640);
                    case R3_4, R9_16, R9_21 -> onEnd(resolution, ratio);
                };
            case P720 ->
                switch (ratio) {
                    case R21_9 -> new FrameSize(1470, 630);
                    case R16_9 -> new FrameSize(1280, 720);
                    case R4_3 -> new FrameSize(1112, 834);
                    case R1_1 -> new FrameSize(960, 960);
                    case R3_4, R9_16, R9_21 -> onEnd(resolution, ratio);
                };
            case P1080 ->
                switch (ratio) {
                    case R21_9 -> new FrameSize(2206, 946);
                    case R16_9 -> new FrameSize(1920, 1080);
                    case R4_3 -> new FrameSize(1664, 1248);
                    case R1_1 -> new FrameSize(1440, 1440);
                    case R3_4, R9_16, R9_21 -> onEnd(resolution, ratio);
                };
            case K4 ->
                switch (ratio) {
                    case R21_9 -> new FrameSize(4398, 1886);
                    case R16_9 -> new FrameSize(3840, 2160);
                    case R4_3 -> new FrameSize(3326, 2494);
                    case R1_1 -> new FrameSize(2880, 2880);
                    case R3_4, R9_16, R9_21 -> onEnd(resolution, ratio);
                };
        };
    }

    /// The upright shapes are the lying ones turned by a quarter.
    private static FrameSize onEnd(Resolution resolution, AspectRatio upright) {
        AspectRatio lying = switch (upright) {
            case R3_4 -> AspectRatio.R4_3;
            case R9_16 -> AspectRatio.R16_9;
            case R9_21 -> AspectRatio.R21_9;
            case R16_9, R4_3, R1_1, R21_9 -> throw new IllegalArgumentException(upright + " is not an upright shape");
        };
        FrameSize size = size(resolution, lying);
        return new FrameSize(/* width= */ size.height(), /* height= */ size.width());
    }
}
