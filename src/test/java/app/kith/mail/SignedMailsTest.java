package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How right and how full signatures are read from 1800 more mails, marked by hand before the program read them, for each property. */
class SignedMailsTest {
    private static final Pattern MARK = Pattern.compile("‹(\\??)([a-z]+)(?:\\?([a-z]+))? ([^›]*)›");
    /** What may stand between two values of a line that are read as one. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\u3000/|｜,，、&·(（–-]{1,4}");
    /** What may stand between a position and the work that narrows it. */
    private static final Pattern NARROWED = Pattern.compile("(?:,| [-–])?\\s");
    private static final Pattern BRACKET_BEHIND = Pattern
            .compile("\\s*[(（](?:[\\p{IsHan}\\p{IsHangul}][^()（）]*|\\p{Lu}[^()（） ]*(?: \\p{Lu}[^()（） ]*)?)[)）]$");
    private static final Pattern IN_BRACKETS = Pattern.compile("(.{2,30}?)\\s*[(（]([^()（）]{2,30})[)）]");
    /** Words that say of work whether it is a position or a part of a company. */
    private static final Pattern TOLD = Pattern.compile(
            "(?iu).*(?:dep[.t]|depart|team|division|section|abteilung|unit|office|manager|director|leiter|engineer|buyer|head|chief|assist|agent|officer|execut|\\p{IsHan}).*");
    private static final Pattern DIVIDER = Pattern.compile("\\s+[|·•]\\s+");
    private static final Map<Character, SignatureField.Kind> LETTERS = Map.ofEntries(
            Map.entry('n', SignatureField.Kind.NAME), Map.entry('t', SignatureField.Kind.TITLE),
            Map.entry('c', SignatureField.Kind.COMPANY), Map.entry('p', SignatureField.Kind.PHONE),
            Map.entry('m', SignatureField.Kind.MOBILE), Map.entry('f', SignatureField.Kind.FAX),
            Map.entry('e', SignatureField.Kind.EMAIL), Map.entry('u', SignatureField.Kind.WEB),
            Map.entry('a', SignatureField.Kind.ADDRESS), Map.entry('w', SignatureField.Kind.WECHAT),
            Map.entry('q', SignatureField.Kind.QQ), Map.entry('d', SignatureField.Kind.DEPARTMENT),
            Map.entry('h', SignatureField.Kind.WHATSAPP), Map.entry('s', SignatureField.Kind.SKYPE),
            Map.entry('l', SignatureField.Kind.LINE));

    /** With more mails than these a file has every property. */
    private static final int ALL_KINDS = 60;

    /** One fact, as marked or as read. */
    private record Said(SignatureField.Kind kind, String value) {}

