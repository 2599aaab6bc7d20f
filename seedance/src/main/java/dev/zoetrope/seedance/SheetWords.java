package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.board.CaptionReader;
import dev.zoetrope.animatic.words.WordReader;
import dev.zoetrope.animatic.words.WordsUnavailable;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the captions of sheets with the one word reader of this process, opened at the first need and kept as long as
/// the process lives. Where the platform cannot read words, films are made without them. Thread-safe.
final class SheetWords {
    private static final Logger LOG = LoggerFactory.getLogger(SheetWords.class);

    /// The one instance, made at the first use.
    private static final class Holder {
        static final @Nullable CaptionReader READER = open();

        private static @Nullable CaptionReader open() {
            try {
                // Not closed: predictions use it until the process ends.
                return new CaptionReader(WordReader.open());
            } catch (WordsUnavailable e) {
                LOG.warn("Captions of storyboards will not be read: {}", e.getMessage());
                return null;
            }
        }
    }

    /// A caption for each panel of a sheet.
    List<Caption> read(Picture picture, Sheet sheet) {
        CaptionReader reader = Holder.READER;
        return reader == null ? Collections.nCopies(sheet.panels().size(), Caption.NONE) : reader.read(picture, sheet);
    }
}
