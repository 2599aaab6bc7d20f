/// A client of Replicate's HTTP API: of Zoetrope on your own machine, and of replicate.com as well.
///
/// ```java
/// try (var replicate = Replicate.connect(ClientOptions.fromEnvironment())) {
///     StoredFile sheet = replicate.files().upload(Path.of("storyboard.jpg"));
///     Prediction film = replicate.run("bytedance/seedance-2.0", Map.of(
///             "prompt", "Animate the storyboard of Image 1",
///             "reference_images", List.of(sheet.urls().get())));
///     replicate.download(String.valueOf(film.output()), Path.of("film.mp4"));
/// }
/// ```
@NullMarked
package dev.zoetrope.client;

import org.jspecify.annotations.NullMarked;
