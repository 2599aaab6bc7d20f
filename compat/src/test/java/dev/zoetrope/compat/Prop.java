package dev.zoetrope.compat;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Gives back what it got, after some time and with a progress bar in its log.
final class Prop implements Model<Prop.Order, Object> {
    record Order(
            @Input(description = "What to give back") String text,

            @Input(description = "How long it takes, in seconds", defaultJson = "0", min = 0, max = 120)
            double seconds,

            @Input(description = "A file to read") @Nullable URI file,

            @Input(description = "The error to fail with") @Nullable
            String fail) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.JSON;
    }

    @Override
    public Object predict(Order order, Context context) throws Exception {
        long steps = Math.round(order.seconds() * 10);
        for (long step = 1; step <= steps; step++) {
            context.checkCancelled();
            LockSupport.parkNanos(100_000_000);
            if (step % 5 == 0) {
                // As tqdm draws it; clients read progress from such lines.
                context.log(
                        "%3d%%|#####     | %d/%d [00:01<00:01, 10.00it/s]".formatted(100 * step / steps, step, steps));
            }
        }
        if (order.fail() != null) {
            throw new ModelException(order.fail());
        }
        return order.file() == null
                ? Map.of("text", order.text())
                : Map.of("text", order.text(), "sha256", sha256(read(order.file())));
    }

    private static byte[] read(URI file) throws IOException, InterruptedException {
        if ("data".equals(file.getScheme())) {
            String text = file.getRawSchemeSpecificPart();
            return Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1));
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
