package dev.zoetrope.cli;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.board.CaptionReader;
import dev.zoetrope.animatic.director.NoteReader;
import dev.zoetrope.animatic.director.ShotNote;
import dev.zoetrope.animatic.words.WordReader;
import dev.zoetrope.animatic.words.WordsUnavailable;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is written to the panels of sheets. Where the platform cannot read words it says so once, and panels go
/// without. Whoever opens it closes it.
final class BoardWords implements AutoCloseable {
    private final @Nullable WordReader words;

    private BoardWords(@Nullable WordReader words) {
        this.words = words;
    }

    /// @param problems where it is told that words cannot be read here
    static BoardWords open(PrintStream problems) {
        try {
            return new BoardWords(WordReader.open());
        } catch (WordsUnavailable e) {
            problems.println("zoetrope: captions are not read: " + e.getMessage());
            return new BoardWords(null);
        }
    }

    /// A note for each panel, in reading order; empty where nothing is written.
    List<ShotNote> notes(Picture picture, Sheet sheet) {
        if (words == null || !sheet.isStoryboard()) {
            return Collections.nCopies(sheet.panels().size(), ShotNote.NONE);
        }
        List<Caption> captions = new CaptionReader(words).read(picture, sheet);
        return NoteReader.readAll(captions);
    }

    @Override
    public void close() {
        if (words != null) {
            words.close();
        }
    }
}
