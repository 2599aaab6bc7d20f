package dev.zoetrope.server;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.OutputType;
import dev.zoetrope.cog.TrainableModel;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// Says what it has learnt. Run as a child process.
public final class TrainModel implements TrainableModel<TrainModel.Order, String, TrainModel.Lesson> {
    public record Order(
            @Input(description = "Anything", defaultJson = "\"\"")
            String text) {}

    public record Lesson(
            @Input(description = "What to learn") String phrase,

            @Input(description = "Whether to never end", defaultJson = "false")
            boolean endless) {}

    private String phrase = "nothing";

    public static void main(String[] args) throws InterruptedException {
        var options = CogHostOptions.defaults()
                .withPort(Integer.parseInt(System.getenv("PORT")))
                .withUploadUrl(URI.create(System.getenv("ZOETROPE_UPLOAD_URL")))
                .withExitWhenInputEnds(true);
        CogHost.start(new TrainModel(), options).awaitShutdown();
    }

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public Class<Lesson> trainingInputType() {
        return Lesson.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT;
    }

    @Override
    public void setup() throws Exception {
        String weights = System.getenv("COG_WEIGHTS");
        if (weights != null) {
            try (InputStream in = URI.create(weights).toURL().openStream()) {
                phrase = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public String predict(Order order, Context context) {
        return "I learnt " + phrase;
    }

    @Override
    public Path train(Lesson lesson, Context context) throws Exception {
        context.log("learning");
        while (lesson.endless()) {
            context.checkCancelled();
            LockSupport.parkNanos(10_000_000);
        }
        return Files.writeString(context.workFolder().resolve("weights.txt"), lesson.phrase());
    }
}
