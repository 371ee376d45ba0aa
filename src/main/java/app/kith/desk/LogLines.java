package app.kith.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of the program's own log, for somebody else to read. The log holds no text of mails; what it may name is taken out
 * here: addresses, servers, files, what stands in quotes, letters that no message of the program has, and names that are known.
 */
final class LogLines {
    private static final String OUT = "<…>";
    /** One round of the log is enough for so many lines. */
    private static final int BYTES = 200_000;
    private static final Pattern DETAILS = Pattern.compile("\\b([A-Z][A-Z_]{2,}) \\[.*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|«[^»]*»");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\],;:\"]+@[^\\s<>()\\[\\],;:\"]+");
    private static final Pattern LINK = Pattern.compile("\\b[a-z][a-z0-9+.-]*://\\S+");
    private static final Pattern HOST = Pattern
            .compile("\\b(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}\\b(?!\\()|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern FILE = Pattern.compile("(?:[A-Za-z]:)?[/\\\\][^\\s:]+");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7F]+(?:[^\\s]*[^\\x00-\\x7F]+)*");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{8,}\\d");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Za-z-]{2,}\\b");
    private static final Pattern HEAD = Pattern.compile("(\\S+Z (?:ERROR|WARN|INFO|DEBUG|TRACE) \\S+) (.*)");
    private static final Pattern THROWN = Pattern.compile("  (\\S+)(?:: (.*))?");
    private static final String FRAME = "    ";

    private final Predicate<String> known;
    private final Map<String, Boolean> asked = new HashMap<>();

    /**
     * @param known whether a word is part of a name that the user has
     */
    LogLines(Predicate<String> known) {
        this.known = known;
    }

    /** The last lines of a data folder's log, oldest first; none where there is no log. */
    List<String> last(Path home, int count) throws IOException {
        List<String> lines;
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(
                home.resolve("logs").resolve("kith.log").toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            lines = new ArrayList<>(new String(end, StandardCharsets.UTF_8).lines().toList());
            if (from > 0 && !lines.isEmpty()) {
                lines.removeFirst(); // It begins somewhere.
            }
        } catch (java.io.FileNotFoundException | NoSuchFileException e) {
            if (Files.exists(home.resolve("logs").resolve("kith.log"))) {
                throw e;
            }
            return List.of();
        }
        return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream().map(this::cleared).toList();
    }

    /** A line without what is nobody else's business. */
    String cleared(String line) {
        if (line.startsWith(FRAME)) {
            return line.matches(
                    "    (?:at )?[\\w.$/@<>-]+\\((?:[\\w$]+\\.java(?::\\d+)?|Native Method|Unknown Source|[\\w.$ -]*)\\).*")
                            ? line.replaceAll("\\).*", ")")
                            : FRAME + OUT;
        }
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            return head.group(1) + " " + text(head.group(2));
        }
        Matcher thrown = THROWN.matcher(line);
        if (thrown.matches() && thrown.group(1).matches("[\\w.$]+")) {
            String message = thrown.group(2);
            return "  " + thrown.group(1) + (message == null ? "" : ": " + text(message));
        }
        return OUT; // The second line of something that has several.
    }

    private String text(String message) {
        String text = DETAILS.matcher(message).replaceAll("$1 " + OUT);
        for (Pattern each : List.of(QUOTED, LINK, ADDRESS, FILE, HOST, NUMBER)) {
            text = each.matcher(text).replaceAll(OUT);
        }
        text = FOREIGN.matcher(text).replaceAll("…");
        return WORD.matcher(text)
                .replaceAll(found -> isKnown(found.group()) ? "…" : Matcher.quoteReplacement(found.group()));
    }

    private boolean isKnown(@Nullable String word) {
        return word != null && asked.computeIfAbsent(word, known::test);
    }
}
