package dev.zoetrope.server;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a server finds and describes its models, beyond those that its program brings along.
///
/// @param folder where files register models, or null
/// @param allowCommands true to let callers of the API register commands, which is to let them run anything as
/// the server's user
/// @param program the words that start this program, for the placeholder `{zoetrope}` in commands; empty if it
/// has none
/// @param hardware the labels that models may be said to run on
/// @param account the name under which the server's account is shown
public record RegistryOptions(
        @Nullable Path folder, boolean allowCommands, List<String> program, List<String> hardware, String account) {
    /// What every machine has.
    public static final List<String> DEFAULT_HARDWARE = List.of("cpu");

    /// One account has all tokens.
    public static final String DEFAULT_ACCOUNT = "local";

    public RegistryOptions {
        program = List.copyOf(program);
        hardware = List.copyOf(hardware);
        if (!account.matches(Registration.NAME)) {
            throw new IllegalArgumentException("the account is \"" + account
                    + "\"; it must be lower-case letters, digits, dots, dashes and underscores");
        }
    }

    /// Nothing beyond the program's own models.
    public static RegistryOptions none() {
        return new RegistryOptions(null, false, List.of(), DEFAULT_HARDWARE, DEFAULT_ACCOUNT);
    }

    /// The same with a folder of registrations.
    public RegistryOptions withFolder(@Nullable Path models) {
        return new RegistryOptions(models, allowCommands, program, hardware, account);
    }

    /// The same, letting callers register commands or not.
    public RegistryOptions withAllowCommands(boolean allowed) {
        return new RegistryOptions(folder, allowed, program, hardware, account);
    }

    /// The same with the words that start this program.
    public RegistryOptions withProgram(List<String> words) {
        return new RegistryOptions(folder, allowCommands, words, hardware, account);
    }

    /// The same with other labels of hardware.
    public RegistryOptions withHardware(List<String> labels) {
        return new RegistryOptions(folder, allowCommands, program, labels, account);
    }

    /// The same with another account.
    public RegistryOptions withAccount(String name) {
        return new RegistryOptions(folder, allowCommands, program, hardware, name);
    }
}
