package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Films a timeline, frame by frame: [Frame] tells the colours. Moves are smooth below the pixel, the picture
/// always fills the frame, and nothing outside a panel is ever seen.
///
/// The same timeline gives the same samples, in any order of asking; asking forward is fastest, since the shots
/// in sight are kept and no others. One thread at a time.
public final class Camera {
    private final Brief brief;
    private final Timeline timeline;
    private final Map<Integer, Take> takes = new HashMap<>();
    private final float[] row;
    private final float[] under;
    private final byte[] bytes;
    private int at;
    private @Nullable Frame still;
    private @Nullable Take stillOf;

    /// @param brief whose references the timeline shows
    /// @param timeline the plan
    public Camera(Brief brief, Timeline timeline) {
        this.brief = brief;
        this.timeline = timeline;
        int width = timeline.size().width();
        row = new float[width];
        under = new float[width];
        bytes = new byte[width];
    }

    /// Films one frame.
    ///
    /// @param number from 0
    /// @param frame of the timeline's size; every sample is written
    /// @throws IllegalArgumentException when the number or the size is not the timeline's, or a view
    ///     shows a reference the brief does not have
    public void shoot(int number, Frame frame) {
        if (number < 0 || number >= timeline.frames()) {
            throw new IllegalArgumentException(
                    "frame " + number + " is not in this film of " + timeline.frames() + " frames");
        }
        if (!frame.size().equals(timeline.size())) {
            throw new IllegalArgumentException("the frame is " + frame.size() + ", the film " + timeline.size());
        }
        int index = shotAt(number);
        takes.keySet().removeIf(kept -> kept < index - 1 || kept > index);
        Shot shot = timeline.shots().get(index);
        Take take = take(index);
        boolean isStill = !take.aim(number - shot.start());
        double share = share(shot, number - shot.start());
        boolean isDissolving = share < 1 && shot.transition().kind() == Timeline.Transition.Kind.DISSOLVE && index > 0;
        if (isDissolving) {
            Take before = take(index - 1);
            before.aim(number - timeline.shots().get(index - 1).start());
            expose(frame, take, before, (float) share);
        } else {
            takes.remove(index - 1);
            boolean isFading = shot.transition().kind() == Timeline.Transition.Kind.FADE_FROM_BLACK && share < 1;
            if (isStill && !isFading) {
                exposeStill(frame, take);
            } else {
                expose(frame, take, null, isFading ? (float) share : 1);
            }
        }
    }

    /// A camera that stands needs one exposure for all frames.
    private void exposeStill(Frame frame, Take take) {
        if (still == null || !take.equals(stillOf)) {
            still = Frame.onHeap(timeline.size());
            stillOf = take;
            expose(still, take, null, 1);
        }
        still.copyTo(frame);
    }

    private int shotAt(int number) {
        List<Shot> shots = timeline.shots();
        while (number < shots.get(at).start()) {
            at--;
        }
        while (number >= shots.get(at).end()) {
            at++;
        }
        return at;
    }

    /// How much of a shot is there at one of its frames. A dissolve starts with a little of the new picture; a
    /// fade starts with none.
    private static double share(Shot shot, int frame) {
        int length = Math.min(shot.transition().frames(), shot.length());
        if (frame >= length) {
            return 1;
        }
        return switch (shot.transition().kind()) {
            case CUT -> 1;
            case DISSOLVE -> (frame + 1.0) / (length + 1);
            case FADE_FROM_BLACK -> (double) frame / length;
        };
    }

    private Take take(int index) {
        return takes.computeIfAbsent(index, this::prepare);
    }

    private Take prepare(int index) {
        Shot shot = timeline.shots().get(index);
        // The move goes on under the next shot's dissolve, and ends where that ends.
        int span = shot.length();
        if (index + 1 < timeline.shots().size()) {
            Shot next = timeline.shots().get(index + 1);
            if (next.transition().kind() == Timeline.Transition.Kind.DISSOLVE) {
                span += Math.min(next.transition().frames(), next.length());
            }
        }
        return switch (shot.view()) {
            case View.Panel panel -> {
                Upright upright = Upright.of(reference(panel, shot), panel.quad());
                yield new Take(upright, path(shot, upright, span), span, timeline.size(), null);
            }
            case View.Card card -> {
                CardPainter painter = new CardPainter(card, timeline.size());
                Picture background = painter.background();
                Upright upright = Upright.of(background, background.bounds());
                yield new Take(upright, path(shot, upright, span), span, timeline.size(), painter.lettering());
            }
        };
    }

    private Picture reference(View.Panel panel, Shot shot) {
        if (panel.reference() < 0 || panel.reference() >= brief.references().size()) {
            throw new IllegalArgumentException("shot " + shot.number() + " shows reference " + panel.reference()
                    + ", but the brief has " + brief.references().size() + ", counted from 0");
        }
        return brief.references().get(panel.reference()).picture();
    }

    private CameraPath path(Shot shot, Upright upright, int span) {
        CameraPath.Span seen = new CameraPath.Span(span, timeline.seed() * 31 + shot.number());
        return new CameraPath(
                shot.move(), upright.width(), upright.height(), timeline.size().ratio(), seen);
    }

    /// Writes every sample: `share` of the take over the one before it, or over black.
    private void expose(Frame frame, Take take, @Nullable Take before, float share) {
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            int width = frame.width(plane);
            float black = plane == 0 ? 16 : 128;
            for (int y = 0; y < frame.height(plane); y++) {
                take.row(plane, y, row);
                if (before != null) {
                    before.row(plane, y, under);
                    for (int x = 0; x < width; x++) {
                        row[x] = under[x] + share * (row[x] - under[x]);
                    }
                } else if (share < 1) {
                    for (int x = 0; x < width; x++) {
                        row[x] = black + share * (row[x] - black);
                    }
                }
                develop(width, plane == 0 ? 235 : 240);
                frame.row(plane, y, bytes);
            }
        }
    }

    /// Rounds to code values within the limited range.
    private void develop(int width, int white) {
        for (int x = 0; x < width; x++) {
            bytes[x] = (byte) Math.max(16, Math.min(white, (int) (row[x] + 0.5f)));
        }
    }
}
