package dev.zoetrope.client;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.StoredFile;
import java.io.FileNotFoundException;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Files sent to the server to be used as inputs: name an uploaded file in an input by its `urls.get`. Thread-safe;
/// methods block, and throw [ServiceException] or [ConnectionException].
public final class Uploads {
    /// What [URLConnection] does not know, of the kinds that video models take.
    private static final Map<String, String> TYPES = Map.of(
            "webp", "image/webp",
            "avif", "image/avif",
            "mp4", "video/mp4",
            "mov", "video/quicktime",
            "webm", "video/webm",
            "mp3", "audio/mpeg",
            "wav", "audio/wav",
            "m4a", "audio/mp4",
            "flac", "audio/flac",
            "ogg", "audio/ogg");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=-]+");

    private final Transport transport;
    private final Duration timeout;

    Uploads(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /// Uploads a file under its own name; throws [IllegalArgumentException] when it is not there.
    public StoredFile upload(Path file) {
        try {
            return upload(nameOf(file), BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("there is no readable file " + file.toAbsolutePath(), e);
        }
    }

    /// Uploads bytes under a name, whose ending says their type.
    public StoredFile upload(String name, byte[] bytes) {
        return upload(name, BodyPublishers.ofByteArray(bytes));
    }

    /// The record of an uploaded file.
    public StoredFile get(String id) {
        return Codec.read(
                transport.send(transport
                        .request(transport.api("/files/" + segment(id)))
                        .build()),
                StoredFile.class);
    }

    /// Deletes an uploaded file.
    public void delete(String id) {
        transport.send(transport
                .request(transport.api("/files/" + segment(id)))
                .DELETE()
                .build());
    }

    /// `multipart/form-data` of RFC 7578 with the one part `content`; quotes and line ends of the name are escaped as
    /// browsers do.
    private StoredFile upload(String name, BodyPublisher content) {
        String boundary = "zoetrope-" + UUID.randomUUID();
        String quoted = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"content\"; filename=\"" + quoted
                + "\"\r\nContent-Type: " + typeOf(name) + "\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        var request = transport
                .request(transport.api("/files"), timeout)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(BodyPublishers.ofString(head), content, BodyPublishers.ofString(tail)));
        return Codec.read(transport.send(request.build()), StoredFile.class);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "file" : name.toString();
    }

    private static String typeOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String known = TYPES.get(ending);
        String guessed = known == null ? URLConnection.guessContentTypeFromName(name) : known;
        return guessed == null ? "application/octet-stream" : guessed;
    }

    private static String segment(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is no file id");
        }
        return id;
    }
}
