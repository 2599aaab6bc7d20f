package dev.zoetrope.compat;

/// What a script found out about one feature of a client.
enum Verdict {
    /// As against replicate.com.
    WORKS,
    /// It works, but not quite as against replicate.com; the note says what differs and why.
    DIFFERS,
    /// The client has no such feature.
    ABSENT,
    /// It does not work; a fault of ours until shown otherwise.
    FAILS;

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
