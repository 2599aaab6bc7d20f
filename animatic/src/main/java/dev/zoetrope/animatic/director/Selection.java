package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Decides which pictures a film shows, and in which order.
///
/// A storyboard leads: then its panels are the shots, and single pictures beside it, often character studies, are left
/// out. Without one every reference is a shot. A first frame opens the film, a last frame closes it. Without pictures
/// there are cards drawn from the words.
///
/// @param takes in order, at least one
/// @param remark on what was left out, empty for nothing
record Selection(List<Pick> takes, String remark) {
    static Selection of(Brief brief, PromptReader.Words words) {
        var takes = new ArrayList<Pick>();
        addWhole(takes, brief, Role.FIRST_FRAME, Pick.Part.OPENING);
        List<Integer> boards = boards(brief, words.board());
        List<Integer> shown = boards.isEmpty() ? references(brief) : boards;
        for (int index : shown) {
            Reference reference = brief.references().get(index);
            List<ShotNote> notes = NoteReader.readAll(reference.captions());
            List<Sheet.Panel> panels = reference.sheet().panels();
            for (int i = 0; i < panels.size(); i++) {
                // Words drawn into the picture are for the crew, not for the film.
                Caption caption = reference.captions().get(i);
                Quad seen = panels.get(i).quad().without(caption.above(), caption.below());
                takes.add(new Pick(new View.Panel(index, seen), Pick.Part.MIDDLE, ShotNote.NONE, notes.get(i)));
            }
        }
        addWhole(takes, brief, Role.LAST_FRAME, Pick.Part.CLOSING);
        if (takes.isEmpty()) {
            return new Selection(CardTexts.takes(brief, words), "");
        }
        return new Selection(takes, remark(references(brief), shown));
    }

    private static void addWhole(List<Pick> takes, Brief brief, Role role, Pick.Part part) {
        for (int index = 0; index < brief.references().size(); index++) {
            Reference reference = brief.references().get(index);
            if (reference.role() == role) {
                takes.add(new Pick(
                        new View.Panel(index, reference.picture().bounds()), part, ShotNote.NONE, ShotNote.NONE));
            }
        }
    }

    private static List<Integer> references(Brief brief) {
        return IntStream.range(0, brief.references().size())
                .filter(index -> brief.references().get(index).role() == Role.REFERENCE)
                .boxed()
                .toList();
    }

    /// The storyboards to follow: the one that the prompt names, or all there are. A name that points at a picture
    /// without panels is taken for a slip when there is a real storyboard.
    private static List<Integer> boards(Brief brief, OptionalInt named) {
        List<Integer> boards = references(brief).stream()
                .filter(index -> brief.references().get(index).sheet().isStoryboard())
                .toList();
        return named.isPresent() && boards.contains(named.getAsInt()) ? List.of(named.getAsInt()) : boards;
    }

    private static String remark(List<Integer> all, List<Integer> shown) {
        List<String> left = all.stream()
                .filter(index -> !shown.contains(index))
                .map(index -> "image " + (index + 1))
                .toList();
        return left.isEmpty() ? "" : String.join(", ", left) + " not shown, as the storyboard leads";
    }
}
