package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failure notice says of one address, line by line, and what the reason among it is. */
final class ToldFailure {
    static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&*+/=?^_{|}~.-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?");
    static final Pattern AT_LINE_START = Pattern.compile("[\\s<\\[(*•·|\"'-]*(?:mailto:)?");
    static final Pattern AT_LINE_END = Pattern.compile("[\\s>\\])）.:：,;；，。|\"'!]*");

    private final String address;
    private final List<String> words = new ArrayList<>();
    /** The address that the user wrote to, where the failing one stood behind it. */
    private String shown;

    ToldFailure(String address) {
        this.address = address;
        this.shown = address;
    }

    String address() {
        return address;
    }

    String shown() {
        return shown;
    }

    void showAs(String alias) {
        shown = alias;
    }

    /** {@return the lines, to be added to} */
    List<String> words() {
        return words;
    }

    boolean endsWith(String end) {
        return !words.isEmpty() && words.getLast().endsWith(end);
    }

    /** {@return the enhanced status code beside a reason, or null} */
    @Nullable
    String status(String reason) {
        String status = DeliveryCode.status(reason);
        for (int i = 0; i < words.size() && status == null; i++) {
            status = DeliveryCode.status(words.get(i));
        }
        return status;
    }

    /** What a server answered, else what a label calls the reason, else the first words said of the address. */
    String reason() {
        for (int i = 0; i < words.size(); i++) {
            int at = DeliveryCode.reply(words.get(i));
            if (at >= 0) {
                return paragraph(i, at);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            String line = words.get(i);
            if (FailureWords.isReason(line)) {
                String rest = FailureWords.withoutLabel(line);
                return rest.isBlank() && i + 1 < words.size()
                        ? paragraph(i + 1, 0)
                        : DeliveryCode.oneLine(rest);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            String line = words.get(i);
            int at = behindAddress(line);
            if (!FailureWords.saysNothing(line.substring(at))) {
                return paragraph(i, at);
            }
        }
        return before();
    }

    /** {@code Unknown user: a@b.example} */
    private String before() {
        String line = words.isEmpty() ? "" : words.getFirst();
        int at = line.indexOf(address);
        String start = at < 0 ? "" : line.substring(0, at).replaceAll("[\\s:：<(（\"]+$", "");
        return start.length() < 6 ? "" : DeliveryCode.oneLine(start);
    }

    private int behindAddress(String line) {
        int at = line.indexOf(address);
        if (at < 0 || !AT_LINE_START.matcher(line).region(0, at).matches()) {
            return at > 0 && at + address.length() >= line.length() - 2 ? line.length() : 0;
        }
        Matcher behind = AT_LINE_END.matcher(line).region(at + address.length(), line.length());
        return behind.lookingAt() ? behind.end() : at + address.length();
    }

    /** A reason goes on over wrapped lines until an empty line or the next answer. */
    private String paragraph(int first, int at) {
        StringBuilder out = new StringBuilder(words.get(first).substring(at));
        for (int i = first + 1; i < words.size() && out.length() < 300; i++) {
            String line = words.get(i);
            if (line.isBlank() || FailureWords.saysNothing(line) || DeliveryCode.reply(line) == 0
                    || FailureWords.isReason(line) || ADDRESS.matcher(line).lookingAt()) {
                break;
            }
            out.append(' ').append(line);
        }
        return DeliveryCode.oneLine(out.toString());
    }
}
