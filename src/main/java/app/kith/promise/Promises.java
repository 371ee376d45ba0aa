package app.kith.promise;

import app.kith.mail.Mail;
import app.kith.mail.NewText;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds promises in the text of mails. */
public final class Promises {
    private static final int READ = 8000;
    private static final int MOST = 5;
    private static final int LONGEST = 300;
    private static final Pattern CLAUSES = Pattern
            .compile(
                    "[,，;；:：—]+\\s*|\\s+(?:and|but|und|so)\\s+(?=i\\b|we\\b|you\\b|the\\b|our\\b|my\\b|he\\b|she\\b|they\\b)");
    /** So short a clause may hold nothing but the day for the next one. */
    private static final int SHORT = 28;
    /** So short a Chinese clause may hold nothing but the day for the one before it. */
    private static final int SHORTEST = 5;

    private Promises() {}

    /**
     * Finds what a mail promises. What a program wrote promises nothing.
     *
     * @param mail the mail
     * @param parts the beginning of its text, taken apart
     * @return at most five promises, in the order of the text
     */
    public static List<Promise> of(Mail mail, NewText parts) {
        Instant date = mail.date();
        if (date == null || mail.isAutomatic()) {
            return List.of();
        }
        ZoneOffset zone = Objects.requireNonNullElse(mail.zone(), ZoneOffset.UTC);
        return in(parts.newText(), date.atZone(zone));
    }

    /**
     * Finds what a text promises.
     *
     * @param text new text, without quoted history and signature
     * @param written when it was written, in the zone of its author
     * @return at most five promises, in the order of the text
     */
    public static List<Promise> in(String text, ZonedDateTime written) {
        List<Promise> found = new ArrayList<>();
        for (String sentence : Sentences.of(text.length() > READ ? text.substring(0, READ) : text)) {
            Promise promise = sentence.length() > LONGEST || found.size() >= MOST ? null : read(sentence, written);
            if (promise != null) {
                found.add(promise);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Promise read(String sentence, ZonedDateTime written) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
        boolean chinese = plain.codePoints().anyMatch(Character::isIdeographic);
        if (!(chinese ? ChineseRules.mayPromise(plain) : EnglishRules.mayPromise(plain))) {
            return null;
        }
        if (chinese ? ChineseRules.isNone(plain) : EnglishRules.isNone(plain)) {
            return null;
        }
        List<String> clauses = CLAUSES.splitAsStream(chinese ? ChineseRules.bare(plain) : plain).map(String::strip)
                .filter(clause -> !clause.isEmpty()).toList();
        for (int i = 0; i < clauses.size(); i++) {
            String clause = clauses.get(i);
            if (!(chinese ? ChineseRules.isPromise(clause) : EnglishRules.isPromise(clause))) {
                continue;
            }
            Day day = Day.in(clause, written);
            if (day == null && i > 0 && clauses.get(i - 1).length() <= SHORT) {
                day = Day.in(clauses.get(i - 1), written);
            }
            if (day == null && i + 1 < clauses.size() && clauses.get(i + 1).length() <= (chinese ? SHORTEST : SHORT)) {
                day = Day.leading(clauses.get(i + 1), written);
            }
            if (day != null && !day.date().isBefore(written.toLocalDate())) {
                LocalTime time = day.time();
                Instant at = time == null ? null : day.date().atTime(time).atZone(written.getZone()).toInstant();
                return at != null && at.isBefore(written.toInstant())
                        ? null
                        : new Promise(day.date(), at, sentence);
            }
        }
        return null;
    }
}
