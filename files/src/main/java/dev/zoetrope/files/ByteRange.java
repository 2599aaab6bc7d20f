package dev.zoetrope.files;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Which bytes of a file a `Range` header asks for, by RFC 9110, section 14. What the header says wrongly is
/// ignored, as the RFC demands, and the whole file is sent.
public sealed interface ByteRange {
    /// The whole file; answered by 200.
    record Whole() implements ByteRange {}

    /// A stretch of it; answered by 206 with [#contentRange].
    ///
    /// @param offset first byte
    /// @param length how many, at least 1, all within the file
    record Part(long offset, long length) implements ByteRange {
        /// The value of the `Content-Range` header for a file of this size.
        public String contentRange(long size) {
            return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
        }
    }

    /// Nothing of the file is in the range; answered by 416 with [#contentRange].
    record Unsatisfiable() implements ByteRange {
        /// The value of the `Content-Range` header for a file of this size.
        public String contentRange(long size) {
            return "bytes */" + size;
        }
    }

    /// Reads the header of a request for a file of this size. Several ranges at once give the whole file, which
    /// the RFC allows: nobody who plays a video asks for them, and they have been used to exhaust servers.
    static ByteRange parse(@Nullable String header, long size) {
        if (header == null) {
            return new Whole();
        }
        Matcher range = RangeHeader.SINGLE.matcher(header);
        if (!range.matches()) {
            return new Whole();
        }
        String first = range.group("first");
        String last = range.group("last");
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(RangeHeader.number(last), size);
        }
        long from = RangeHeader.number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : RangeHeader.number(last);
        if (to < from) {
            return new Whole();
        }
        if (from >= size) {
            return new Unsatisfiable();
        }
        return new Part(from, Math.min(to, size - 1) - from + 1);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0) {
            return new Unsatisfiable();
        }
        if (size == 0) {
            // Satisfiable by the RFC, but no Content-Range can say "no bytes".
            return new Whole();
        }
        long sent = Math.min(length, size);
        return new Part(size - sent, sent);
    }
}
