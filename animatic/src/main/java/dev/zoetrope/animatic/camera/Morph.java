package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;

/// How one shot turns into the next where both show the same set-up: what has moved between them travels from the one
/// place to the other, as both pictures are bent along the way while they dissolve (Beier and Neely, 1992, with a
/// [Flow] in place of drawn lines). Its buffers are used again from frame to frame. One thread.
final class Morph {
    private final float[][] before;
    private final float[][] after;

    Morph(FrameSize size) {
        before = new float[size.height()][size.width()];
        after = new float[size.height()][size.width()];
    }

    /// Takes in one plane of both shots.
    ///
    /// @param lensBefore aimed at the shot that ends
    /// @param lens aimed at the shot that begins
    void see(Lens lensBefore, Lens lens, int height) {
        for (int y = 0; y < height; y++) {
            lensBefore.row(y, before[y]);
            lens.row(y, after[y]);
        }
    }

    /// The flow between the luma planes last taken in.
    Flow flow() {
        return Flow.between(before, after);
    }

    /// A row of the plane last taken in.
    ///
    /// @param share how much of the way is gone, 0 to 1
    void row(Flow flow, Frame frame, int plane, int y, double share, float[] out) {
        int width = frame.width(plane);
        int height = frame.height(plane);
        float unit = plane == 0 ? 1 : 0.5f;
        float gone = (float) Chance.smooth(share);
        for (int x = 0; x < width; x++) {
            double across = (x + 0.5) / width;
            double down = (y + 0.5) / height;
            float dx = flow.right(across, down) * unit;
            float dy = flow.down(across, down) * unit;
            float from = at(before, x - gone * dx, y - gone * dy, width, height);
            float to = at(after, x + (1 - gone) * dx, y + (1 - gone) * dy, width, height);
            out[x] = from + gone * (to - from);
        }
    }

    private static float at(float[][] rows, float x, float y, int width, int height) {
        int left = Math.clamp((int) Math.floor(x), 0, width - 2);
        int top = Math.clamp((int) Math.floor(y), 0, height - 2);
        float u = Math.clamp(x - left, 0f, 1f);
        float v = Math.clamp(y - top, 0f, 1f);
        float[] upper = rows[top];
        float[] lower = rows[top + 1];
        float above = upper[left] + u * (upper[left + 1] - upper[left]);
        return above + v * (lower[left] + u * (lower[left + 1] - lower[left]) - above);
    }
}
