package dev.zoetrope.cog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Turns an output file into the URI that callers see: uploaded by PUT when there is an upload URL, a `data:` URI
/// otherwise. Thread-safe.
final class OutputDelivery {
    /// A long video over a slow link; without a limit a stuck store would hold the slot for ever.
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);

    /// In base64 it stays below the 100 million characters that Jackson reads as one string, so that a receiver of the
    /// webhook can read it.
    private static final long LARGEST_DATA_URI = 64L << 20;

    private final HttpClient client;
    private final @Nullable URI uploadUrl;

    OutputDelivery(HttpClient client, @Nullable URI uploadUrl) {
        this.client = client;
        this.uploadUrl = uploadUrl;
    }

    /// Delivers one file; throws [IOException] with a sentence for the caller when it cannot be done.
    String deliver(Path file, String predictionId) throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("the model gave out " + file.getFileName() + ", but there is no such file");
        }
        return uploadUrl == null ? dataUri(file) : upload(file, uploadUrl, predictionId);
    }

    private static String dataUri(Path file) throws IOException {
        if (Files.size(file) > LARGEST_DATA_URI) {
            throw new IOException(file.getFileName() + " has " + Files.size(file) + " bytes, too many for a data: URI;"
                    + " start the model with an upload URL");
        }
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        return "data:" + ContentTypes.of(file) + ";base64," + base64;
    }

    private String upload(Path file, URI folder, String predictionId) throws IOException, InterruptedException {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        URI url = URI.create(folder.toString().replaceFirst("/+$", "") + "/" + name);
        var request = HttpRequest.newBuilder(url)
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", ContentTypes.of(file))
                .header("X-Prediction-ID", predictionId)
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<Void> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IOException("output " + file.getFileName() + " could not be uploaded to " + url + ": " + e, e);
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException("output " + file.getFileName() + " could not be uploaded: " + url + " answered HTTP "
                    + response.statusCode());
        }
        return response.headers()
                .firstValue("Location")
                .map(url::resolve)
                .orElse(url)
                .toString();
    }
}
