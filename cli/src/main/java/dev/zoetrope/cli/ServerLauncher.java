package dev.zoetrope.cli;

import dev.zoetrope.server.Server;
import dev.zoetrope.server.ServerOptions;
import java.net.URI;
import java.util.Optional;

/// Starts a server in this process. The one seam between the commands and the server, so that a test can run
/// the commands against a scripted one.
@FunctionalInterface
interface ServerLauncher {
    /// Starts a server and returns once it answers; whoever starts it closes it.
    Running start(ServerOptions options);

    /// A server that answers.
    interface Running extends AutoCloseable {
        /// Where it listens, without `/v1`.
        URI url();

        /// The secret of the token it made because there was none yet.
        Optional<String> firstToken();

        /// A link to a path of the page that signs in once, if this server has a page.
        default Optional<URI> signInLink(String path) {
            return Optional.empty();
        }

        /// Lets running predictions finish, then stops.
        @Override
        void close();
    }

    /// The server of this program.
    static ServerLauncher ofThisProgram() {
        return options -> {
            try {
                return new Own(Server.start(options));
            } catch (IllegalStateException e) {
                // A folder in use, a port that is taken: said in its own words, which name the remedy.
                throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
            }
        };
    }

    /// The server of this program, running.
    record Own(Server server) implements Running {
        @Override
        public URI url() {
            return server.url();
        }

        @Override
        public Optional<String> firstToken() {
            return server.firstToken();
        }

        @Override
        public Optional<URI> signInLink(String path) {
            return Optional.of(server.signInLink(path));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
