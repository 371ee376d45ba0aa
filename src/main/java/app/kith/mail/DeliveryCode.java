package app.kith.mail;

import app.kith.mail.DeliveryFailure.Lasting;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Enhanced status codes (RFC 3463), SMTP reply codes (RFC 5321, section 4.2) and words that tell whether a failure stays. */
final class DeliveryCode {
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
    /** A reply code with words behind it; {@code 500 KB} and the digits of a date or a port are none. */
    private static final Pattern REPLY = Pattern.compile(
            "(?<![\\d./#\\p{L}-])(?<!\\d:)[45][0-7]\\d(?=[ :-]{1,3}(?:#?[45]\\.\\d|[\\p{L}<\"'\\[(*])|[,;]\\s)(?! ?(?i:[km]?b\\b|hours?\\b|mails?\\b))");
    private static final String[] PASSING = {"temporar", "will retry", "will be retried", "keep trying",
            "still being retried", "try again later", "no action is required", "mail delayed", "not yet been delivered",
            "暂时", "暫時", "稍后重试", "稍后再试", "将继续尝试", "会继续尝试", "继续重试", "vorübergehend", "temporaire", "temporal",
            "一時的"};
    private static final String[] STAYING = {"permanent", "user unknown", "unknown user", "no such user",
            "does not exist", "doesn't exist", "doesn't have a", "not found", "no mailbox here", "couldn't be found",
            "wasn't found", "not listed in", "not recognized", "host unknown", "invalid recipient", "不存在", "找不到",
            "无此用户", "没有此用户", "存在しません", "unbekannt"};

    private DeliveryCode() {}

    /** {@return the first enhanced status code of a failure in a text, or null} */
    static @Nullable String status(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** {@return where an SMTP server's answer begins in a line, or -1} */
    static int reply(String line) {
        Matcher matcher = REPLY.matcher(line);
        return matcher.find() ? matcher.start() : -1;
    }

    /** {@return whether a status code says only success or failure, without a reason} */
    static boolean isVague(String status) {
        return status.endsWith(".0.0");
    }

    /** {@return whether a failure stays, by its status code, else by the answer's code, else by the words} */
    static Lasting lasting(@Nullable String status, String reason) {
        if (status != null) {
            return status.charAt(0) == '5' ? Lasting.PERMANENT : Lasting.TEMPORARY;
        }
        int reply = reply(reason);
        return reply < 0 ? said(reason) : reason.charAt(reply) == '5' ? Lasting.PERMANENT : Lasting.TEMPORARY;
    }

    /** {@return whether words say that a failure stays or passes} */
    static Lasting said(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (String word : PASSING) {
            if (lower.contains(word)) {
                return Lasting.TEMPORARY;
            }
        }
        for (String word : STAYING) {
            if (lower.contains(word)) {
                return Lasting.PERMANENT;
            }
        }
        return Lasting.UNKNOWN;
    }

    /** {@return a reason on one line, at most 300 letters} */
    static String oneLine(String words) {
        String clean = HeaderText.clean(words);
        int end = Math.min(clean.length(), 300);
        if (end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
            end--;
        }
        return clean.substring(0, end);
    }
}
