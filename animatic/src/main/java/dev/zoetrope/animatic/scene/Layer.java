package dev.zoetrope.animatic.scene;

/// One sheet of a drawn scene. The sheets lie one behind the other; the nearer one is, the further it moves when the
/// camera does. The array is shared: nobody writes to it afterwards.
///
/// @param left of the sheet in the scene, in pixels from the frame's left edge
/// @param top of the sheet, in pixels from the frame's top edge
/// @param width in pixels
/// @param height in pixels
/// @param pixels `0xAARRGGBB`, alpha not premultiplied, row by row; the outermost are clear or alike
/// @param nearness how much further it moves than the furthest sheet, at least 1
/// @param drift how fast it crosses the frame by itself
@SuppressWarnings("ArrayRecordComponent") // never compared: a sheet is large
public record Layer(int left, int top, int width, int height, int[] pixels, double nearness, Drift drift) {
    /// A sheet's own movement.
    ///
    /// @param right in frame heights a second
    /// @param up in frame heights a second
    /// @param bob how far it rises and falls, in frame heights
    /// @param steps how often it does, a second
    public record Drift(double right, double up, double bob, double steps) {
        /// No movement.
        public static final Drift NONE = new Drift(0, 0, 0, 0);
    }
}
