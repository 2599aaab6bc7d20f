package dev.zoetrope.cli;

import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.DatabaseOptions;
import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Created;
import dev.zoetrope.predictions.Tokens.Token;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `token`: makes, lists and revokes API tokens in a data folder that no server is using.
@Command(
        name = "token",
        description =
                "Create, list and revoke API tokens. Works on the data folder; stop the server that uses it first.")
final class TokenCommand {
    private final Surroundings surroundings;

    TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(name = "create", description = "Make a token and print its secret, which is shown this once.")
    int create(
            @Mixin DataOptions data,
            @Parameters(paramLabel = "NAME", description = "What it is for, such as the app that uses it.")
                    String name) {
        return with(data, tokens -> {
            Created created = tokens.create(name);
            surroundings.err().println("token " + created.token().id() + " for " + name + "; its secret is not kept:");
            surroundings.out().println(created.secret());
            return ExitCode.OK;
        });
    }

    @Command(name = "list", description = "All tokens, one a line: id, first and last characters, when made, name.")
    int list(@Mixin DataOptions data) {
        return with(data, tokens -> {
            tokens.list().forEach(this::printLine);
            return ExitCode.OK;
        });
    }

    @Command(name = "revoke", description = "Take a token away; who uses it is refused from then on.")
    int revoke(
            @Mixin DataOptions data,
            @Parameters(paramLabel = "ID", description = "Its id, as list shows it.") String id) {
        return with(data, tokens -> {
            if (!tokens.revoke(id)) {
                throw new CommandFailure(ExitCode.FAILED, "there is no token " + id + "; `token list` shows them");
            }
            surroundings.err().println("revoked " + id);
            return ExitCode.OK;
        });
    }

    /// The database says itself who holds the folder, and that they must stop first.
    private int with(DataOptions data, Function<Tokens, ExitCode> action) {
        Config config = data.read(surroundings, Map.of());
        try (Database database = Database.open(config.data(), DatabaseOptions.defaults())) {
            return action.apply(database.tokens()).number();
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private void printLine(Token token) {
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT, "%s  %s  %s  %s", token.id(), token.hint(), token.createdAt(), token.name()));
    }
}
