package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/// `/v1/files/{id}/download`: the bytes of an upload for whoever has a signed URL, and `/v1/files/default/secret`: the
/// secret to sign such URLs with. Whatever is wrong with a URL, the answer is 404, as the published description has it.
final class FileDownload implements HttpService {
    /// Signed URLs of ours name this owner; those of others may name any, since the signature covers it.
    private static final String OWNER = "local";

    private static final String BYTES = "application/octet-stream";

    private final FileRecords records;
    private final FileDelivery delivery;
    private final FileSignatures signatures;
    private final Gate gate;

    FileDownload(FileRecords records, FileDelivery delivery, FileSignatures signatures, Gate gate) {
        this.records = records;
        this.delivery = delivery;
        this.signatures = signatures;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/files/{id}/download", this::download)
                .head("/files/{id}/download", this::download)
                .get("/files/default/secret", this::secret);
    }

    /// A signed URL that holds as long as the file does.
    String url(FileRecord file, String base) {
        Instant until = file.expiresAt() == null ? Instant.ofEpochSecond(Integer.MAX_VALUE) : file.expiresAt();
        long expiry = until.getEpochSecond();
        return base + "/v1/files/" + file.id() + "/download?owner=" + OWNER + "&expiry=" + expiry + "&signature="
                + URLEncoder.encode(signatures.of(OWNER, file.id(), expiry), StandardCharsets.UTF_8);
    }

    private void download(ServerRequest request, ServerResponse response) throws IOException {
        String id = request.path().pathParameters().get("id");
        String owner = parameter(request, "owner");
        String signature = parameter(request, "signature");
        long expiry = seconds(parameter(request, "expiry"));
        if (!signatures.fits(signature, owner, id, expiry)) {
            throw new ApiException(ErrorCode.NOT_FOUND, "The signature does not fit this file, owner and expiry.");
        }
        if (gate.now().getEpochSecond() >= expiry) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND, "This URL expired at " + Instant.ofEpochSecond(expiry) + "; sign another.");
        }
        FileRecord file = records.find(id)
                .filter(found -> FileRoutes.isThere(found, gate.now()))
                .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND, "File not found"));
        delivery.deliver(request, response, file, BYTES);
    }

    private void secret(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, Map.of("key", signatures.secret()));
    }

    private static String parameter(ServerRequest request, String name) {
        if (!request.query().contains(name)) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND,
                    "A download needs the query parameters owner, expiry and signature; " + name + " is missing.");
        }
        return request.query().get(name);
    }

    private static long seconds(String text) {
        if (!text.matches("\\d{1,11}")) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND, "expiry must be seconds since 1970, such as 1708515345, got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
