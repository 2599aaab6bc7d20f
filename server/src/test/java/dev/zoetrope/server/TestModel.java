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

/// A model for the server's tests, run as a real child process. What it does follows from its input.
public final class TestModel implements Model<TestModel.Order, Path> {
    public record Order(
            @Input(description = "What to write into the file")
            String text,

            @Input(
                    description = "What to do",
                    defaultJson = "\"write\"",
                    choices = {"write", "fail", "wait", "halt", "halt_once"})
            String action,

            @Input(description = "A number", defaultJson = "1", min = 1, max = 10)
            int count,

            @Input(description = "Files", defaultJson = "[]", maxItems = 2)
            List<URI> files,

            @Input(description = "A word that may be left out") @Nullable
            String word) {}

    private final Path marks;

    private TestModel(Path marks) {
        this.marks = marks;
    }

    /// Arguments: a folder for marks that outlive the process.
    public static void main(String[] args) throws InterruptedException {
        var options = CogHostOptions.defaults()
                .withPort(Integer.parseInt(System.getenv("PORT")))
                .withUploadUrl(URI.create(System.getenv("ZOETROPE_UPLOAD_URL")))
                .withExitWhenInputEnds(true);
        CogHost host = CogHost.start(new TestModel(Path.of(args[0])), options);
        host.awaitShutdown();
    }

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.FILE;
    }

    @Override
    public Path predict(Order order, Context context) throws Exception {
        context.log("action " + order.action());
        switch (order.action()) {
            case "fail" -> throw new ModelException("It was told to fail.");
            case "wait" -> {
                while (true) {
                    context.checkCancelled();
                    LockSupport.parkNanos(10_000_000);
                }
            }
            case "halt" -> Runtime.getRuntime().halt(7);
            case "halt_once" -> {
                Path mark = marks.resolve(context.id());
                if (Files.notExists(mark)) {
                    Files.createFile(mark);
                    Runtime.getRuntime().halt(7);
                }
            }
            default -> {}
        }
        context.metric("characters", order.text().length());
        context.progress(0.5);
        return Files.writeString(
                context.workFolder().resolve("out put.txt"), order.text().repeat(order.count()));
    }
}
