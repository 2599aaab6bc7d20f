package dev.zoetrope.animatic;

import org.jspecify.annotations.Nullable;

/// One shot, ready to be filmed: its plate, the way of the camera over it, and what stands still before it.
final class Take {
    /// A panel that is finer than the film is printed this much larger than the film, so that its details do
    /// not flicker between sharp and soft as they pass over the pixels. Not for a camera that rolls or turns:
    /// the longer filter would cost too much there, and the flicker is lost in the shaking.
    private static final double FINE_PRINT = 1.25;

    /// From so many panel pixels for one of the film's on a panel counts as fine.
    private static final double FINE = 0.75;

    /// The most plate samples for one of the film's, to bound memory in very deep moves.
    private static final double MAX_STEP = 2.5;

    /// Frames at which the window is tried for the plate's extent; moves are smooth.
    private static final int TRIES = 97;

    private final FrameSize size;
    private final CameraPath path;
    private final Plate plate;
    private final @Nullable Overlay overlay;
    private final Projection[] projections = new Projection[Frame.PLANES];
    private @Nullable Window aimedAt;

    /// @param panel what is filmed
    /// @param path over it
    /// @param span frames for which it is seen
    /// @param size of the film
    /// @param overlay what stands still before it, or null
    Take(Upright panel, CameraPath path, int span, FrameSize size, @Nullable Overlay overlay) {
        this.size = size;
        this.path = path;
        this.overlay = overlay;
        this.plate = print(panel, path, span, size);
    }

    private static Plate print(Upright panel, CameraPath path, int span, FrameSize size) {
        double left = panel.width();
        double top = panel.height();
        double right = 0;
        double bottom = 0;
        double narrowest = Double.MAX_VALUE;
        double widest = 0;
        boolean isUpright = true;
        for (int i = 0; i < TRIES; i++) {
            Window window = path.at((int) Math.round((double) i * (span - 1) / (TRIES - 1)));
            // Rolled and turned frames reach a little beyond the upright window.
            boolean isStraight = window.roll() == 0 && window.turn() == 0;
            isUpright &= isStraight;
            double reach = isStraight ? 0.5 : 0.6;
            double height = window.width() / size.ratio();
            left = Math.min(left, window.x() - reach * window.width());
            right = Math.max(right, window.x() + reach * window.width());
            top = Math.min(top, window.y() - reach * height);
            bottom = Math.max(bottom, window.y() + reach * height);
            narrowest = Math.min(narrowest, window.width());
            widest = Math.max(widest, window.width());
        }
        left = Math.max(0, left);
        top = Math.max(0, top);
        right = Math.min(panel.width(), right);
        bottom = Math.min(panel.height(), bottom);
        double fineness = isUpright && narrowest / size.width() >= FINE ? FINE_PRINT : 1;
        double scale = Math.min(size.width() / narrowest * fineness, MAX_STEP * size.width() / widest);
        int width = Math.max(1, (int) Math.round((right - left) * scale));
        int height = Math.max(1, (int) Math.round((bottom - top) * scale));
        return new Enlarger(panel, new Enlarger.Area(left, top, scale, width, height), fineness).print();
    }

    /// Points the camera for a frame of the shot, from 0.
    ///
    /// @return whether it had to be moved: if not, each row is as it was
    boolean aim(int frame) {
        Window window = path.at(frame);
        if (window.equals(aimedAt)) {
            return false;
        }
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            // Both chroma planes lie alike.
            projections[plane] = plane == 2 ? projections[1] : new Projection(window, plate, plane, size);
        }
        aimedAt = window;
        return true;
    }

    /// One row of the frame aimed at, as fractions of code values.
    void row(int plane, int y, float[] out) {
        projections[plane].row(plate.planes()[plane], y, out);
        if (overlay != null) {
            overlay.lay(plane, y, out);
        }
    }
}
