package app.kith.mail;

import app.kith.mail.DeliveryFailure.Lasting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of failure notices without a report, of whatever program: which addresses they name and what is said below or beside
 * each, up to the copy of the failed mail. Looks at the beginning of the text only.
 */
final class FailureText {
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_FAILURES = 200;
    private static final Pattern GENERATED = Pattern.compile(
            "\\((?:ultimately generated|generated|expanded) from <?([^\\s()<>]+@[^\\s()<>]+)>?\\)");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*<([^<>\\s]{3,250})>");

    private final TextLines lines;
    private final Set<String> strangers;
    private final Set<String> wanted;
    private final Map<String, ToldFailure> told = new LinkedHashMap<>();
    private @Nullable ToldFailure current;
    private int end;

    private FailureText(String text, Set<String> strangers, Set<String> wanted) {
        this.lines = new TextLines(text.length() > 60_000 ? text.substring(0, 60_000) : text);
        this.strangers = strangers;
        this.wanted = wanted;
    }

    /**
     * Reads the text of a notice.
     *
     * @param strangers addresses, in lower case, that are named in every notice without having failed: whose mail it was, who tells
     * @param wanted the addresses, in lower case, of which the header says that they failed; where it says so of any, no other counts
     * @return the failures in their order; empty where no address is named
     */
    static List<DeliveryFailure> read(String text, Set<String> strangers, Set<String> wanted) {
        FailureText reading = new FailureText(text, strangers, wanted);
        for (Pass pass : List.of(Pass.LINES, Pass.ALL, Pass.OWN)) {
            if (reading.told.isEmpty()) {
                reading.gather(pass);
            }
        }
        if (reading.told.isEmpty() && !wanted.isEmpty()) {
            reading.current = new ToldFailure(wanted.iterator().next());
            reading.told.put(reading.current.address(), reading.current);
            reading.gather(Pass.NONE);
        }
        return reading.failures(reading.returnedId());
    }

    /** How addresses are looked for, each time more boldly. */
    private enum Pass {
        /** Not in what is said of the failed mail. */
        LINES,
        /** In all lines. */
        ALL,
        /** Also the user's own, who may have written to himself. */
        OWN,
        /** Not at all: the header names them. */
        NONE
    }

    /** {@return the id of the failed mail, from the copy of its header below the notice} */
    private @Nullable String returnedId() {
        if (end >= lines.count()) {
            return null;
        }
        Matcher matcher = MESSAGE_ID.matcher(lines.text).region(lines.start(end), lines.text.length());
        return matcher.find() ? matcher.group(1) : null;
    }

    private void gather(Pass pass) {
        int line = 0;
        while (line < Math.min(lines.count(), MOST_LINES)) {
            String words = lines.length(line) > LONGEST_LINE
                    ? lines.line(line).substring(0, LONGEST_LINE)
                    : lines.line(line);
            if (line > 0 && FailureWords.beginsCopy(words) || !told.isEmpty() && FailureWords.isField(words)) {
                break;
            }
            read(words, pass);
            line++;
        }
        end = line;
    }

    private void read(String line, Pass pass) {
        if (pass == Pass.LINES && FailureWords.isByTheWay(line)) {
            return;
        }
        Matcher matcher = ToldFailure.ADDRESS.matcher(line);
        ToldFailure of = current;
        while (matcher.find()) {
            String address = matcher.group();
            String key = address.toLowerCase(Locale.ROOT);
            ToldFailure known = told.get(key);
            boolean own = isOwnLine(line, matcher);
            if (known != null) {
                of = known;
                current = own ? known : current;
            } else if (of != null && of.endsWith("(expanded from")) {
                of.showAs(address);
            } else if ((own || current == null) && mayFail(line, matcher, key, own, pass)) {
                of = new ToldFailure(address);
                told.put(key, of);
                current = of;
            }
        }
        boolean greeting = pass == Pass.NONE && DeliveryCode.reply(line) < 0
                && (ToldFailure.ADDRESS.matcher(line).find() || line.length() < 20);
        if (of != null && !greeting && of.words().size() < MOST_LINES) {
            Matcher generated = GENERATED.matcher(line);
            if (generated.find() && !strangers.contains(generated.group(1).toLowerCase(Locale.ROOT))) {
                of.showAs(generated.group(1));
            }
            of.words().add(line);
        }
    }

    private boolean mayFail(String line, Matcher found, String key, boolean own, Pass pass) {
        if (pass == Pass.NONE || told.size() >= MOST_FAILURES || !wanted.isEmpty() && !wanted.contains(key)) {
            return false;
        }
        if (strangers.contains(key)) {
            return pass == Pass.OWN && own;
        }
        boolean first = ToldFailure.AT_LINE_START.matcher(line).region(0, found.start()).matches();
        return first || pass != Pass.LINES || !FailureWords.isAboutHelp(line)
                && !FailureWords.isSender(line.substring(0, found.start()));
    }

    /** An address at the beginning of its line, or at the end behind a name or a few words, has the line for itself. */
    private static boolean isOwnLine(String line, Matcher found) {
        if (ToldFailure.AT_LINE_START.matcher(line).region(0, found.start()).matches()) {
            return true;
        }
        return found.start() <= 40 && DeliveryCode.reply(line) < 0 && line.indexOf(">>>") < 0
                && ToldFailure.AT_LINE_END.matcher(line).region(found.end(), line.length()).matches();
    }

    private List<DeliveryFailure> failures(@Nullable String id) {
        List<DeliveryFailure> failures = new ArrayList<>(told.size());
        String below = "";
        String status = null;
        for (ToldFailure each : List.copyOf(told.values()).reversed()) {
            String reason = each.reason();
            if (reason.isEmpty()) {
                // Several addresses in a row share what is said below the last.
                reason = below;
            } else {
                status = each.status(reason);
            }
            below = reason;
            Lasting lasting = DeliveryCode.lasting(status, reason);
            if (lasting == Lasting.UNKNOWN) {
                lasting = DeliveryCode.said(String.join(" ", each.words()));
            }
            failures.add(new DeliveryFailure(each.shown(), status, reason, lasting, id));
        }
        return failures.reversed();
    }
}
