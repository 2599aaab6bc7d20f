package dev.zoetrope.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows between the modules, and which libraries stay where. A new arrow is a decision: it is made here
/// first.
class LayersTest {
    private static final String OURS = "dev.zoetrope.";

    /// Which of our packages each one may use, besides itself.
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "api", Set.of(),
            "client", Set.of("api"),
            "cog", Set.of("api"),
            "predictions", Set.of("api"),
            "files", Set.of(),
            "animatic", Set.of(),
            "seedance", Set.of("api", "cog", "animatic"),
            "examples", Set.of("cog"),
            "server", Set.of("api", "cog", "predictions", "files"));

    /// A part of a module that may lie deeper: the wall around the native media library.
    private static final String MEDIA = OURS + "animatic.media";

    /// The wall around the networks that read words.
    private static final String WORDS = OURS + "animatic.words";

    /// The one package that knows the speech engines.
    private static final String VOICE = OURS + "animatic.voice";

    /// The crew of a film, and which of its rooms each one may enter besides the nouns they all share.
    private static final Map<String, Set<String>> CREW = Map.of(
            "board", Set.of("words"),
            "director", Set.of("sound", "scene"),
            "camera", Set.of("scene"),
            "scene", Set.of(),
            "sound", Set.of("voice", "media"),
            "studio", Set.of("camera", "sound", "media"),
            "words", Set.of(),
            "voice", Set.of(),
            "motion", Set.of("media"),
            "media", Set.of());

    private static JavaClasses code;

    @BeforeAll
    static void read() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.zoetrope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api", "client", "cog", "predictions", "files", "animatic", "seedance", "examples", "server"})
    void arrows_run_one_way_only(String module) {
        String[] allowed = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(module), ARROWS.get(module).stream())
                .map(name -> OURS + name + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(OURS + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(resideInAPackage("dev.zoetrope..").negate()))
                .check(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"board", "director", "camera", "sound", "studio", "words", "voice", "motion", "media", "scene"})
    void the_crew_shares_its_nouns_and_little_else(String room) {
        String[] others = CREW.keySet().stream()
                .filter(other -> !other.equals(room) && !CREW.get(room).contains(other))
                .map(other -> OURS + "animatic." + other)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(OURS + "animatic." + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(code);
        noClasses()
                .that()
                .resideInAPackage(OURS + "animatic")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + "animatic." + room)
                .check(code);
    }

    @Test
    void nothing_stands_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OURS + "cli..", OURS + "bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "cli..", OURS + "bench..")
                .check(code);
    }

    @Test
    void animatic_and_server_never_meet() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "animatic..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + "server..")
                .check(code);
        noClasses()
                .that()
                .resideInAPackage(OURS + "server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + "animatic..")
                .check(code);
    }

    @Test
    void packages_are_flat() {
        classes()
                .should()
                .resideInAnyPackage(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(OURS + "cli", OURS + "bench"),
                                java.util.stream.Stream.concat(
                                                ARROWS.keySet().stream(),
                                                CREW.keySet().stream().map(room -> "animatic." + room))
                                        .map(name -> OURS + name))
                        .toArray(String[]::new))
                .check(code);
    }

    @Test
    void there_are_no_cycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.zoetrope.(*)..")
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    @Test
    void databases_are_spoken_to_in_predictions_alone() {
        stays(List.of("java.sql..", "javax.sql..", "org.sqlite.."), OURS + "predictions");
    }

    @Test
    void the_native_media_library_stays_behind_its_wall() {
        stays(List.of("org.bytedeco.."), MEDIA);
    }

    @Test
    void the_networks_stay_behind_their_wall() {
        stays(List.of("ai.onnxruntime.."), WORDS);
    }

    @Test
    void the_speech_engine_is_known_to_voice_alone() {
        stays(List.of("com.sun.speech.."), VOICE);
    }

    @Test
    void the_web_server_stays_in_the_server() {
        stays(List.of("io.helidon.."), OURS + "server");
    }

    @Test
    void certificates_are_made_in_the_server() {
        stays(List.of("org.bouncycastle.."), OURS + "server");
    }

    @Test
    void the_command_line_library_stays_in_the_command_line() {
        stays(List.of("picocli.."), OURS + "cli");
    }

    private static void stays(List<String> libraries, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .check(code);
    }
}
