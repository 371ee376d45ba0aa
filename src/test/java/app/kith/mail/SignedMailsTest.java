package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How right and how full signatures are read from 230 more mails, marked by hand before the program read them, for each property. */
class SignedMailsTest {
    private static final Pattern MARK = Pattern.compile("‹(\\??)([a-z]+) ([^›]*)›");
    private static final Map<Character, SignatureField.Kind> LETTERS = Map.ofEntries(
            Map.entry('n', SignatureField.Kind.NAME), Map.entry('t', SignatureField.Kind.TITLE),
            Map.entry('c', SignatureField.Kind.COMPANY), Map.entry('p', SignatureField.Kind.PHONE),
            Map.entry('m', SignatureField.Kind.MOBILE), Map.entry('f', SignatureField.Kind.FAX),
            Map.entry('e', SignatureField.Kind.EMAIL), Map.entry('u', SignatureField.Kind.WEB),
            Map.entry('a', SignatureField.Kind.ADDRESS), Map.entry('w', SignatureField.Kind.WECHAT),
            Map.entry('q', SignatureField.Kind.QQ), Map.entry('d', SignatureField.Kind.DEPARTMENT),
            Map.entry('h', SignatureField.Kind.WHATSAPP), Map.entry('s', SignatureField.Kind.SKYPE),
            Map.entry('l', SignatureField.Kind.LINE));

    /** One fact, as marked or as read. */
    private record Said(SignatureField.Kind kind, String value) {}

    /** A mail, and what its signature must and may say. */
    private record Sample(Mailbox author, String text, Set<Said> must, Set<Said> may) {}

    /** Counts of one property. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    private final Map<SignatureField.Kind, Score> scores = new EnumMap<>(SignatureField.Kind.class);
    private final List<String> differences = new ArrayList<>();

    @Test
    void whatTheMailsOfTheFirstFileSayIsRead() {
        measure("signed-a.txt", 112, 0.98, 0.95);
    }

    @Test
    void whatTheMailsKeptApartSayIsRead() {
        measure("signed-b.txt", 120, 0.97, 0.95);
    }

    private void measure(String file, int atLeast, double precision, double recall) {
        List<Sample> samples = samples(file);
        samples.forEach(this::compare);
        String table = table();
        System.out.println(file + ", " + samples.size() + " mails\n" + table);
        differences.forEach(d -> System.out.println("DIFF " + d));
        String report = table + String.join("\n", differences);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(atLeast);
        scores.forEach((kind, score) -> {
            assertThat(score.precision()).as("precision of %s\n%s", kind, report).isGreaterThanOrEqualTo(precision);
            assertThat(score.recall()).as("recall of %s\n%s", kind, report).isGreaterThanOrEqualTo(recall);
        });
        assertThat(scores.keySet()).as("every property is in the samples").containsAll(LETTERS.values());
    }

    private String table() {
        StringBuilder out = new StringBuilder("property   precision  recall  right  wrong  missed\n");
        scores.forEach((kind, score) -> out.append(String.format(Locale.ROOT, "%-10s %9.3f %7.3f %6d %6d %7d%n",
                kind.name().toLowerCase(Locale.ROOT), score.precision(), score.recall(), score.right, score.wrong,
                score.missed)));
        return out.toString();
    }

    private void compare(Sample sample) {
        Set<Said> found = new HashSet<>();
        String block = NewText.of(sample.text(), sample.author()).signature();
        if (block != null) {
            Signature.of(block, sample.author()).fields()
                    .forEach(field -> found.add(new Said(field.kind(), normal(field.value()))));
        }
        for (Said each : found) {
            if (sample.must().contains(each)) {
                score(each).right++;
            } else if (!sample.may().contains(each)) {
                score(each).wrong++;
                differences.add(sample.author().name() + ": wrong   " + each);
            }
        }
        for (Said each : sample.must()) {
            if (!found.contains(each)) {
                score(each).missed++;
                differences.add(sample.author().name() + ": missing " + each);
            }
        }
    }

    private Score score(Said said) {
        return scores.computeIfAbsent(said.kind(), _ -> new Score());
    }

    private static String normal(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    private static Sample sample(String marked) {
        int end = marked.indexOf('\n');
        int bracket = marked.indexOf('<');
        Mailbox author = new Mailbox(marked.substring(0, bracket).strip(),
                marked.substring(bracket + 1, marked.indexOf('>')));
        Set<Said> must = new HashSet<>();
        Set<Said> may = new HashSet<>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            for (char letter : mark.group(2).toCharArray()) {
                (mark.group(1).isEmpty() ? must : may)
                        .add(new Said(Objects.requireNonNull(LETTERS.get(letter), marked), normal(mark.group(3))));
            }
        }
        String text = MARK.matcher(marked.substring(end + 1)).replaceAll("$3");
        assertThat(text).as("every mark is closed").doesNotContain("‹").doesNotContain("›");
        return new Sample(author, text, must, may);
    }

    private static List<Sample> samples(String file) {
        try (InputStream in = Objects.requireNonNull(SignedMailsTest.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.substring(text.indexOf("\n###\n") + 5).strip().split("\n###\n", -1)).stream()
                    .map(SignedMailsTest::sample).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
