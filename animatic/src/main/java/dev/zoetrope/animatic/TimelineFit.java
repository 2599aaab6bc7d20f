package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Source;
import dev.zoetrope.animatic.Timeline.View;
import java.util.List;
import java.util.stream.IntStream;

/// Holds a plan against the pictures and clips that are there.
final class TimelineFit {
    private TimelineFit() {}

    static void require(List<Shot> shots, List<Picture> given, int clips) {
        for (int i = 0; i < shots.size(); i++) {
            if (shots.get(i).view() instanceof View.Clip(int reference, int _) && reference >= clips) {
                throw new MalformedTimeline("$.shots[" + i + "].view.clip.reference is " + reference
                        + ", but there are only " + clips + " videos, counted from 0; send them in the same order");
            }
            if (shots.get(i).view() instanceof View.Panel(int reference, Quad quad)) {
                String path = "$.shots[" + i + "].view.panel";
                if (reference >= given.size()) {
                    throw new MalformedTimeline(path + ".reference is " + reference + ", but there are only "
                            + given.size() + " pictures, counted from 0");
                }
                quad.requireInside(given.get(reference), path + ".quad");
            }
        }
    }

    /// The same pictures under other names.
    static List<Source> named(List<Source> pictures, List<String> files) {
        if (files.size() != pictures.size()) {
            throw new IllegalArgumentException(
                    "the timeline has " + pictures.size() + " pictures, but " + files.size() + " names are given");
        }
        return IntStream.range(0, files.size())
                .mapToObj(i -> new Source(
                        files.get(i), pictures.get(i).width(), pictures.get(i).height()))
                .toList();
    }

    /// Refuses shots that do not tile the film.
    static void requireWhole(int version, int frames, List<Shot> shots) {
        if (version != Timeline.VERSION) {
            throw new IllegalArgumentException("timeline version " + version + " is not " + Timeline.VERSION);
        }
        int at = 0;
        for (Shot shot : shots) {
            if (shot.start() != at || shot.length() < 1) {
                throw new IllegalArgumentException("shot " + shot.number() + " starts at frame " + shot.start()
                        + " with length " + shot.length() + ", but the shot before it ends at " + at);
            }
            at = shot.end();
        }
        if (at != frames) {
            throw new IllegalArgumentException("the shots end at frame " + at + ", the film at " + frames);
        }
    }
}
