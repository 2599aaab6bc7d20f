package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Grade;
import dev.zoetrope.animatic.Likeness;
import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Salience;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.View;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The takes of a film's shots, each prepared once, when it is first asked for, and given up when the film has gone
/// past it. For any number of threads; who asks for a take that another prepares waits for it.
final class Takes {
    /// Shots kept before the one in sight: under its dissolve the one before is seen, and another camera may be a few
    /// frames behind.
    private static final int KEPT_BEFORE = 2;

    /// Who asks for a morph is served with less than a clear likeness.
    private static final double LEAST_ALIKE = 0.5;

    private final Brief brief;
    private final Timeline timeline;
    private final @Nullable Grading grading;
    private final BurntCaptions captions;
    private final Queue<Enlarger.Buffers> spare = new ConcurrentLinkedQueue<>();
    private final Map<Integer, FutureTask<Take>> takes = new ConcurrentHashMap<>();
    private final Map<Integer, Flow> flows = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> sameSetUps = new ConcurrentHashMap<>();

    Takes(Brief brief, Timeline timeline) {
        this.brief = brief;
        this.timeline = timeline;
        Grade grade = timeline.extras().grade();
        grading = grade == null ? null : new Grading(grade);
        captions = new BurntCaptions(timeline);
    }

    /// What is drawn over all shots.
    BurntCaptions captions() {
        return captions;
    }

    Timeline timeline() {
        return timeline;
    }

    /// The take of a shot.
    ///
    /// @param index of the shot, from 0
    Take take(int index) {
        FutureTask<Take> task = takes.computeIfAbsent(index, i -> new FutureTask<>(() -> prepare(i)));
        task.run(); // the first to come does it, for all others it does nothing
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    wasInterrupted = true; // preparing takes little, and half a take is of no use
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("shot " + (index + 1) + " could not be prepared", e.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The flow into a shot. When several cameras ask at once each may find it, and all find the same.
    ///
    /// @param finding is done unless it has been
    Flow flow(int index, Supplier<Flow> finding) {
        Flow known = flows.get(index);
        if (known == null) {
            known = finding.get();
            flows.put(index, known);
        }
        return known;
    }

    /// Whether a shot shows the same set-up as the one before it, so that the one may turn into the other.
    boolean isSameSetUp(int index) {
        return sameSetUps.computeIfAbsent(index, i -> {
            Shot before = timeline.shots().get(i - 1);
            Shot shot = timeline.shots().get(i);
            return before.view() instanceof View.Panel first
                    && shot.view() instanceof View.Panel second
                    && Likeness.of(reference(first, before), first.quad(), reference(second, shot), second.quad())
                            >= LEAST_ALIKE;
        });
    }

    /// Gives up what lies behind a shot that is now in sight.
    void leaveBehind(int index) {
        takes.keySet().removeIf(kept -> kept < index - KEPT_BEFORE);
    }

    /// Prepares a shot before it is needed; nothing when the film has no such shot.
    void ahead(int index) {
        if (index < timeline.shots().size()) {
            take(index);
        }
    }

    private Take prepare(int index) {
        Shot shot = timeline.shots().get(index);
        // The move goes on under the next shot's dissolve, and ends where that ends.
        int span = shot.length();
        if (index + 1 < timeline.shots().size()) {
            Shot next = timeline.shots().get(index + 1);
            if (next.transition().kind().overlaps()) {
                span += Math.min(next.transition().frames(), next.length());
            }
        }
        return switch (shot.view()) {
            case View.Panel panel -> {
                Picture picture = reference(panel, shot);
                Upright upright = graded(Upright.of(picture, panel.quad()));
                Salience salience = Salience.of(picture, panel.quad());
                yield take(shot, new Stage(upright, null, salience, Take.Foreground.NONE), span);
            }
            case View.Clip clip -> {
                var reel = new ClipReel(clip(clip, shot), clip.from(), grading);
                yield take(shot, new Stage(reel.at(0), reel, null, Take.Foreground.NONE), span);
            }
            case View.Card card -> {
                CardPainter painter = new CardPainter(card, timeline.size());
                var before = new Take.Foreground(painter.before(grading), painter.lettering());
                yield take(shot, new Stage(graded(painter.background()), null, null, before), span);
            }
        };
    }

    /// What stands before the camera.
    ///
    /// @param salience of a panel; null for a card, which is composed for its film, and for a clip
    private record Stage(
            Upright upright,
            Take.@Nullable Reel reel,
            @Nullable Salience salience,
            Take.Foreground before) {}

    private Upright graded(Upright upright) {
        return grading == null ? upright : grading.of(upright);
    }

    private Take take(Shot shot, Stage stage, int span) {
        double ratio = timeline.size().ratio();
        Upright upright = stage.upright;
        Salience salience = stage.salience;
        double wide = upright.width();
        double high = upright.height();
        Ground ground = salience == null ? new Ground(wide, high) : Ground.of(salience, wide, high, ratio);
        CameraPath.Span seen = new CameraPath.Span(span, timeline.seed() * 31 + shot.number());
        CameraPath path = new CameraPath(shot.move(), ground, ratio, seen);
        int index = timeline.shots().indexOf(shot);
        if (shot.transition().kind() == Timeline.Transition.Kind.MATCH_CUT && index > 0) {
            Take earlier = take(index - 1);
            path = path.matching(earlier.place(timeline.shots().get(index - 1).length()));
        }
        CameraPath deep = path.deep(shot.depth());
        Cutout cutout =
                salience == null || !deep.isDeep() ? null : Cutout.of(upright).orElse(null);
        if (cutout != null) {
            path = deep;
        }
        var seenAs = new Take.Seen(
                span, timeline.size(), shot.life(), timeline.seed() + shot.number(), role(shot), stage.reel);
        Enlarger.Buffers free = spare.poll();
        Enlarger.Buffers buffers = free == null ? new Enlarger.Buffers() : free;
        try {
            return new Take(upright, path, cutout, stage.before, seenAs, buffers);
        } finally {
            spare.add(buffers);
        }
    }

    private Brief.Role role(Shot shot) {
        return switch (shot.view()) {
            case View.Panel panel -> brief.references().get(panel.reference()).role();
            case View.Card _, View.Clip _ -> Brief.Role.REFERENCE;
        };
    }

    private MovingPicture clip(View.Clip clip, Shot shot) {
        if (clip.reference() >= brief.clips().size()) {
            throw new IllegalArgumentException("shot " + shot.number() + " shows clip " + clip.reference()
                    + ", but the brief has " + brief.clips().size() + ", counted from 0");
        }
        return brief.clips().get(clip.reference()).frames();
    }

    private Picture reference(View.Panel panel, Shot shot) {
        if (panel.reference() < 0 || panel.reference() >= brief.references().size()) {
            throw new IllegalArgumentException("shot " + shot.number() + " shows reference " + panel.reference()
                    + ", but the brief has " + brief.references().size() + ", counted from 0");
        }
        return brief.references().get(panel.reference()).picture();
    }
}
