package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.Brief.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Briefs for tests: 864x496, 361 frames, seed 99, unless said otherwise.
public final class Briefs {
    public static final FrameSize SIZE = new FrameSize(864, 496);

    private Briefs() {}

    public static Brief of(String prompt, Reference... references) {
        return new Brief(prompt, Arrays.asList(references), SIZE, 361, 99, true);
    }

    public static Brief seeded(Brief brief, long seed) {
        return new Brief(brief.prompt(), brief.references(), brief.size(), brief.frames(), seed, brief.sound());
    }

    public static Brief lasting(Brief brief, int frames) {
        return new Brief(brief.prompt(), brief.references(), brief.size(), frames, brief.seed(), brief.sound());
    }

    /// A sheet with panels side by side.
    public static Reference board(int panels) {
        Picture picture = TestPictures.flat(100 * panels, 60, 0xffffff);
        List<Sheet.Panel> found = new ArrayList<>();
        for (int i = 0; i < panels; i++) {
            found.add(new Sheet.Panel(Quad.rectangle(100 * i + 5, 5, 90, 50), 1));
        }
        return new Reference(Role.REFERENCE, picture, new Sheet(picture.width(), picture.height(), found));
    }

    public static Reference picture() {
        return picture(Role.REFERENCE);
    }

    public static Reference picture(Role role) {
        Picture picture = TestPictures.flat(160, 90, 0x808080);
        return new Reference(role, picture, new Sheet(160, 90, List.of(new Sheet.Panel(picture.bounds(), 1))));
    }
}
