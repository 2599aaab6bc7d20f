package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Page;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.client.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `predictions`: looks at predictions of a running server, and cancels them.
@Command(name = "predictions", description = "List, show and cancel predictions of a running server.")
final class PredictionsCommand {
    private static final int DEFAULT_LIMIT = 20;

    private final Surroundings surroundings;

    PredictionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(name = "list", description = "The newest predictions, one a line: id, status, time, model.")
    int list(
            @Mixin DataOptions data,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (20).")
                    int limit,
            @Option(names = "--json", description = "Print them as a JSON list.") boolean json) {
        int most = limit < 1 ? DEFAULT_LIMIT : limit;
        return with(data, predictions -> {
            List<Prediction> found = newest(predictions, most);
            if (json) {
                surroundings.out().println(Codec.writePretty(found));
            } else {
                found.forEach(this::printLine);
            }
            return ExitCode.OK;
        });
    }

    @Command(name = "get", description = "One prediction as JSON.")
    int get(@Mixin DataOptions data, @Parameters(paramLabel = "ID", description = "Its id.") String id) {
        return with(data, predictions -> {
            surroundings.out().println(Codec.writePretty(predictions.get(id)));
            return ExitCode.OK;
        });
    }

    @Command(name = "cancel", description = "Cancel a prediction; one that has ended stays as it is.")
    int cancel(@Mixin DataOptions data, @Parameters(paramLabel = "ID", description = "Its id.") String id) {
        return with(data, predictions -> {
            printLine(predictions.cancel(id));
            return ExitCode.OK;
        });
    }

    private int with(DataOptions data, Function<Predictions, ExitCode> action) {
        try (Target server = Target.running(surroundings, data.read(surroundings, Map.of()))) {
            return action.apply(server.replicate().predictions()).number();
        }
    }

    private static List<Prediction> newest(Predictions predictions, int most) {
        Page<Prediction> page = predictions.list();
        List<Prediction> found = new ArrayList<>(page.results());
        while (found.size() < most && page.next() != null) {
            page = predictions.page(page.next());
            found.addAll(page.results());
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private void printLine(Prediction prediction) {
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%s  %-10s  %s  %s",
                        prediction.id(),
                        prediction.status().wire(),
                        prediction.createdAt(),
                        prediction.model()));
    }
}
