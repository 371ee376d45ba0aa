package app.kith.mail;

import java.util.Locale;

/** Lines by which mail programs set off an older message: {@code -----Original Message-----}, rules, what a list adds at the end. */
final class QuoteMarks {
    private static final int LONGEST = 120;
    private static final String[] OLDER = {"original", "forward", "reply message", "replied message", "ursprüngliche",
            "antwort nachricht",
            "weitergeleitet", "originalnachricht", "message d'origine", "message d’origine", "message transféré",
            "mensaje original", "mensaje reenviado", "messaggio originale", "messaggio inoltrato", "mensagem original",
            "oorspronkelijk", "doorgestuurd", "ursprungligt", "vidarebefordrat", "oprindelig", "opprinnelig",
            "videresendt", "alkuperäinen", "oryginalna", "přeposlaná", "původní", "eredeti", "исходное", "пересылаемое",
            "пересланное", "orijinal", "原始邮件", "原邮件", "原始信息", "邮件原件", "转发", "转发邮件", "原始郵件", "原始訊息", "轉寄",
            "转发的邮件", "元のメッセージ", "転送", "원본", "전달된"};
    private static final String[] ANNOUNCING = {"begin forwarded message", "anfang der weitergeleiteten",
            "début du message", "inicio del mensaje reenviado", "inizio messaggio inoltrato", "下面是被转发的邮件", "开始转发的邮件",
            "以下是转发的邮件", "以下為轉寄", "開始轉寄郵件"};
    private static final String[] LIST_FOOT = {"mailing list", "unsubscribe", "listinfo", "you received this message",
            "subscribed to", "邮件列表"};

    private QuoteMarks() {}

    /** {@return whether a line announces an older message below it} */
    static boolean announcesOlder(TextLines lines, int line) {
        int length = lines.length(line);
        if (length < 6 || length > LONGEST) {
            return false;
        }
        char first = lines.text.charAt(lines.start(line));
        if (isRuleSign(first)) {
            char second = lines.text.charAt(lines.start(line) + 1);
            char last = lines.text.charAt(lines.end(line) - 1);
            return (isRuleSign(second) || second == ' ') && (isRuleSign(last) || last == ':')
                    && (contains(lines, line, OLDER) || isRuleSign(second) && isRuleSign(last)
                            && Attribution.isWriting(lines.line(line).toLowerCase(Locale.ROOT)));
        }
        char last = lines.text.charAt(lines.end(line) - 1);
        return (last == ':' || last == '：') && contains(lines, line, ANNOUNCING);
    }

    private static boolean contains(TextLines lines, int line, String[] words) {
        String lower = lines.line(line).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isRuleSign(char c) {
        return c == '-' || c == '_' || c == '=' || c == '*' || c == '—' || c == '–' || c == '─' || c == '~';
    }

    /** {@return whether a line is nothing but a rule of five signs or more} */
    static boolean isRule(TextLines lines, int line) {
        if (lines.length(line) < 5) {
            return false;
        }
        for (int i = lines.start(line); i < lines.end(line); i++) {
            char c = lines.text.charAt(i);
            if (!isRuleSign(c) && c != ' ') {
                return false;
            }
        }
        return true;
    }

    /** {@return whether what a mailing list adds to every message begins at a line} */
    static boolean beginsListFoot(TextLines lines, int line) {
        if (!isRule(lines, line) && !isSignatureMark(lines, line)) {
            return false;
        }
        int words = lines.nextFilled(line + 1);
        for (int i = words; i < Math.min(words + 2, lines.count()); i++) {
            if (lines.length(i) <= 300 && contains(lines, i, LIST_FOOT)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a line is the signature mark of RFC 3676, section 4.3, its blank lost or not} */
    static boolean isSignatureMark(TextLines lines, int line) {
        return lines.length(line) == 2 && lines.text.startsWith("--", lines.start(line))
                || lines.length(line) == 1 && lines.text.charAt(lines.start(line)) == '—';
    }
}
