package dev.zoetrope.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes names that are safe in a URL's path and on any disk out of whatever a user calls a file.
public final class FileNames {
    /// The longest file name of common file systems, in bytes of UTF-8; Replicate's limit as well.
    public static final int MAX_BYTES = 255;

    /// What a file is called whose name has nothing usable.
    public static final String NAMELESS = "file";

    /// A longer one is no extension that anything knows.
    private static final int MAX_EXTENSION = 16;

    private FileNames() {}

    /// A safe name: the last part of the given path with letters and digits of any script, `-`, `_` and dots
    /// inside; everything else becomes `_`. Keeps the extension, even when the name must be cut to
    /// [#MAX_BYTES]. Never empty. A server still has to percent-encode what is not ASCII.
    public static String safe(@Nullable String given) {
        if (given == null) {
            return NAMELESS;
        }
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = withoutOuterDots(Normalizer.normalize(cleaned(last), Normalizer.Form.NFC));
        if (clean.chars().allMatch(c -> c == '_' || c == '.')) {
            return NAMELESS;
        }
        int dot = dotOfExtension(clean);
        String stem = clean.substring(0, dot);
        String extension = clean.substring(dot);
        int room = MAX_BYTES - extension.getBytes(StandardCharsets.UTF_8).length;
        return cut(stem, room) + extension;
    }

    /// The name under which a file is shown: the last part of the given path as its owner wrote it, without control
    /// characters and cut to [#MAX_BYTES]. Not for paths and URLs, which take [#safe].
    public static String shown(@Nullable String given) {
        if (given == null) {
            return NAMELESS;
        }
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var text = new StringBuilder(last.length());
        last.codePoints()
                .filter(c -> Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.SURROGATE)
                .forEach(text::appendCodePoint);
        String plain = text.toString().strip();
        if (plain.isEmpty()) {
            return NAMELESS;
        }
        int dot = dotOfExtension(plain);
        String extension = plain.substring(dot);
        return cut(plain.substring(0, dot), MAX_BYTES - extension.getBytes(StandardCharsets.UTF_8).length) + extension;
    }

    /// The extension of a name in lower case without its dot, such as `mp4`; empty when there is none.
    public static String extension(String name) {
        int dot = dotOfExtension(name);
        return dot == name.length() ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static int dotOfExtension(String name) {
        int dot = name.lastIndexOf('.');
        boolean fits = dot > 0 && dot < name.length() - 1 && name.length() - dot - 1 <= MAX_EXTENSION;
        return fits ? dot : name.length();
    }

    /// Controls and invisible marks go, so that no name can look like another; runs of what is replaced become
    /// one.
    private static String cleaned(String name) {
        var text = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean invisible = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            if (Character.isLetterOrDigit(c) || isMark(type) || c == '-' || c == '.') {
                text.appendCodePoint(c);
            } else if (!invisible && (text.isEmpty() || text.charAt(text.length() - 1) != '_')) {
                text.append('_');
            }
        });
        return text.toString();
    }

    /// Parts of letters in many scripts.
    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// A dot in front hides a file, one at the end is dropped by Windows.
    private static String withoutOuterDots(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == '.') {
            from++;
        }
        while (to > from && name.charAt(to - 1) == '.') {
            to--;
        }
        return name.substring(from, to);
    }

    private static String cut(String stem, int room) {
        var text = new StringBuilder();
        int bytes = 0;
        for (int c : stem.codePoints().toArray()) {
            String letter = Character.toString(c);
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            text.append(letter);
        }
        return text.toString();
    }
}
