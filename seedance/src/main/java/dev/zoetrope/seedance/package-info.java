/// The model `bytedance/seedance-2.0` and its sister `-fast`: their inputs, rules, sizes and counts, and the engines
/// that
/// make the film.
///
/// ```java
/// SeedanceModel model = new SeedanceModel(SeedanceConfig.fromEnvironment(System.getenv()));
/// model.setup();
/// Path film = model.predict(input, context); // a finished MP4 in the context's work folder
/// ```
@NullMarked
package dev.zoetrope.seedance;

import org.jspecify.annotations.NullMarked;
