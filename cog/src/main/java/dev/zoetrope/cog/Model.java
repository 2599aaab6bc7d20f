package dev.zoetrope.cog;

import org.jspecify.annotations.Nullable;

/// A model that [CogHost] serves by Cog's HTTP protocol.
///
/// The input is a record; its components, with their [Input] annotations, become the schema that callers see.
/// The host creates one instance, calls [#setup] once, and then [#predict] on one thread per running
/// prediction.
///
/// @param <I> the record of inputs
/// @param <O> what [#predict] returns; must fit [#outputType]
public interface Model<I extends Record, O> {
    /// The record class that the schema is derived from.
    Class<I> inputType();

    /// What kind of thing comes out.
    OutputType outputType();

    /// Gets ready: loads weights, warms up. Runs once, before any prediction; a failure leaves the host in
    /// `SETUP_FAILED`.
    default void setup() throws Exception {}

    /// Checks rules between fields that a schema cannot say; throws [ModelException] with a sentence for the
    /// caller. Runs before the prediction is accepted, so it must be quick and touch no network: the caller
    /// gets a 422.
    default void validate(I input) throws ModelException {}

    /// Makes one prediction. Returns null only where the output is a stream. May throw [ModelException] for a
    /// failure that the caller should read as it stands; any other exception fails the prediction with its
    /// message and leaves a stack trace in the log. When the prediction is cancelled, [Context#isCancelled]
    /// turns true and the thread is interrupted.
    @Nullable
    O predict(I input, Context context) throws Exception;
}
