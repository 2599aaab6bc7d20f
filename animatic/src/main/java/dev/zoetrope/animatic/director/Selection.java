package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Decides which pictures a film shows, and in which order.
///
/// A storyboard leads: then its panels are the shots, and single pictures beside it, often character studies, are left
/// out. Without one every reference is a shot, but for those that the prompt names as character or style. A first frame
/// opens the film, a last frame closes it. Without pictures
/// there are cards drawn from the words.
///
/// @param takes in order, at least one
/// @param remark on what was left out, empty for nothing
record Selection(List<Pick> takes, String remark) {
    /// What a film without pictures is, and is not.
    private static final String DRAWN = "drawn from the words as scenery and silhouettes, in which nobody acts;"
            + " engines that film people are in docs/models.md";

    /// Along its edge a panel of a sheet is mixed with its frame or its neighbour: what a scan, JPEG and a reading to
    /// the pixel leave there, in pixels of the sheet. On a screen it would be a line at the rim.
    private static final double RIM = 1.5;

    /// Of a very small panel no more than this share.
    private static final double MOST_RIM = 0.02;

    /// The most of a video's end that a film which extends it begins with, in frames, and the most of the film's.
    private static final int MOST_TAIL = 72;

    private static final int LEAST_TAIL = 24;

    private static final int SHARE_OF_TAIL = 3;

    static Selection of(Brief brief, PromptReader.Words words) {
        return ClipWords.find(brief.prompt(), brief.clips().size())
                .map(wish -> withClip(brief, words, wish))
                .orElseGet(() -> ofPictures(brief, words));
    }

    /// A film that shows a video: it alone, or its end and what comes after.
    private static Selection withClip(Brief brief, PromptReader.Words words, ClipWords wish) {
        String title = "Video " + (wish.clip() + 1);
        int frames = brief.clips().get(wish.clip()).frames().frames();
        if (wish.use() == ClipWords.Use.EDIT) {
            var whole = new Pick(
                    new View.Clip(wish.clip(), 0), Pick.Part.MIDDLE, NoteReader.read(brief.prompt()), ShotNote.NONE);
            return new Selection(
                    List.of(whole),
                    title + " is shown as it is, with life, captions, colours and sound as the words ask; nothing in it"
                            + " is replaced or removed, as nothing new is drawn here");
        }
        int tail = Math.min(frames, Math.clamp(brief.frames() / SHARE_OF_TAIL, LEAST_TAIL, MOST_TAIL));
        ShotNote asLong = ShotNote.NONE.lasting(OptionalDouble.of((double) tail / Timeline.FRAMES_PER_SECOND));
        var takes = new ArrayList<Pick>();
        takes.add(new Pick(new View.Clip(wish.clip(), frames - tail), Pick.Part.MIDDLE, asLong, ShotNote.NONE));
        if (brief.references().isEmpty()) {
            takes.add(new Pick(
                    new View.Clip(wish.clip(), frames - 1),
                    Pick.Part.MIDDLE,
                    NoteReader.read(brief.prompt()),
                    ShotNote.NONE));
            return new Selection(takes, "nothing new is drawn after " + title + "; send pictures to go on with");
        }
        Selection pictures = ofPictures(brief, words);
        takes.addAll(pictures.takes);
        return new Selection(takes, pictures.remark);
    }

    private static Selection ofPictures(Brief brief, PromptReader.Words words) {
        var takes = new ArrayList<Pick>();
        List<Integer> opening = whole(brief, words, Role.FIRST_FRAME, ReferenceRoles.Role.FIRST_FRAME);
        List<Integer> closing = whole(brief, words, Role.LAST_FRAME, ReferenceRoles.Role.LAST_FRAME);
        List<Integer> open = references(brief).stream()
                .filter(index -> !opening.contains(index) && !closing.contains(index))
                .toList();
        List<Integer> shown = shown(brief, words, open, opening.isEmpty() && closing.isEmpty());
        opening.forEach(index -> takes.add(whole(brief, index, Pick.Part.OPENING)));
        shown.forEach(index -> addPanels(takes, brief.references().get(index), index));
        closing.forEach(index -> takes.add(whole(brief, index, Pick.Part.CLOSING)));
        String remark = remark(open, shown, words);
        return takes.isEmpty()
                ? new Selection(CardTexts.takes(brief, words), remark.isEmpty() ? DRAWN : remark + "; " + DRAWN)
                : new Selection(takes, remark);
    }

