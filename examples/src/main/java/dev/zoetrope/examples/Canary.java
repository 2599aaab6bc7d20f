package dev.zoetrope.examples;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;
import org.jspecify.annotations.Nullable;

/// Greets: what Replicate's clients use in their own tests. Its pieces join to `hello there, <text>`.
final class Canary implements Model<Canary.Greeting, Object> {
    record Greeting(@Input(description = "Whom to greet") String text) {}

    @Override
    public Class<Greeting> inputType() {
        return Greeting.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT_STREAM;
    }

    @Override
    public @Nullable Object predict(Greeting greeting, Context context) {
        context.emit("hello ");
        context.emit("there, ");
        context.emit(greeting.text());
        return null;
    }
}
