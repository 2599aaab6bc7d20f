package dev.zoetrope.server;

import dev.zoetrope.predictions.ModelRecords.About;
import dev.zoetrope.predictions.ModelRecords.ModelRecord;
import dev.zoetrope.predictions.ModelRecords.Origin;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model as it is registered, by a file or by the API: Replicate's fields of a new model, and how it is run.
///
/// @param slug `owner/name`
/// @param isOfficial true when it is run by its name and shows no version
/// @param visibility `public` or `private`
/// @param hardware a label
/// @param run how it is run, or null for one that cannot be (yet)
/// @param about what is said about it
record Registration(
        String slug,
        boolean isOfficial,
        String visibility,
        String hardware,
        @Nullable RunSpec run,
        About about) {
    static final String NAME = "[a-z0-9][a-z0-9._-]*";

    private static final List<String> VISIBILITIES = List.of("public", "private");

    /// Reads a registration and throws [dev.zoetrope.api.ApiException] with all its faults.
    ///
    /// @param strict true where Replicate's API demands the visibility and the hardware, and false for a file,
    /// where they are `public` and `cpu`
    static Registration read(Map<String, @Nullable Object> json, boolean strict) {
        var fields = new Fields(json, "");
        String owner = name(fields, "owner");
        String name = name(fields, "name");
        if (strict) {
            fields.required("visibility");
            fields.required("hardware");
        }
        String visibility = fields.choice("visibility", "public", VISIBILITIES);
        String hardware = fields.text("hardware");
        About about = about(fields);
        @Nullable Fields runFields = fields.object("run");
        boolean official = false;
        @Nullable RunSpec run = null;
        if (runFields != null) {
            official = runFields.flag("official", false);
            run = RunFields.read(runFields);
            runFields.rejectOthers();
        }
        fields.rejectOthers();
        fields.done();
        return new Registration(
                owner + "/" + name, official, visibility, hardware == null ? "cpu" : hardware, run, about);
    }

    /// The words about a model that a request or a file has.
    static About about(Fields fields) {
        return new About(
                fields.text("description"),
                fields.text("readme"),
                url(fields, "github_url"),
                url(fields, "paper_url"),
                url(fields, "license_url"),
                url(fields, "weights_url"),
                url(fields, "cover_image_url"));
    }

    private static @Nullable String url(Fields fields, String key) {
        @Nullable URI url = fields.url(key);
        return url == null ? null : url.toString();
    }

    private static String name(Fields fields, String key) {
        String name = fields.required(key);
        if (!name.isEmpty() && !name.matches(NAME)) {
            fields.wrong(
                    "pattern", key, "must be lower-case letters, digits, dots, dashes and underscores, got " + name);
        }
        return name;
    }

    /// The record of it.
    ModelRecord record(Origin origin, Instant createdAt) {
        Map<String, @Nullable Object> how = run == null ? Map.of() : run.toJson();
        return new ModelRecord(slug, origin, isOfficial, visibility, hardware, how, about, createdAt);
    }
}
