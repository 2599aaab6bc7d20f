package dev.zoetrope.cog;

import dev.zoetrope.cog.HostedPrediction.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One kind of thing that a model does: predictions, or trainings. Thread-safe.
///
/// @param <I> the record of inputs
final class Work<I extends Record> {
    /// Checks rules between fields.
    interface Rules<I> {
        void check(I input) throws ModelException;
    }

    /// What a check of an order gave.
    sealed interface Prepared {
        /// It can run.
        ///
        /// @param ignored inputs that the model does not know
        /// @param run runs it, on the calling thread
        record Ready(List<String> ignored, Function<HostedPrediction, Ending> run) implements Prepared {}

        /// It cannot.
        record Invalid(List<Violation> violations) implements Prepared {}
    }

    private final InputReader<I> reader;
    private final Rules<I> rules;
    private final ModelOutput outputs;
    private final ModelRun<I> run;

    private Work(Class<I> inputType, Rules<I> rules, ModelOutput outputs, ModelRun.Step<I> step) {
        this.reader = new InputReader<>(inputType);
        this.rules = rules;
        this.outputs = outputs;
        this.run = new ModelRun<>(step, outputs);
    }

    /// A model's predictions.
    static <I extends Record, O> Work<I> predictions(Model<I, O> model, OutputDelivery delivery) {
        var outputs = new ModelOutput(model.outputType(), delivery);
        return new Work<>(model.inputType(), model::validate, outputs, model::predict);
    }

    /// A model's trainings, whose output is an object with the URL of the weights, as Cog's is.
    static <T extends Record> Work<T> trainings(TrainableModel<?, ?, T> model, OutputDelivery delivery) {
        var outputs = new ModelOutput(OutputType.JSON, delivery);
        return new Work<>(model.trainingInputType(), model::validateTraining, outputs, (input, context) -> {
            Path weights = model.train(input, context);
            return Map.of("weights", weights);
        });
    }

    /// Where emitted pieces go.
    HostedPrediction.Pieces pieces() {
        return outputs;
    }

    /// Reads and checks the input of an order.
    Prepared prepare(Map<String, @Nullable Object> json) {
        return switch (reader.read(json)) {
            case InputReader.Invalid<I> invalid -> new Prepared.Invalid(invalid.violations());
            case InputReader.Valid<I> valid -> ready(valid);
        };
    }

    private Prepared ready(InputReader.Valid<I> valid) {
        try {
            rules.check(valid.input());
        } catch (ModelException e) {
            return new Prepared.Invalid(
                    List.of(new Violation(List.of("body", "input"), "" + e.getMessage(), Violation.VALUE)));
        }
        return new Prepared.Ready(valid.ignored(), prediction -> run.run(prediction, valid.input()));
    }
}
