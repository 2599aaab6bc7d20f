/// The server: Replicate's HTTP API, the runners that drive model processes, file delivery, and the pages.
///
/// It knows models only as processes that speak Cog's protocol:
///
/// ```java
/// var model = new ModelCommand("acme/echo", "Says it back", List.of("./echo"), true,
/// ModelCommand.DEFAULT_MEMORY_LIMIT);
/// var options = new ServerOptions("127.0.0.1", 8484, Path.of("data"), null, false, null, List.of(model));
/// try (Server server = Server.start(options)) {
///     System.out.println(server.url());
/// }
/// ```
@NullMarked
package dev.zoetrope.server;

import org.jspecify.annotations.NullMarked;
