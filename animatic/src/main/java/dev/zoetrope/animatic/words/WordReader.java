package dev.zoetrope.animatic.words;

import java.util.List;

/// Reads printed words in English and Chinese off pictures, on this machine's processor, by the networks of PP-OCR.
///
/// Opening one takes a tenth of a second and about 60 MB: a process opens one and keeps it. Thread-safe; the same
/// picture gives the same words. Whoever opens one closes it, once no call is under way.
public final class WordReader implements AutoCloseable {
    private final Recogniser recogniser;
    private final Detector detector;

    private WordReader(Recogniser recogniser, Detector detector) {
        this.recogniser = recogniser;
        this.detector = detector;
    }

    /// Loads the networks.
    ///
    /// @throws WordsUnavailable when this platform cannot run them
    public static WordReader open() {
        Recogniser recogniser = new Recogniser();
        try {
            return new WordReader(recogniser, new Detector());
        } catch (RuntimeException e) {
            recogniser.close();
            throw e;
        }
    }

    /// Reads lines of writing, each cut out with a little room around. Blocking, some 20 ms a line.
    ///
    /// @return a reading for each line, in their order
    public List<Reading> read(List<Grey> lines) {
        return recogniser.read(lines);
    }

    /// Finds lines of writing anywhere on a picture. Blocking, some 200 ms.
    ///
    /// @return upright boxes around them, from the top down
    public List<Place> find(Grey picture) {
        return detector.find(picture);
    }

    /// Where a line of writing stands: pixels from the first, included, to the last, excluded.
    public record Place(int left, int top, int right, int bottom) {}

    @Override
    public void close() {
        recogniser.close();
        detector.close();
    }
}
