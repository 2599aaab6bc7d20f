/// Cog's HTTP protocol, both ends: host a model written in Java, or drive any Cog container; and the guarded fetcher of
/// input files. A model is a record of annotated inputs and one method:
///
/// ```java
/// record Greeting(@Input(description = "Whom to greet") String name) {}
///
/// final class Greeter implements Model<Greeting, String> {
///     public Class<Greeting> inputType() { return Greeting.class; }
///     public OutputType outputType() { return OutputType.TEXT; }
///     public String predict(Greeting input, Context context) { return "Hello, " + input.name(); }
/// }
///
/// try (CogHost host = CogHost.start(new Greeter(), CogHostOptions.defaults().withPort(5000))) {
///     host.awaitShutdown();
/// }
/// ```
@NullMarked
package dev.zoetrope.cog;

import org.jspecify.annotations.NullMarked;
