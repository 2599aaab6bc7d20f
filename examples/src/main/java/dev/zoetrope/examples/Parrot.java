package dev.zoetrope.examples;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.OutputType;
import dev.zoetrope.cog.TrainableModel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what it was trained to say: the smallest model with trainings. A trained version finds its weights at
/// the URL in `COG_WEIGHTS`, as Cog's models do.
final class Parrot implements TrainableModel<Parrot.Prompt, String, Parrot.Lesson> {
    record Prompt(
            @Input(description = "Who speaks to it", defaultJson = "\"you\"")
            String name) {}

    record Lesson(
            @Input(description = "What it is to say", maxLength = 10_000)
            String phrase,

            @Input(description = "How often to repeat the lesson", defaultJson = "3", min = 1, max = 1000)
            int epochs,

            @Input(description = "Seconds for one repetition", defaultJson = "0.01", min = 0, max = 60)
            double pause) {}

    private final @Nullable String weights;
    private String phrase = "Hello";

    Parrot(Map<String, String> environment) {
        this.weights = environment.get("COG_WEIGHTS");
    }

    @Override
    public Class<Prompt> inputType() {
        return Prompt.class;
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
    public void setup() throws IOException {
        if (weights != null) {
            try (InputStream in = URI.create(weights).toURL().openStream()) {
                phrase = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public String predict(Prompt prompt, Context context) {
        return phrase + ", " + prompt.name();
    }

    @Override
    public Path train(Lesson lesson, Context context) throws Exception {
        for (int epoch = 1; epoch <= lesson.epochs(); epoch++) {
            Pauses.pause(lesson.pause(), context);
            context.log("epoch " + epoch + " of " + lesson.epochs());
            context.progress((double) epoch / lesson.epochs());
        }
        return Files.writeString(context.workFolder().resolve("weights.txt"), lesson.phrase());
    }
}
