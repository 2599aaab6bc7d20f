package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.Extras.Captions;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a film has beside shots and sound: its clips, how its dialogue is shown, and its grade.
final class ExtraChoice {
    private ExtraChoice() {}

    static Extras of(Brief brief, PromptReader.Words words, List<Pick> takes) {
        boolean showsClip = takes.stream().anyMatch(take -> take.view() instanceof View.Clip);
        var clips = new ArrayList<Extras.Clip>();
        if (showsClip) {
            for (Brief.Clip clip : brief.clips()) {
                clips.add(new Extras.Clip(
                        "Video " + (clips.size() + 1), clip.frames().frames()));
            }
        }
        return new Extras(
                clips,
                PromptReader.isBurnt(brief.prompt()) ? Captions.BURNT : Captions.SOFT,
                StyleGrade.of(brief, words, takes).orElse(null));
    }

    /// What the log says of it, after what it says already.
    static String remark(String before, Extras extras, Optional<Integer> style) {
        var remarks = new ArrayList<String>();
        if (!before.isEmpty()) {
            remarks.add(before);
        }
        if (extras.grade() != null) {
            remarks.add("colours of image " + (style.orElse(0) + 1));
        }
        if (extras.captions() == Captions.BURNT) {
            remarks.add("captions burnt in");
        }
        return String.join("; ", remarks);
    }
}
