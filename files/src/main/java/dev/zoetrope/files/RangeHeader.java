package dev.zoetrope.files;

import java.util.regex.Pattern;

/// The form of a `Range` header with one range.
final class RangeHeader {
    static final Pattern SINGLE =
            Pattern.compile("bytes=[ \\t]*(?<first>[0-9]*)-(?<last>[0-9]*)[ \\t]*", Pattern.CASE_INSENSITIVE);

    /// So many digits always fit a long.
    private static final int SAFE_DIGITS = 18;

    private RangeHeader() {}

    /// The number that the digits say, or the greatest long when they say more than any file is long.
    static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > SAFE_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