    /** A mail, and what its signature must and may say; what one value says that joins several of its line. */
    private record Sample(Mailbox author, String text, Set<Said> must, Set<Said> may, Map<Said, List<Said>> joined) {}

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
        measure("signed-a.txt", 112, 0.99, 0.985);
    }

    @Test
    void whatTheMailsKeptApartSayIsRead() {
        measure("signed-b.txt", 120, 0.99, 0.99);
    }

    @Test
    void whatTheMailsOfAnotherHandSayIsRead() {
        measure("signed-c.txt", 165, 0.99, 0.97);
    }

    @Test
    void whatTheNeighboursOfMendedMailsSayIsRead() {
        measure("signed-d.txt", 65, 0.99, 0.99);
    }

    @Test
    void whatTheMailsOfASecondLookSayIsRead() {
        measure("signed-e.txt", 38, 0.99, 0.99);
    }

    @Test
    void whatTheLastSetSaysIsRead() {
        measure("signed-f.txt", 166, 0.99, 0.99);
    }

    @Test
    void whatTheNeighboursOfTheLastSetSayIsRead() {
        measure("signed-g.txt", 18, 0.99, 0.99);
    }

    @Test
    void whatTheFourthSetOfAnotherHandSaysIsRead() {
        measure("signed-h.txt", 165, 0.975, 0.94);
    }

    @Test
    void whatTheNeighboursOfTheFourthSetSayIsRead() {
        measure("signed-i.txt", 40, 0.99, 0.99);
    }

    @Test
    void whatTheFifthSetOfAnotherHandSaysIsRead() {
        measure("signed-j.txt", 165, 0.99, 0.97);
    }

    @Test
    void whatTheNeighboursOfTheFifthSetSayIsRead() {
        measure("signed-k.txt", 20, 0.99, 0.99);
    }

    @Test
    void whatTheSixthSetOfAnotherHandSaysIsRead() {
        measure("signed-l.txt", 165, 0.99, 0.99);
    }

    @Test
    void whatTheNeighboursOfTheSixthSetSayIsRead() {
        measure("signed-m.txt", 60, 0.98, 0.98);
    }

    @Test
    void whatTheSeventhSetOfAnotherHandSaysIsRead() {
        measure("signed-n.txt", 120, 0.98, 0.98);
    }

    @Test
    void whatTheEighthSetOfAnotherHandSaysIsRead() {
        measure("signed-o.txt", 120, 0.95, 0.95);
    }

    @Test
    void whatTheNeighboursOfTheSeventhAndEighthSetsSayIsRead() {
        measure("signed-q.txt", 190, 0.99, 0.99);
    }

    @Test
    void whatTheNinthSetOfAnotherHandSaysIsRead() {
        measure("signed-p.txt", 150, 0.91, 0.81);
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
        if (atLeast > ALL_KINDS) {
            assertThat(scores.keySet()).as("every property is in the samples").containsAll(LETTERS.values());
        }
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
                    .forEach(field -> found.addAll(read(sample, field)));
        }
        for (Said each : found) {
            if (sample.must().contains(each)) {
                score(each).right++;
            } else if (!sample.may().contains(each) && !isNumberOfWhatsApp(sample, each)) {
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

    /** What a value says, as the conventions of the marks allow to read it. */
    private static List<Said> read(Sample sample, SignatureField field) {
        Matcher bracket = IN_BRACKETS.matcher(field.value());
        if (field.kind() == SignatureField.Kind.NAME && bracket.matches()) {
            List<Said> names = List.of(said(field.kind(), bracket.group(1)), said(field.kind(), bracket.group(2)));
            if (names.stream().allMatch(each -> sample.must().contains(each) || sample.may().contains(each))) {
                return names;
            }
        }
        Said said = said(field.kind(), field.value());
        SignatureField.Kind other = said.kind() == SignatureField.Kind.TITLE
                ? SignatureField.Kind.DEPARTMENT
                : SignatureField.Kind.TITLE;
        boolean work = said.kind() == SignatureField.Kind.TITLE || said.kind() == SignatureField.Kind.DEPARTMENT;
        Said turned = new Said(other, said.value());
        return work && !TOLD.matcher(said.value()).matches() && sample.must().contains(turned)
                ? List.of(turned)
                : parts(sample, said);
    }

    private Score score(Said said) {
        return scores.computeIfAbsent(said.kind(), _ -> new Score());
    }

    private static List<Said> parts(Sample sample, Said said) {
        return sample.must().contains(said) ? List.of(said) : sample.joined().getOrDefault(said, List.of(said));
    }

    /** A number of WhatsApp is one of a mobile telephone too, also where the mark does not say so. */
    private static boolean isNumberOfWhatsApp(Sample sample, Said said) {
        Said account = new Said(SignatureField.Kind.WHATSAPP, said.value());
        return said.kind() == SignatureField.Kind.MOBILE
                && (sample.must().contains(account) || sample.may().contains(account));
    }

    private static Said said(SignatureField.Kind kind, String value) {
        String normal = value.replaceAll("[\\s\u3000]+", " ").replaceFirst("[,，;； ]+$", "").strip();
        if (kind == SignatureField.Kind.ADDRESS) {
            // The sign of the Japanese post before a postcode may be taken with it or not.
            return new Said(kind, normal.replaceFirst("^〒\\s?", "").replaceFirst("\\.$", ""));
        }
        return new Said(kind,
                kind == SignatureField.Kind.NAME ? BRACKET_BEHIND.matcher(normal).replaceFirst("") : normal);
    }

    /** What a mark says: a line of an address by its dividers, everything else whole. */
    private static List<Said> marked(SignatureField.Kind kind, String value) {
        return kind == SignatureField.Kind.ADDRESS
                ? Arrays.stream(DIVIDER.split(value, -1)).map(part -> said(kind, part)).toList()
                : List.of(said(kind, value));
    }

    private static Sample sample(String marked) {
        int end = marked.indexOf('\n');
        int bracket = marked.indexOf('<');
        Mailbox author = new Mailbox(marked.substring(0, bracket).strip(),
                marked.substring(bracket + 1, marked.indexOf('>')));
        Set<Said> must = new HashSet<>();
        Set<Said> may = new HashSet<>();
        Map<Said, List<Said>> joined = new HashMap<>();
        for (String line : marked.substring(end + 1).split("\n", -1)) {
            read(line, must, may, joined);
        }
        String text = MARK.matcher(marked.substring(end + 1)).replaceAll("$4");
        assertThat(text).as("every mark is closed").doesNotContain("‹").doesNotContain("›");
        return new Sample(author, text, must, may, joined);
    }

    private static void read(String line, Set<Said> must, Set<Said> may, Map<Said, List<Said>> joined) {
        Matcher mark = MARK.matcher(line);
        String last = "";
        String together = "";
        int behind = 0;
        List<Said> parts = new ArrayList<>();
        while (mark.find()) {
            for (char letter : mark.group(2).toCharArray()) {
                (mark.group(1).isEmpty() ? must : may)
                        .addAll(marked(Objects.requireNonNull(LETTERS.get(letter), line), mark.group(4)));
            }
            for (char letter : Objects.requireNonNullElse(mark.group(3), "").toCharArray()) {
                may.addAll(marked(Objects.requireNonNull(LETTERS.get(letter), line), mark.group(4)));
            }
            String between = line.substring(behind, mark.start());
            boolean narrowed = last.equals("t") && mark.group(2).equals("d") && NARROWED.matcher(between).matches();
            boolean goesOn = (mark.group(2).equals(last) || narrowed) && "ntdac".contains(last)
                    && BETWEEN.matcher(between).matches();
            together = goesOn ? together + between + mark.group(4) : mark.group(4);
            parts = goesOn ? new ArrayList<>(parts) : new ArrayList<>();
            parts.addAll(marked(Objects.requireNonNull(LETTERS.get(mark.group(2).charAt(0)), line), mark.group(4)));
            if (goesOn) {
                joined.put(said(parts.getFirst().kind(), together), parts);
            }
            last = mark.group(2);
            behind = mark.end();
        }
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
