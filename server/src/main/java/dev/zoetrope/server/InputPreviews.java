package dev.zoetrope.server;

import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Under which addresses a page can show the uploads that an input names. An upload's own address answers with its
/// record, or with bytes of no type; what a browser shows needs its type.
record InputPreviews(FileRecords files) {
    private static final Pattern UPLOAD = Pattern.compile("https?://[^/]+/v1/files/([a-z0-9]+)(/download\\?.*)?");

    /// Paths by the strings of the input that name an upload which is still there.
    Map<String, String> of(Map<String, @Nullable Object> input) {
        var paths = new LinkedHashMap<String, String>();
        collect(input, paths);
        return paths;
    }

    private void collect(@Nullable Object value, Map<String, String> paths) {
        switch (value) {
            case String text -> {
                Matcher upload = UPLOAD.matcher(text);
                if (upload.matches()) {
                    files.find(upload.group(1)).ifPresent(file -> paths.put(text, path(file)));
                }
            }
            case Collection<?> list -> list.forEach(each -> collect(each, paths));
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, paths));
            case null, default -> {
                // numbers and switches name no files
            }
        }
    }

    private static String path(FileRecord file) {
        return "/files/" + file.secret() + "/" + file.name();
    }
}
