package app.kith;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/kith}, with a stand-in for Java that says what it was called with. */
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {
    private static final Path SCRIPT = Path.of("packaging", "bin", "kith").toAbsolutePath();
    private static final String NO_JAVA = "/usr/bin:/bin";

    @TempDir
    private Path temp;

    private Path folder;

    private record Result(int state, List<String> output, String error) {}

    @BeforeEach
    void copyTheScriptIntoAFolderWithBlanksAndChineseCharacters() throws IOException {
        folder = temp.resolve("我的 程序").resolve("kith");
        Files.createDirectories(folder.resolve("bin"));
        Files.copy(SCRIPT, folder.resolve("bin/kith"));
        executable(folder.resolve("bin/kith"));
    }

    @Test
    void argumentsGoOnUnchangedAndSoDoesTheExitState() throws Exception {
        Path java = java("25.0.1", "chosen", 6);
        Result result = run(folder.resolve("bin/kith"), Map.of("KITH_JAVA_HOME", java.toString()), "search", "王 小明", "",
                "*");
        assertThat(result.state()).isEqualTo(6);
        int main = result.output().indexOf("app.kith.Main");
        assertThat(result.output().subList(main + 1, result.output().size())).containsExactly("search", "王 小明", "",
                "*");
        assertThat(result.output().subList(main - 2, main)).containsExactly("-cp", folder.toRealPath() + "/lib/*");
        assertThat(result.output()).contains("@" + folder.toRealPath() + "/bin/java.options");
    }

    @Test
    void itWorksThroughSymbolicLinks() throws Exception {
        Path java = java("26", "chosen", 0);
        Path far = Files.createSymbolicLink(temp.resolve("far link"), folder.resolve("bin/kith"));
        Path near = Files.createSymbolicLink(temp.resolve("near"), far.getFileName());
        Result result = run(near, Map.of("KITH_JAVA_HOME", java.toString()));
        assertThat(result.error()).isEmpty();
        assertThat(result.output()).contains(folder.toRealPath() + "/lib/*");
    }

    @Test
    void theRuntimeBesideTheScriptComesFirst() throws Exception {
        Path own = java("25", "own", 0);
        Files.move(own, folder.resolve("runtime"));
        Path other = java("27", "other", 0);
        Result result = run(folder.resolve("bin/kith"), Map.of("KITH_JAVA_HOME", other.toString()));
        assertThat(result.output()).contains("own").doesNotContain("other");
    }

    @Test
    void anOldJavaIsPassedOver() throws Exception {
        Path old = java("17.0.15", "old", 0);
        Path good = java("25.0.3", "good", 0);
        Result result = run(folder.resolve("bin/kith"),
                Map.of("KITH_JAVA_HOME", old.toString(), "JAVA_HOME", good.toString()));
        assertThat(result.output()).contains("good").doesNotContain("old");
    }

    @Test
    void theJavaOfThePathIsFoundBehindALink() throws Exception {
        Path good = java("25", "on the path", 0);
        Path place = Files.createDirectories(temp.resolve("path"));
        Files.createSymbolicLink(place.resolve("java"), good.resolve("bin/java"));
        Result result = run(folder.resolve("bin/kith"), Map.of("PATH", place + ":" + NO_JAVA));
        assertThat(result.output()).contains("on the path");
    }

    @Test
    void whereThereIsNoJavaOneLineSaysWhatToDo() throws Exception {
        String demanding = Files.readString(SCRIPT).replace("-ge 25", "-ge 999");
        Files.writeString(folder.resolve("bin/kith"), demanding);
        Result result = run(folder.resolve("bin/kith"), Map.of());
        assertThat(result.state()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.error().lines()).hasSize(1);
        assertThat(result.error()).contains("Java 25", "KITH_JAVA_HOME", "知客需要");
    }

    @Test
    void withoutALocaleFileNamesAreStillReadAsUtf8() throws Exception {
        Path java = java("25", "chosen", 0);
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho \"locale ${LC_ALL:-$LC_CTYPE}\"\n");
        assertThat(run(folder.resolve("bin/kith"), Map.of("KITH_JAVA_HOME", java.toString(), "LC_ALL", "C")).output())
                .containsExactly("locale C.UTF-8");
        assertThat(run(folder.resolve("bin/kith"), Map.of("KITH_JAVA_HOME", java.toString(), "LC_ALL", "zh_CN.GB18030"))
                .output()).containsExactly("locale zh_CN.GB18030");
    }

    private Path java(String version, String says, int state) throws IOException {
        Path home = temp.resolve("java " + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(home.resolve("bin/java"),
                "#!/bin/sh\nprintf '%s\\n' '" + says + "' \"$@\"\nexit " + state + "\n");
        executable(home.resolve("bin/java"));
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(temp, "err", null);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", NO_JAVA, "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.lines().toList(), Files.readString(errors));
    }
}
