package app.kith.mail;

import java.util.Locale;

/** Lines by which mail programs set off what is not new: the older message and the signature. A first, cheap look for lists. */
final class QuoteMarks {
    private static final int LONGEST = 300;

    private QuoteMarks() {}

    /** {@return whether a line ends the new text: a signature mark, or the beginning of an older message's header} */
    static boolean endsNewText(String text, int from, int end) {
        int length = end - from;
        if (length > LONGEST) {
            return false;
        }
        char first = text.charAt(from);
        if (first == '-' || first == '_' || first == '\u2014') {
            return isRule(text, from, end);
        }
        if (first == '发' || first == '發' || first == '寄') {
            return starts(text, from, "发件人：", "发件人:", "寄件者：", "寄件者:", "發件人：", "發件人:", "寄件人：", "寄件人:")
                    && olderHeaderFollows(text, end);
        }
        boolean author = Ascii.startsWith(text, from, "from:") || Ascii.startsWith(text, from, "von:");
        return author && olderHeaderFollows(text, end);
    }

    private static boolean isRule(String text, int from, int end) {
        if (end - from <= 3 && text.startsWith("--", from)) {
            return end - from == 2 || text.charAt(end - 1) == ' ';
        }
        if (!text.startsWith("--", from)) {
            return false;
        }
        String line = text.substring(from, end).toLowerCase(Locale.ROOT);
        return line.contains("original") || line.contains("forwarded") || line.contains("原始邮件") || line.contains("原邮件")
                || line.contains("转发") || line.contains("原始郵件") || line.contains("ursprüngliche") || line.contains(
                        "message d'origine")
                || line.contains("mensaje original");
    }

    /** {@return whether one of the next three lines is a date, recipient or subject of an older message} */
    private static boolean olderHeaderFollows(String text, int end) {
        int line = end + 1;
        for (int i = 0; i < 3 && line < text.length(); i++) {
            int newline = text.indexOf('\n', line);
            int next = newline < 0 ? text.length() : newline;
            int from = line;
            while (from < next && text.charAt(from) <= ' ') {
                from++;
            }
            if (Ascii.startsWith(text, from, "sent:") || Ascii.startsWith(text, from, "date:")
                    || Ascii.startsWith(text, from,
                            "to:")
                    || Ascii.startsWith(text, from, "gesendet:") || starts(text, from, "发送时间", "发送日期", "日期：", "日期:",
                            "收件人", "寄件日期", "傳送時間", "时间：", "时间:", "日期")) {
                return true;
            }
            line = next + 1;
        }
        return false;
    }

    private static boolean starts(String text, int from, String... words) {
        for (String word : words) {
            if (text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a line says who wrote the quoted lines that follow: {@code On … wrote:}, {@code 在 … 写道：}} */
    static boolean introducesQuote(String text, int from, int end) {
        if (end - from > LONGEST) {
            return false;
        }
        char last = text.charAt(end - 1);
        int to = last == ' ' ? end - 1 : end;
        char sign = text.charAt(to - 1);
        if (sign != ':' && sign != '：') {
            return false;
        }
        int words = to - 1;
        return text.startsWith("写道", words - 2) || text.startsWith("寫道", words - 2)
                || (words - from > 12 && (Ascii.startsWith(
                        text, words - 5, "wrote") || Ascii.startsWith(text, words - 7, "schrieb")
                        || Ascii.startsWith(text, words - 8,
                                "a écrit ")
                        || Ascii.startsWith(text, words - 7, "a écrit") || Ascii.startsWith(text, words - 8,
                                "escribió")));
    }
}
