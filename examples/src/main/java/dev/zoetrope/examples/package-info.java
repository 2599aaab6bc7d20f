/// Small models that show how one is written, and that clients can be tried against. Each is registered by a
/// file in `examples/models`:
///
/// ```sh
/// ./zoetrope serve --models examples/models
/// ./zoetrope run replicate/canary text=you
/// ```
@NullMarked
package dev.zoetrope.examples;

import org.jspecify.annotations.NullMarked;
