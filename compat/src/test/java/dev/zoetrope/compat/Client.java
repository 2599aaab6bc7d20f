package dev.zoetrope.compat;

import java.nio.file.Path;
import java.util.List;

/// The clients, in the order of the table. Each has a script that says of each [Feature] what became of it.
enum Client {
    NPM("npm `replicate` 1.4.0") {
        @Override
        List<String> command(Workshop workshop) {
            return workshop.node("npm.mjs");
        }
    },
    STAINLESS("npm `replicate-stainless` 0.9.0") {
        @Override
        List<String> command(Workshop workshop) {
            return workshop.node("stainless.mjs");
        }
    },
    PYTHON_1("PyPI `replicate` 1.0.7") {
        @Override
        List<String> command(Workshop workshop) {
            return workshop.python("requirements-1.txt", "python1.py");
        }
    },
    PYTHON_2("PyPI `replicate` 2.0.0b4") {
        @Override
        List<String> command(Workshop workshop) {
            return workshop.python("requirements-2.txt", "python2.py");
        }
    },
    GO("`replicate-go` v0.26.0") {
        @Override
        List<String> command(Workshop workshop) {
            return List.of(workshop.go().toString());
        }
    },
    CLI("calls of the CLI by curl") {
        @Override
        List<String> command(Workshop workshop) {
            return workshop.curl("cli.sh");
        }
    };

    private final String title;

    Client(String title) {
        this.title = title;
    }

    /// As the table names it.
    String title() {
        return title;
    }

    /// The name of its files.
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Installs what its script needs, and gives the command that runs it; throws [Workshop.Missing] when the
    /// machine lacks the language.
    abstract List<String> command(Workshop workshop);

    /// Where the process works.
    Path folder(Workshop workshop) {
        return workshop.folder(id());
    }
}
