package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.board.CaptionReader;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the captions of sheets with the one word reader of this process, opened at the first need and kept as long as
/// the process lives. Where the platform cannot read words, films are made without them. Thread-safe.
final class SheetWords {
    private static final Logger LOG = LoggerFactory.getLogger(SheetWords.class);

    /// The one instance, made at the first use. Not closed: predictions use it until the process ends.
    private static final class Holder {
        static final CaptionReader READER = CaptionReader.open(LOG::warn);
    }

    /// A caption for each panel of a sheet.
    List<Caption> read(Picture picture, Sheet sheet) {
        return Holder.READER.read(picture, sheet);
    }
}
