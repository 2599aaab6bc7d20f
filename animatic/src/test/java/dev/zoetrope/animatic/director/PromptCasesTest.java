package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.ShotList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prompts as people write them, each with the film it should give: `prompts.txt` beside this class. A case is a
/// title, the pictures and seconds, the prompt behind `>`, and the shot list that it must give. What the run made is
/// left
/// in `target/prompts.txt`, to be read and, if it is right, to be copied.
class PromptCasesTest {
    private static final Path CASES = Path.of("src/test/resources/dev/zoetrope/animatic/director/prompts.txt");
    private static final Path MADE = Path.of("target/prompts.txt");

    record Case(String title, String given, String prompt, List<String> shots) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        Files.writeString(MADE, "");
        var cases = new ArrayList<Case>();
        for (String block : Files.readString(CASES).split("\\n\\n+", -1)) {
            List<String> lines = block.strip().lines().toList();
            if (!lines.isEmpty() && lines.getFirst().startsWith("# ")) {
                cases.add(new Case(
                        lines.getFirst().substring(2),
                        lines.get(1),
                        String.join(
                                "\n",
                                lines.stream()
                                        .filter(line -> line.startsWith("> "))
                                        .map(line -> line.substring(2))
                                        .toList()),
                        lines.stream().filter(line -> line.startsWith("Shot ")).toList()));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_prompt_gives_its_film(Case one) throws IOException {
        var references = new ArrayList<Reference>();
        int seconds = 15;
        for (String word : one.given().split(", ", -1)) {
            String[] parts = word.split(" ", -1);
            switch (parts[0]) {
                case "board" -> references.add(Briefs.board(Integer.parseInt(parts[1])));
                case "picture" -> references.add(Briefs.picture());
                case "first" -> references.add(Briefs.picture(Role.FIRST_FRAME));
                case "last" -> references.add(Briefs.picture(Role.LAST_FRAME));
                case "open" -> seconds = Director.wantedSeconds(one.prompt(), references);
                default -> seconds = Integer.parseInt(parts[0]);
            }
        }
        Brief brief = Briefs.lasting(Briefs.of(one.prompt(), references.toArray(Reference[]::new)), seconds * 24 + 1);

        List<String> shots = ShotList.lines(new Director().direct(brief));

        String made = "# " + one.title() + "\n" + one.given() + "\n"
                + String.join(
                        "\n", one.prompt().lines().map(line -> "> " + line).toList()) + "\n"
                + String.join("\n", shots) + "\n\n";
        Files.writeString(MADE, Files.readString(MADE) + made);
        assertThat(shots).containsExactlyElementsOf(one.shots());
    }
}
