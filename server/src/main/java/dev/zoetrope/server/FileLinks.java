package dev.zoetrope.server;

import dev.zoetrope.files.FileNames;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns files into URLs and back. Stored outputs name files as `zoetrope:files/<secret>/<name>`, so that they
/// do not depend on the host that a reader happens to use; models see a loopback URL, callers the public one.
final class FileLinks {
    /// How a stored output begins that names a file of ours.
    static final String STORED = "zoetrope:files/";
    private static final Pattern DELIVERY = Pattern.compile("https?://[^/]+/files/([0-9a-z]{20,})/[^/]+");
    private static final Pattern UPLOAD =
            Pattern.compile("https?://[^/]+(?:/v1)+/files/([0-9a-z]+)(?:/download\\?.*)?");

    private final FileRecords records;
    private final Supplier<String> internal;

    /// Links of the files in these records; `internal` gives the loopback origin that model processes
    /// use, known once that listener is up.
    FileLinks(FileRecords records, Supplier<String> internal) {
        this.records = records;
        this.internal = internal;
    }

    /// The path of a file on any of our hosts, starting with a slash; needs no token, its secret is the key.
    static String path(FileRecord file) {
        return "/files/" + file.secret() + "/" + encoded(FileNames.safe(file.name()));
    }

    /// The URL by which a model process reads or names a file.
    String internalUrl(FileRecord file) {
        return internal.get() + path(file);
    }

    /// A model's output as it is stored: our own URLs, under the origin that the model knows, become host-free.
    @Nullable
    Object toStored(@Nullable Object output, String origin) {
        String prefix = origin + "/files/";
        return mapStrings(output, text -> text.startsWith(prefix) ? STORED + text.substring(prefix.length()) : text);
    }

    /// A file as a stored output names it.
    static String stored(FileRecord file) {
        return STORED + path(file).substring("/files/".length());
    }

    /// A stored output as a caller sees it, under this base URL.
    @Nullable
    Object toPublic(@Nullable Object output, String base) {
        return mapStrings(output, text -> publicUrl(text, base));
    }

    /// The same, but with something else in a file's place where the function gives it.
    @Nullable
    Object toPublic(@Nullable Object output, String base, Function<FileRecord, Optional<String>> instead) {
        return mapStrings(output, text -> stored(text).flatMap(instead).orElseGet(() -> publicUrl(text, base)));
    }

    private static String publicUrl(String text, String base) {
        return text.startsWith(STORED) ? base + "/files/" + text.substring(STORED.length()) : text;
    }

    private Optional<FileRecord> stored(String text) {
        int end = text.lastIndexOf('/');
        return text.startsWith(STORED) && end > STORED.length()
                ? records.findBySecret(text.substring(STORED.length(), end))
                : Optional.empty();
    }

    /// An input as a model gets it: URLs of our own files, in whatever form a client has them, become
    /// ones under the origin that the model knows.
    Map<String, @Nullable Object> toModel(Map<String, ?> input, String origin) {
        return mapped(input, text -> own(text).map(file -> origin + path(file)).orElse(text));
    }

    /// The file that a URL in an input names, if it is one of ours: the secret of a delivery URL proves itself,
    /// an upload's id counts on any host, since ids are unguessable too.
    private Optional<FileRecord> own(String text) {
        if (!text.startsWith("http")) {
            return Optional.empty();
        }
        Matcher delivery = DELIVERY.matcher(text);
        if (delivery.matches()) {
            return records.findBySecret(delivery.group(1));
        }
        Matcher upload = UPLOAD.matcher(text);
        return upload.matches() ? records.find(upload.group(1)) : Optional.empty();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Nullable
    Object mapStrings(@Nullable Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case List<?> list -> {
                var mapped = new ArrayList<@Nullable Object>();
                list.forEach(item -> mapped.add(mapStrings(item, change)));
                yield mapped;
            }
            case Map<?, ?> map -> mapped(map, change);
            case null -> null;
            default -> value; // numbers and booleans
        };
    }

    private Map<String, @Nullable Object> mapped(Map<?, ?> map, UnaryOperator<String> change) {
        var mapped = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> mapped.put(String.valueOf(key), mapStrings(item, change)));
        return mapped;
    }
}
