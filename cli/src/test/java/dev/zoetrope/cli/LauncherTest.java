package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script in a checkout of its own, with a Java and a Maven that only say what they were asked.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILD = """
            #!/bin/sh
            echo built "$@" >> mvn.log
            mkdir -p cli/target/dist/lib
            touch cli/target/dist/lib/zoetrope-cli.jar
            """;

    @TempDir
    Path folder;

    private Path checkout;
    private Path java25;

    private record Ended(int code, String output) {}

    @BeforeEach
    void lay() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Path script = Path.of("").toAbsolutePath().resolveSibling("zoetrope");
        Files.copy(script, checkout.resolve("zoetrope"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.resolve("cli/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        executable(checkout.resolve("mvnw"), BUILD);
        java25 = jdk("jdk 25", "25.0.3");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), "#!/bin/sh\nfor word; do echo \"[$word]\"; done\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Map<String, String> environment, Path script, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ZOETROPE_") || name.equals("JAVA_HOME"));
        // The cache would be made in the background, when this test has ended.
        builder.environment().put("ZOETROPE_NO_AOT", "1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private Ended run(String... words) throws IOException, InterruptedException {
        return run(Map.of("ZOETROPE_JAVA_HOME", java25.toString()), checkout.resolve("zoetrope"), words);
    }

    private List<String> builds() throws IOException {
        Path log = checkout.resolve("mvn.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Test
    void builds_first_and_passes_every_word_as_it_is() throws Exception {
        Ended ended = run("run", "a/b", "prompt=a red  fox");

        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .startsWith("Building Zoetrope (first time, about a minute) ...\n")
                .contains("[-jar]\n[" + checkout.resolve("cli/target/dist/lib/zoetrope-cli.jar") + "]\n[run]\n[a/b]\n")
                .endsWith("[prompt=a red  fox]\n");
        assertThat(builds()).singleElement().asString().contains("package");
    }

    @Test
    void builds_again_only_when_sources_are_newer() throws Exception {
        run("version");
        run("version");
        assertThat(builds()).hasSize(1);

        Path source = Files.writeString(checkout.resolve("cli/src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run("version");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void passes_over_a_java_that_is_too_old() throws Exception {
        Path java17 = jdk("jdk 17", "17.0.15");

        Ended ended = run(
                Map.of("ZOETROPE_JAVA_HOME", java17.toString(), "JAVA_HOME", java25.toString()),
                checkout.resolve("zoetrope"),
                "version");

        assertThat(ended.output()).contains("[-jar]").endsWith("[version]\n");
    }

    @Test
    void works_through_links_from_any_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("z"), Path.of("a checkout/zoetrope"));
        Path second = Files.createSymbolicLink(folder.resolve("zz"), link.getFileName());

        Ended ended = run(Map.of("ZOETROPE_JAVA_HOME", java25.toString()), second, "version");

        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains(checkout.resolve("cli/target/dist/lib").toString());
    }

    @Test
    void a_failed_build_shows_the_end_of_its_log_and_where_it_is() throws Exception {
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho '[ERROR] a semicolon is missing'\nexit 1\n");

        Ended ended = run("version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("[ERROR] a semicolon is missing")
                .contains("zoetrope: the build failed; the whole log is " + checkout.resolve("cli/target/build.log"));
        assertThat(checkout.resolve("cli/target/build.lock")).doesNotExist();
    }

    @Test
    void a_lock_whose_maker_is_gone_is_taken_over() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve("cli/target/build.lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

        assertThat(run("version").code()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void the_tests_end_with_their_sum() throws Exception {
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                mkdir -p a/target/surefire-reports b/target/surefire-reports
                echo '<testsuite name="x" time="1" tests="7" errors="0" skipped="2" failures="0">' > a/target/surefire-reports/TEST-x.xml
                echo '<testsuite name="y" time="1" tests="3" errors="0" skipped="0" failures="0">' > b/target/surefire-reports/TEST-y.xml
                """);

        Ended ended = run("test");

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).endsWith("8 passed, 0 failed, 2 skipped\n");
    }

    @Test
    void failed_tests_and_no_tests_are_no_success() throws Exception {
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                mkdir -p a/target/surefire-reports
                echo '<testsuite name="x" time="1" tests="3" errors="1" skipped="0" failures="1">' > a/target/surefire-reports/TEST-x.xml
                exit 1
                """);
        assertThat(run("test")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output()).endsWith("1 passed, 2 failed, 0 skipped\n");
        });

        executable(checkout.resolve("mvnw"), "#!/bin/sh\nexit 0\n");
        assertThat(run("test").code()).isEqualTo(1);
    }
}
