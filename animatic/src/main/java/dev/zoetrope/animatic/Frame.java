package dev.zoetrope.animatic;

import java.nio.ByteBuffer;

/// One picture of a film, ready to be encoded: planar YUV 4:2:0, 8 bits, BT.709, limited range (black is luma
/// 16, white 235), chroma sited left. It is a view of memory that is used again for later frames: hold it only
/// as long as its giver says. Not safe for use by several threads at once.
///
/// @param size of the frame in pixels
/// @param planes luma, Cb and Cr, written at absolute positions only
/// @param strides bytes from one row to the next, for each plane
@SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: a frame is a view of memory
public record Frame(FrameSize size, ByteBuffer[] planes, int[] strides) {
    /// Luma and two chroma planes.
    public static final int PLANES = 3;

    public Frame {
        if (planes.length != PLANES || strides.length != PLANES) {
            throw new IllegalArgumentException("a frame has 3 planes, got " + planes.length);
        }
    }

    /// A frame on the Java heap, without padding between its rows.
    public static Frame onHeap(FrameSize size) {
        ByteBuffer[] planes = new ByteBuffer[PLANES];
        int[] strides = new int[PLANES];
        for (int plane = 0; plane < PLANES; plane++) {
            strides[plane] = plane == 0 ? size.width() : size.width() / 2;
            planes[plane] = ByteBuffer.allocate(strides[plane] * (plane == 0 ? size.height() : size.height() / 2));
        }
        return new Frame(size, planes, strides);
    }

    /// Width of a plane in samples: chroma has half of luma's.
    public int width(int plane) {
        return plane == 0 ? size.width() : size.width() / 2;
    }

    /// Height of a plane in samples: chroma has half of luma's.
    public int height(int plane) {
        return plane == 0 ? size.height() : size.height() / 2;
    }

    /// Puts one row of samples into a plane.
    public void row(int plane, int y, byte[] samples) {
        planes[plane].put(y * strides[plane], samples, 0, width(plane));
    }

    /// Copies all samples to a frame of the same size.
    public void copyTo(Frame other) {
        for (int plane = 0; plane < PLANES; plane++) {
            for (int y = 0; y < height(plane); y++) {
                int to = y * other.strides[plane];
                other.planes[plane].put(to, planes[plane], y * strides[plane], width(plane));
            }
        }
    }

    /// One sample, 0..255.
    public int at(int plane, int x, int y) {
        return planes[plane].get(y * strides[plane] + x) & 0xFF;
    }
}