    /// The storyboards, else the pictures that are there to be seen; a character where nothing else is.
    private static List<Integer> shown(Brief brief, PromptReader.Words words, List<Integer> open, boolean isAlone) {
        List<Integer> seen = open.stream()
                .filter(index -> !isApart(words, index, ReferenceRoles.Role.STYLE)
                        && !isApart(words, index, ReferenceRoles.Role.CHARACTER))
                .toList();
        List<Integer> boards = boards(brief, seen, words.board());
        if (!boards.isEmpty()) {
            return boards;
        }
        boolean isNothing = seen.isEmpty() && isAlone;
        return !isNothing
                ? seen
                : open.stream()
                        .filter(index -> isApart(words, index, ReferenceRoles.Role.CHARACTER))
                        .toList();
    }

    private static boolean isApart(PromptReader.Words words, int index, ReferenceRoles.Role role) {
        return ReferenceRoles.ofImage(words.roles(), index).filter(role::equals).isPresent();
    }

    private static void addPanels(List<Pick> takes, Reference reference, int index) {
        List<ShotNote> notes = NoteReader.readAll(reference.captions());
        List<Sheet.Panel> panels = reference.sheet().panels();
        for (int i = 0; i < panels.size(); i++) {
            // Words drawn into the picture are for the crew, not for the film.
            Caption caption = reference.captions().get(i);
            Quad quad = panels.get(i).quad();
            double across = panels.size() > 1 ? Math.min(MOST_RIM, RIM / quad.width()) : 0;
            double down = panels.size() > 1 ? Math.min(MOST_RIM, RIM / quad.height()) : 0;
            Quad seen =
                    quad.part(across, Math.max(down, caption.above()), 1 - across, 1 - Math.max(down, caption.below()));
            takes.add(new Pick(new View.Panel(index, seen), Pick.Part.MIDDLE, ShotNote.NONE, notes.get(i)));
        }
    }

    private static Pick whole(Brief brief, int index, Pick.Part part) {
        Quad bounds = brief.references().get(index).picture().bounds();
        return new Pick(new View.Panel(index, bounds), part, ShotNote.NONE, ShotNote.NONE);
    }

    /// The pictures that open or close the film: given as such, else the one that the prompt calls so.
    private static List<Integer> whole(Brief brief, PromptReader.Words words, Role role, ReferenceRoles.Role called) {
        List<Integer> given = indexes(brief, role);
        return !given.isEmpty()
                ? given
                : references(brief).stream()
                        .filter(index -> isApart(words, index, called)
                                && !brief.references().get(index).sheet().isStoryboard())
                        .limit(1)
                        .toList();
    }

    private static List<Integer> references(Brief brief) {
        return indexes(brief, Role.REFERENCE);
    }

    private static List<Integer> indexes(Brief brief, Role role) {
        return IntStream.range(0, brief.references().size())
                .filter(index -> brief.references().get(index).role() == role)
                .boxed()
                .toList();
    }

    /// The storyboards to follow: the one that the prompt names, or all there are. A name that points at a picture
    /// without panels is taken for a slip when there is a real storyboard.
    private static List<Integer> boards(Brief brief, List<Integer> open, OptionalInt named) {
        List<Integer> boards = open.stream()
                .filter(index -> brief.references().get(index).sheet().isStoryboard())
                .toList();
        return named.isPresent() && boards.contains(named.getAsInt()) ? List.of(named.getAsInt()) : boards;
    }

    private static String remark(List<Integer> all, List<Integer> shown, PromptReader.Words words) {
        List<String> left = all.stream()
                .filter(index -> !shown.contains(index))
                .map(index -> "image " + (index + 1) + " not shown, "
                        + ReferenceRoles.ofImage(words.roles(), index)
                                .filter(role ->
                                        role == ReferenceRoles.Role.STYLE || role == ReferenceRoles.Role.CHARACTER)
                                .map(role -> "being the " + role.title())
                                .orElse("as the storyboard leads"))
                .toList();
        return String.join("; ", left);
    }
}
