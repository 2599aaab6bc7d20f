package dev.zoetrope.compat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The table of `docs/compatibility.md`: client by feature. It can be read back, so that a run of some clients
/// only is compared in what it measured, and the rest stays as it was.
final class Table {
    static final String BEGIN = "<!-- written by CompatibilityTest with -Dcompat.write=true -->";
    static final String END = "<!-- end of what is written -->";

    /// What the table shows for a verdict.
    private static final Map<Verdict, String> WORDS = Map.of(
            Verdict.WORKS, "works", Verdict.DIFFERS, "differs", Verdict.ABSENT, "not there", Verdict.FAILS, "fails");

    private record Cell(Verdict verdict, String note) {}

    private final Map<Feature, Map<Client, Cell>> cells = new EnumMap<>(Feature.class);

    private void set(Feature feature, Client client, Cell cell) {
        cells.computeIfAbsent(feature, _ -> new EnumMap<>(Client.class)).put(client, cell);
    }

    /// Takes what a client's script found in place of what was there.
    void add(ClientRun run) {
        for (Feature feature : Feature.values()) {
            run.of(feature)
                    .ifPresent(finding ->
                            set(feature, run.client(), new Cell(finding.verdict(), oneLine(finding.note()))));
        }
    }

    private static String oneLine(String note) {
        return note.replaceAll("\\s+", " ").strip();
    }

    /// The Markdown between the marks.
    String markdown() {
        var text = new StringBuilder("| feature |");
        for (Client client : Client.values()) {
            text.append(' ').append(client.title()).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(Client.values().length)).append('\n');
        var notes = new LinkedHashMap<String, List<String>>();
        for (Feature feature : Feature.values()) {
            text.append("| ").append(feature.title()).append(" |");
            for (Client client : Client.values()) {
                Cell cell = cells.getOrDefault(feature, Map.of()).get(client);
                text.append(' ')
                        .append(cell == null ? "" : WORDS.get(cell.verdict()))
                        .append(" |");
                if (cell != null && !cell.note().isEmpty()) {
                    notes.computeIfAbsent(feature.title() + "\0" + cell.note(), _ -> new ArrayList<>())
                            .add(client.title());
                }
            }
            text.append('\n');
        }
        text.append('\n');
        notes.forEach((key, clients) -> {
            String[] parts = key.split("\0", 2);
            text.append("- **" + parts[0] + "**, " + String.join(", ", clients) + ": " + parts[1] + ".\n");
        });
        return text.toString();
    }

    /// Reads what [#markdown] wrote.
    static Table parse(String markdown) {
        var table = new Table();
        Map<String, Feature> features =
                Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::title, f -> f));
        var notes = new TreeMap<String, String>();
        List<String> rows = new ArrayList<>();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("| ")) {
                rows.add(line);
            } else if (line.startsWith("- **")) {
                String title = line.substring(4, line.indexOf("**, "));
                String rest = line.substring(line.indexOf("**, ") + 4);
                String note = rest.substring(rest.indexOf(": ") + 2, rest.length() - 1);
                for (String client : rest.substring(0, rest.indexOf(": ")).split(", ", -1)) {
                    notes.put(title + "\0" + client, note);
                }
            }
        }
        for (String row : rows) {
            String[] parts = row.split("\\|", -1);
            Feature feature = features.get(parts[1].strip());
            List<Client> clients = List.of(Client.values());
            for (int column = 0; column < clients.size(); column++) {
                Client client = clients.get(column);
                String word = feature == null ? "" : parts[column + 2].strip();
                WORDS.forEach((verdict, shown) -> {
                    if (shown.equals(word)) {
                        String note = notes.getOrDefault(parts[1].strip() + "\0" + client.title(), "");
                        table.set(feature, client, new Cell(verdict, note));
                    }
                });
            }
        }
        return table;
    }
}
