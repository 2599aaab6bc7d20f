package dev.zoetrope.server;

import dev.zoetrope.files.MediaTypes;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import dev.zoetrope.predictions.PredictionRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns files that a model has put into its output as `data:` URIs, for want of a place to upload them, into
/// stored ones: a record should not carry megabytes, and clients expect URLs. One prediction's; not
/// thread-safe.
final class CarriedFiles {
    private static final Pattern DATA = Pattern.compile("data:([\\w.+-]+/[\\w.+-]+)?(?:;[\\w=.+-]+)*;base64,");

    private final FileIntake intake;
    private final FileLinks links;
    private final PredictionRow row;

    /// A model repeats its whole output with each event.
    private final Map<String, String> kept = new HashMap<>();

    CarriedFiles(FileIntake intake, FileLinks links, PredictionRow row) {
        this.intake = intake;
        this.links = links;
        this.row = row;
    }

    /// The output with its files stored.
    @Nullable
    Object kept(@Nullable Object output) {
        return links.mapStrings(
                output, text -> text.startsWith("data:") ? kept.computeIfAbsent(text, this::keep) : text);
    }

    private String keep(String uri) {
        Matcher matcher = DATA.matcher(uri);
        if (!matcher.lookingAt()) {
            return uri;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(uri.substring(matcher.end()));
            String type = matcher.group(1) == null ? MediaTypes.UNKNOWN : matcher.group(1);
            String extension =
                    MediaTypes.extension(type).map(known -> "." + known).orElse("");
            String name = "output-" + kept.size() + extension;
            FileRecord file = intake.keepOutput(new ByteArrayInputStream(bytes), name, row.owner(), row.id());
            return FileLinks.stored(file);
        } catch (IllegalArgumentException e) {
            return uri; // no base64: then it is just a text that looks like a file
        } catch (IOException e) {
            throw new UncheckedIOException("an output of " + row.id() + " could not be stored", e);
        }
    }
}
