package app.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ENGLISH = Words.of(Locale.UK);
    private static final Words CHINESE = Words.of(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        // Chinese has no form of its own for one.
        Set<String> english = ENGLISH.keys().stream().filter(key -> !key.endsWith(".one")).collect(Collectors.toSet());
        assertThat(CHINESE.keys()).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void bothLanguagesNameTheSameDetails() {
        for (String key : CHINESE.keys()) {
            assertThat(details(CHINESE.get(key))).as(key).isEqualTo(details(ENGLISH.get(key)));
        }
    }

    private static Set<String> details(String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void everyProblemHasItsSentence() {
        for (Problem problem : Problem.values()) {
            assertThat(ENGLISH.keys()).contains(problem.key());
        }
        Set<String> problems = Stream.of(Problem.values()).map(Problem::key).collect(Collectors.toSet());
        assertThat(ENGLISH.keys().stream().filter(key -> key.startsWith("problem."))).allMatch(problems::contains);
    }

    @Test
    void everyKeyOfTheCommandLineIsUsedAndEveryUsedOneIsThere() throws IOException {
        String code = code(Path.of("src/main/java/app/kith/cli"));
        List<String> unused = ENGLISH.keys().stream().filter(key -> key.startsWith("cli."))
                .map(key -> key.replaceAll("\\.(one|other)$", "")).filter(key -> !isUsed(code, key)).toList();
        assertThat(unused).isEmpty();
        Matcher used = Pattern.compile("\"(cli\\.[a-z.-]*[a-z])\"").matcher(code);
        List<String> missing = new ArrayList<>();
        while (used.find()) {
            String key = used.group(1);
            if (!ENGLISH.keys().contains(key) && !ENGLISH.keys().contains(key + ".other")) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A key is used as it stands, or its last part is put behind a stem such as {@code "cli.step."}. */
    private static boolean isUsed(String code, String key) {
        String stem = key.substring(0, key.lastIndexOf('.') + 1);
        return code.contains('"' + key + '"') || !stem.equals("cli.") && code.contains('"' + stem + '"');
    }

    private static String code(Path folder) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    @Test
    void detailsAreFilledInAndNumbersWrittenAsTheLanguageDoes() {
        assertThat(ENGLISH.count("cli.replayed", 1)).endsWith("1 message");
        assertThat(ENGLISH.count("cli.replayed", 12_345)).endsWith("12,345 messages");
        assertThat(CHINESE.count("cli.replayed", 1)).endsWith("1 封邮件");
        assertThat(ENGLISH.get("no.such.key")).isEqualTo("no.such.key");
        assertThat(ENGLISH.sentence(new KithException(Problem.TIMEOUT, "mail.example:993")))
                .startsWith("mail.example:993 did not");
    }
}
