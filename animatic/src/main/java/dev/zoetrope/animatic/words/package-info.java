/// Reads printed words off pictures: all that touches ONNX Runtime. No type of its leaves this package.
///
/// ```java
/// try (WordReader words = WordReader.open()) {
///     List<Reading> readings = words.read(List.of(captionLine));
/// }
/// ```
@NullMarked
package dev.zoetrope.animatic.words;

import org.jspecify.annotations.NullMarked;
