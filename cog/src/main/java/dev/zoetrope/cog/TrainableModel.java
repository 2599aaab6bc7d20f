package dev.zoetrope.cog;

import java.nio.file.Path;

/// A model that can also be trained: [CogHost] serves Cog's training routes for it, and its OpenAPI document
/// says by a schema `TrainingInput` what a training takes.
///
/// A training takes a slot of the host, as a prediction does. What runs the trained model tells it where its
/// weights are by the environment variable `COG_WEIGHTS`, a URL; a model reads that in [#setup].
///
/// @param <I> the record of inputs of a prediction
/// @param <O> what [#predict] returns
/// @param <T> the record of inputs of a training, annotated as the other one is
public interface TrainableModel<I extends Record, O, T extends Record> extends Model<I, O> {
    /// The record class that the schema of trainings is derived from. A choice of a training may not have the
    /// name of another choice of a prediction.
    Class<T> trainingInputType();

    /// Checks rules between fields, as [#validate] does for a prediction.
    default void validateTraining(T input) throws ModelException {}

    /// Trains, and returns the file of the weights. Errors and cancelling are as for [#predict].
    Path train(T input, Context context) throws Exception;
}
