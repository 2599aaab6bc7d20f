package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Page;
import dev.zoetrope.api.StoredFile;
import dev.zoetrope.files.Blobs;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;

/// `/v1/files`: uploads that predictions use as inputs.
final class FileRoutes implements HttpService {
    private static final int PAGE = 100;

    /// Metadata is a few words about a file; a request part beyond this is no such thing.
    private static final int MAX_FIELD = 64 << 10;

    /// What a form adds to its file.
    private static final int FORM = 1 << 20;

    private final FileRecords records;
    private final FileIntake intake;
    private final FileDownload downloads;
    private final Gate gate;

    FileRoutes(FileRecords records, FileIntake intake, FileDownload downloads, Gate gate) {
        this.records = records;
        this.intake = intake;
        this.downloads = downloads;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/files", this::upload)
                .get("/files", this::list)
                .get("/files/{id}", this::get)
                .delete("/files/{id}", this::delete);
    }

    private void upload(ServerRequest request, ServerResponse response) throws IOException {
        Token token = gate.require(request);
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "POST /v1/files takes multipart/form-data with a part named content, got \"" + type + "\"");
        }
        if (request.headers().contentLength().orElse(0) > FileIntake.MAX_UPLOAD + FORM) {
            throw tooLarge();
        }
        try (InputStream in = request.content().inputStream()) {
            FileRecord file = read(new Body(type, in), token);
            Bodies.send(response, 201, show(file, request));
        } catch (Blobs.TooLarge e) {
            throw tooLarge();
        } catch (FileUploadException e) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "The multipart body could not be read: " + e.getMessage());
        }
    }

    /// Reads the parts in whatever order they come; the bytes go straight to the store, never into memory.
    private FileRecord read(Body body, Token token) throws IOException, FileUploadException {
        FileIntake.@Nullable Received received = null;
        @Nullable String name = null;
        @Nullable String type = null;
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        FileItemIterator parts = new FileUpload().getItemIterator(body);
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            String field = String.valueOf(part.getFieldName());
            try (InputStream in = part.openStream()) {
                if (field.equals("content")) {
                    name = name == null ? part.getName() : name;
                    type = type == null ? part.getContentType() : type;
                    received = intake.receive(in);
                } else {
                    String text = text(in);
                    switch (field) {
                        case "filename" -> name = text;
                        case "type" -> type = text;
                        case "metadata" -> metadata.putAll(metadata(text));
                        default -> flattened(field, text, metadata);
                    }
                }
            }
        }
        if (received == null) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "The multipart body has no part named content.");
        }
        return intake.keepUpload(received, new FileIntake.Description(token.id(), name, type, metadata));
    }

    /// Replicate's Go client says null for none.
    private static Map<String, @Nullable Object> metadata(String text) {
        boolean isNone = text.isBlank() || text.strip().equals("null");
        return isNone ? Map.of() : Codec.readObject(text);
    }

    /// Some clients send metadata as fields of their own, `metadata[key]`.
    private static void flattened(String field, String text, Map<String, @Nullable Object> metadata) {
        if (field.startsWith("metadata[") && field.endsWith("]")) {
            metadata.put(field.substring("metadata[".length(), field.length() - 1), text);
        }
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_FIELD + 1);
        if (bytes.length > MAX_FIELD) {
            throw new ApiException(ErrorCode.TOO_LARGE, "A form field is larger than " + (MAX_FIELD >> 10) + " KiB.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        @Nullable
        String before = request.query().contains("cursor")
                ? Cursor.decode(request.query().get("cursor"))
                : null;
        List<FileRecord> files = records.uploads(null, before, PAGE + 1);
        @Nullable
        String next = files.size() > PAGE
                ? gate.base(request) + "/v1/files?cursor="
                        + Cursor.encode(files.get(PAGE - 1).id())
                : null;
        Bodies.send(
                response,
                200,
                new Page<>(
                        null,
                        next,
                        files.stream()
                                .limit(PAGE)
                                .map(file -> show(file, request))
                                .toList()));
    }

    private void get(ServerRequest request, ServerResponse response) {
        gate.require(request);
        FileRecord file = found(request.path().pathParameters().get("id")).orElseThrow(FileRoutes::unknown);
        Bodies.send(response, 200, show(file, request));
    }

    private void delete(ServerRequest request, ServerResponse response) throws IOException {
        gate.require(request);
        String id = request.path().pathParameters().get("id");
        FileRecord file = found(id).orElseThrow(FileRoutes::unknown);
        if (file.prediction() != null) {
            throw new ApiException(ErrorCode.NOT_FOUND, "The file " + id + " is a prediction's output, not an upload.");
        }
        intake.forget(file);
        response.status(204).send();
    }

    /// False for a file whose time has come, although it may not be swept yet.
    static boolean isThere(FileRecord file, Instant now) {
        return file.expiresAt() == null || now.isBefore(file.expiresAt());
    }

    private Optional<FileRecord> found(String id) {
        return records.find(id).filter(file -> isThere(file, gate.now()));
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.NOT_FOUND, "File not found");
    }

    private static ApiException tooLarge() {
        return new ApiException(
                ErrorCode.TOO_LARGE,
                "Files must be less than " + (FileIntake.MAX_UPLOAD >> 20)
                        + "MB in size; pass the URL of a larger one instead.");
    }

    private StoredFile show(FileRecord file, ServerRequest request) {
        String base = gate.base(request);
        return new StoredFile(
                file.id(),
                file.name(),
                file.contentType(),
                file.size(),
                file.md5(),
                new StoredFile.Checksums(file.sha256(), file.md5()),
                file.metadata(),
                file.createdAt(),
                file.expiresAt(),
                new StoredFile.Urls(base + "/v1/files/" + file.id(), downloads.url(file, base)),
                Map.of());
    }

    /// The request as the multipart parser wants it.
    private record Body(String getContentType, InputStream getInputStream) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        @SuppressWarnings("deprecation") // the interface still asks for it
        public int getContentLength() {
            return -1;
        }
    }
}
