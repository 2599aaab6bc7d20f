package dev.zoetrope.animatic.camera;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at a take through the camera's window: gives the rows of one plane of one frame after the other, luma first.
/// It holds the
/// buffers that are used again for the next frame. One thread.
final class Lens {
    private final Scaling scaling = new Scaling();
    private final Slanting slanting = new Slanting();
    private final List<LayerLens> sheets = new ArrayList<>();
    private final Front front = new Front();
    private boolean isStraight;
    private @Nullable Air air;
    private @Nullable Take take;
    private @Nullable Take playing;
    private @Nullable Plate played;
    private int playedFrame;
    private Enlarger.@Nullable Buffers buffers;
    private int plane;

    /// Aims at a plane of a frame.
    ///
    /// @param frame of the take's shot, from 0
    void aim(Take take, int frame, int plane) {
        this.take = take;
        this.plane = plane;
        if (plane == 0 && take.isAlive()) {
            if (air == null || !air.size().equals(take.size())) {
                air = new Air(take.size());
            }
            take.stir(frame, air);
        }
        Window window = take.behind(frame);
        isStraight = window.isStraight();
        if (isStraight) {
            scaling.aim(window, plate(take, frame), plane, take.size());
        } else {
            slanting.aim(window, plate(take, frame), plane, take.size());
        }
        for (int i = 0; i < take.sheets().size(); i++) {
            if (sheets.size() == i) {
                sheets.add(new LayerLens(take.size()));
            }
            CardLayer sheet = take.sheets().get(i);
            sheets.get(i).aim(sheet, take.window(frame, sheet), plane);
        }
        Layers layers = take.layers();
        if (layers != null) {
            front.aim(take.window(frame), layers, plane, take.size());
        }
    }

    /// The take's plate; of a clip the one of this frame, which is printed once for all its planes.
    private Plate plate(Take take, int frame) {
        if (!take.isPlaying()) {
            return take.plate();
        }
        int shown = take.shown(frame);
        Plate last = played;
        if (last != null && take.equals(playing) && shown == playedFrame) {
            return last;
        }
        Enlarger.Buffers own = buffers == null ? new Enlarger.Buffers() : buffers;
        buffers = own;
        Plate printed = take.printed(shown, own);
        playing = take;
        played = printed;
        playedFrame = shown;
        return printed;
    }

    /// One row of the plane aimed at, as fractions of code values.
    void row(int y, float[] out) {
        if (take == null) {
            throw new IllegalStateException("the lens has not been aimed; call aim first");
        }
        if (isStraight) {
            scaling.row(y, out);
        } else {
            slanting.row(y, out);
        }
        for (int i = 0; i < take.sheets().size(); i++) {
            sheets.get(i).lay(take.sheets().get(i), plane, y, out);
        }
        if (take.layers() != null) {
            front.lay(y, out);
        }
        if (air != null && take.isAlive()) {
            air.lay(plane, y, out);
        }
        Overlay overlay = take.overlay();
        if (overlay != null) {
            overlay.lay(plane, y, out);
        }
    }
}
