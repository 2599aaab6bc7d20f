/// The wire of Zoetrope: the records that Replicate's HTTP API speaks, and the codec that reads and writes them.
///
/// Every record keeps the fields it does not know, so that what was read can be written again without loss:
///
/// ```java
/// Prediction prediction = Codec.read(json, Prediction.class);
/// if (prediction.status().isTerminal()) {
///     System.out.println(prediction.output());
/// }
/// String same = Codec.write(prediction);
/// ```
@NullMarked
package dev.zoetrope.api;

import org.jspecify.annotations.NullMarked;
