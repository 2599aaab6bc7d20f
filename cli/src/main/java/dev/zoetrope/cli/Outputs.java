package dev.zoetrope.cli;

import dev.zoetrope.client.Replicate;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a prediction gave out: files, or something to print.
final class Outputs {
    private Outputs() {}

    /// The files of an output, by their URLs; empty when it is text or any other value.
    static List<String> files(@Nullable Object output) {
        if (output instanceof String text) {
            return isFile(text) ? List.of(text) : List.of();
        }
        if (output instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Outputs::isFile)) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    /// Saves files: one under the target's name, several as `name-1.mp4`, `name-2.mp4` and so on. Gives their paths.
    static List<Path> save(Replicate replicate, List<String> urls, Path target) {
        List<Path> saved = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            Path path = urls.size() == 1 ? target : numbered(target, i + 1);
            saved.add(replicate.download(urls.get(i), path));
        }
        return saved;
    }

    /// The name that a file's URL ends in, for a file that was given no name.
    static String nameOf(String url) {
        if (isData(url)) {
            return "output";
        }
        String path = Objects.requireNonNullElse(URI.create(url).getPath(), "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() || name.startsWith(".") ? "output" : name;
    }

    private static Path numbered(Path target, int number) {
        String name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        String ending = dot < 1 ? "" : name.substring(dot);
        return target.resolveSibling(stem + "-" + number + ending);
    }

    private static boolean isFile(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        String start = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
        return (start.startsWith("http://") || start.startsWith("https://") || isData(text))
                && text.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isData(String text) {
        return text.regionMatches(true, 0, "data:", 0, 5);
    }
}
