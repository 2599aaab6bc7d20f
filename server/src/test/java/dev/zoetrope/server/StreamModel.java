package dev.zoetrope.server;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A model for tests that gives its output out piece by piece. Before each piece named in `gate` it waits until
/// a file of that name stands in its folder.
public final class StreamModel implements Model<StreamModel.Order, String> {
    public record Order(
            @Input(description = "The pieces") List<String> pieces,

            @Input(description = "How often to say them", defaultJson = "1")
            int times,

            @Input(description = "Pieces that wait for a file of their name", defaultJson = "[]")
            List<String> gates,

            @Input(
                    description = "How to end",
                    defaultJson = "\"well\"",
                    choices = {"well", "fail", "halt_once", "change"})
            String end) {}

    private final Path folder;
    private final OutputType type;

    private StreamModel(Path folder, OutputType type) {
        this.folder = folder;
        this.type = type;
    }

    /// Arguments: the folder of gates and marks, and the output type.
    public static void main(String[] args) throws InterruptedException {
        var options = CogHostOptions.defaults()
                .withPort(Integer.parseInt(System.getenv("PORT")))
                .withUploadUrl(URI.create(System.getenv("ZOETROPE_UPLOAD_URL")))
                .withExitWhenInputEnds(true);
        CogHost host = CogHost.start(new StreamModel(Path.of(args[0]), OutputType.valueOf(args[1])), options);
        host.awaitShutdown();
    }

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return type;
    }

    @Override
    public @Nullable String predict(Order order, Context context) throws Exception {
        Path mark = folder.resolve(context.id());
        boolean again = Files.exists(mark);
        Files.writeString(mark, "");
        for (int time = 0; time < order.times(); time++) {
            for (String piece : order.pieces()) {
                while (order.gates().contains(piece) && Files.notExists(folder.resolve(piece))) {
                    context.checkCancelled();
                    LockSupport.parkNanos(2_000_000);
                }
                context.log("piece");
                emit(again && order.end().equals("change") ? "other " + piece : piece, context);
            }
        }
        if (order.end().equals("fail")) {
            throw new ModelException("It was told to fail.");
        }
        if (!again && (order.end().equals("halt_once") || order.end().equals("change"))) {
            while (Files.notExists(folder.resolve("halt"))) {
                LockSupport.parkNanos(2_000_000);
            }
            Runtime.getRuntime().halt(7);
        }
        return null;
    }

    private void emit(String piece, Context context) throws Exception {
        if (type == OutputType.TEXT_STREAM) {
            context.emit(piece);
        } else {
            context.emit(Files.writeString(context.workFolder().resolve(piece + ".txt"), piece));
        }
    }
}
