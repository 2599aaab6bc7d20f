package dev.zoetrope.bench;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;

/// A model that takes no time, for measurements of everything around a model. Public for the server's child process
/// and for the schema of its input.
public final class WordModel implements Model<WordModel.Word, String> {
    /// What it is given.
    ///
    /// @param text what it gives back
    public record Word(@Input(description = "What to say") String text) {}

    /// Serves the model on the port of `PORT` until its standard input ends.
    public static void main(String[] arguments) throws InterruptedException {
        var options = CogHostOptions.defaults()
                .withPort(Integer.parseInt(System.getenv("PORT")))
                .withExitWhenInputEnds(true);
        CogHost host = CogHost.start(new WordModel(), options);
        host.awaitShutdown();
    }

    @Override
    public Class<Word> inputType() {
        return Word.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT;
    }

    @Override
    public String predict(Word word, Context context) {
        return word.text();
    }
}
