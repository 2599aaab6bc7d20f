/// The life of predictions: what state each is in, who runs it, and where that is kept; with the tokens and the
/// records of files that live in the same database.
///
/// ```java
/// try (var database = Database.open(Path.of("data"), DatabaseOptions.defaults())) {
///     PredictionStore predictions = database.predictions();
///     PredictionRow row = predictions.create(asked);
///     Claim claim = predictions.claim("runner-1", Set.of("bytedance/seedance-2.0"), lease).orElseThrow();
///     predictions.apply(claim, new Event.Started());
///     predictions.apply(claim, new Event.Succeeded(output, logs, metrics));
/// }
/// ```
@NullMarked
package dev.zoetrope.predictions;

import org.jspecify.annotations.NullMarked;
