package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How right and how full signatures are read from whole mails, against labels set by hand before the program read them. */
class SignatureMailsTest {

    /** Counts of one property. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 0 : (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "P %.3f R %.3f (%d right, %d wrong, %d missed)", precision(), recall(),
                    right, wrong, missed);
        }
    }

    @Test
    void nearlyAllThatIsReadIsRightAndMostIsRead() {
        Map<SignatureField.Kind, Score> scores = new EnumMap<>(SignatureField.Kind.class);
        List<String> differences = new ArrayList<>();
        for (String sample : samples()) {
            compare(sample, scores, differences);
        }
        String report = report(scores) + String.join("\n", differences);
        scores.forEach((kind, score) -> {
            assertThat(score.precision()).as("precision of %s\n%s", kind, report).isGreaterThanOrEqualTo(0.97);
            assertThat(score.recall()).as("recall of %s\n%s", kind, report).isGreaterThanOrEqualTo(0.90);
        });
        assertThat(scores).hasSizeGreaterThanOrEqualTo(14);
    }

    private static String report(Map<SignatureField.Kind, Score> scores) {
        StringBuilder out = new StringBuilder();
        scores.forEach((kind, score) -> out.append(kind).append(' ').append(score).append('\n'));
        return out.toString();
    }

    private static void compare(String sample, Map<SignatureField.Kind, Score> scores, List<String> differences) {
        String[] parts = sample.split("\n=\n?", -1);
        int bracket = parts[0].indexOf('<');
        Mailbox author = new Mailbox(parts[0].substring(0, bracket).strip(),
                parts[0].substring(bracket + 1, parts[0].indexOf('>')));
        Set<String> wanted = new HashSet<>();
        Arrays.stream(parts[2].strip().split("\n", -1)).filter(line -> !line.isEmpty())
                .forEach(line -> wanted.add(normal(line)));
        Set<String> found = new HashSet<>();
        String block = NewText.of(parts[1], author).signature();
        if (block != null) {
            Signature.of(block, author).fields().forEach(field -> found.add(
                    normal(field.kind().name().toLowerCase(Locale.ROOT) + "=" + field.value())));
        }
        for (String field : found) {
            Score score = score(scores, field);
            if (wanted.contains(field)) {
                score.right++;
            } else {
                score.wrong++;
                differences.add(author.name() + ": wrong   " + field);
            }
        }
        for (String field : wanted) {
            if (!found.contains(field)) {
                score(scores, field).missed++;
                differences.add(author.name() + ": missing " + field);
            }
        }
    }

    private static String normal(String field) {
        return field.replaceAll("\\s+", " ").strip();
    }

    private static Score score(Map<SignatureField.Kind, Score> scores, String field) {
        String kind = field.substring(0, field.indexOf('=')).toUpperCase(Locale.ROOT);
        return scores.computeIfAbsent(SignatureField.Kind.valueOf(kind), _ -> new Score());
    }

    private static List<String> samples() {
        try (InputStream in = Objects
                .requireNonNull(SignatureMailsTest.class.getResourceAsStream("signature-mails.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.substring(text.indexOf("\n###\n") + 5).strip().split("\n###\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
