package dev.zoetrope.animatic;

import java.util.List;

/// What was found on one picture: its panels in reading order. A picture that is no storyboard has one panel, itself.
///
/// @param width of the picture in pixels
/// @param height of the picture in pixels
/// @param panels in reading order, at least one
public record Sheet(int width, int height, List<Panel> panels) {
    /// One drawn picture on a sheet, without its frame and caption.
    ///
    /// @param quad where it is, in sheet pixels
    /// @param confidence from 0 to 1, how sure the reader is
    public record Panel(Quad quad, double confidence) {}

    public Sheet {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a sheet has at least one panel");
        }
    }

    /// A picture that is no storyboard.
    public static Sheet whole(Picture picture) {
        return new Sheet(picture.width(), picture.height(), List.of(new Panel(picture.bounds(), 1)));
    }

    /// True when the picture holds several panels.
    public boolean isStoryboard() {
        return panels.size() > 1;
    }
}
