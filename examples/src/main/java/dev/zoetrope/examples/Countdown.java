package dev.zoetrope.examples;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;
import org.jspecify.annotations.Nullable;

/// Counts down word by word, with a line break after each number: streaming text, as a language model gives it.
final class Countdown implements Model<Countdown.Start, Object> {
    record Start(
            @Input(description = "Where to start", defaultJson = "5", min = 0, max = 1000)
            int from,

            @Input(description = "Seconds between two numbers", defaultJson = "0.05", min = 0, max = 10)
            double pause) {}

    @Override
    public Class<Start> inputType() {
        return Start.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT_STREAM;
    }

    @Override
    public @Nullable Object predict(Start start, Context context) throws CancelledException, InterruptedException {
        for (int number = start.from(); number > 0; number--) {
            context.emit(number + " ...\n");
            Pauses.pause(start.pause(), context);
        }
        context.emit("lift-off");
        context.metric("output_token_count", start.from() + 1);
        return null;
    }
}
