package app.kith.ui.body;

import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lines by which mail programs begin an older message. */
final class QuoteSigns {
    private static final int LONGEST = 400;
    private static final Set<String> AUTHOR = Set.of("from", "von", "de", "da", "van", "från", "od", "от", "发件人", "發件人",
            "寄件者", "寄件人", "差出人", "보낸 사람", "发信人", "发送人");
    private static final Set<String> REST = Set.of("sent", "date", "to", "subject", "cc", "gesendet", "datum", "an",
            "betreff", "envoyé", "envoyé le", "à", "objet", "enviado", "enviado el", "fecha", "para", "asunto",
            "inviato", "data", "a", "oggetto", "发送时间", "发送日期", "日期", "时间", "收件人", "抄送", "主题", "寄件日期", "收件者", "主旨",
            "傳送時間", "時間", "副本", "送信日時", "日付", "宛先", "件名", "发信时间", "收信人", "отправлено", "кому", "тема",
            "보낸 날짜", "받는 사람", "제목", "verzonden", "aan", "onderwerp");
    private static final List<String> RULES = List.of("original message", "original appointment", "原始邮件", "原邮件",
            "邮件原件", "原始郵件", "原始信件", "ursprüngliche nachricht", "message d'origine", "mensaje original",
            "messaggio originale", "回复的原邮件", "original mail", "oorspronkelijk bericht", "元のメッセージ");
    private static final List<String> FORWARDS = List.of("forwarded message", "begin forwarded", "weitergeleitete nach",
            "转发邮件", "转发的邮件", "转发的消息", "message transféré", "mensaje reenviado", "轉寄郵件", "轉寄的郵件", "forwarded by");

    private QuoteSigns() {}

    /** {@return the number of the line at which an older message begins, with the rule above it; -1 for none} */
    static int olderMessage(List<String> lines) {
        List<String> labels = lines.stream().map(QuoteSigns::label).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.length() > LONGEST || line.length() < 2) {
                continue;
            }
            if (isForward(line)) {
                return -1;
            }
            if (isRule(line) || isHead(lines, labels, i)) {
                return withRuleAbove(lines, i);
            }
        }
        return -1;
    }

    private static int withRuleAbove(List<String> lines, int at) {
        int above = at - 1;
        while (above >= 0 && PageText.isBlank(lines.get(above))) {
            above--;
        }
        boolean rule = above >= 0 && lines.get(above).strip().length() >= 5
                && lines.get(above).strip().chars().allMatch(c -> c == '_' || c == '-' || c == '=' || c == '—');
        return rule ? above : at;
    }

    private static boolean isRule(String line) {
        char first = line.charAt(0);
        if (first != '-' && first != '_' && first != '—' && first != '=') {
            return false;
        }
        String words = line.toLowerCase(Locale.ROOT);
        return RULES.stream().anyMatch(words::contains);
    }

    static boolean isForward(String line) {
        String words = line.toLowerCase(Locale.ROOT);
        boolean marked = line.startsWith("--") || line.startsWith("begin") || line.startsWith("Begin");
        return marked && FORWARDS.stream().anyMatch(words::contains);
    }

    /** {@return whether blocks begin with the rule above a forwarded message, which is what the mail is about} */
    static boolean isForward(List<Block> blocks) {
        for (Block block : blocks) {
            if (!PageText.isBlank(block)) {
                return switch (block) {
                    case Paragraph paragraph -> isForward(PageText.of(paragraph).strip());
                    case Box box -> isForward(box.blocks());
                    default -> false;
                };
            }
        }
        return false;
    }

    /** {@return whether a line names an author, and two of the next lines name date, recipient or subject} */
    private static boolean isHead(List<String> lines, List<String> labels, int at) {
        if (!AUTHOR.contains(labels.get(at))) {
            return false;
        }
        int known = 0;
        int seen = 0;
        for (int i = at + 1; i < lines.size() && seen < 6; i++) {
            if (!PageText.isBlank(lines.get(i))) {
                seen++;
                known += REST.contains(labels.get(i)) ? 1 : 0;
            }
        }
        return known >= 2;
    }

    /** {@return what stands before the first colon of a line, in lower case; empty for none} */
    private static String label(String line) {
        int end = Math.min(line.length(), 24);
        for (int i = 0; i < end; i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                String label = line.substring(0, i).replace('\u00A0', ' ').replace("*", "").strip();
                boolean han = !label.isEmpty() && label.charAt(0) >= 0x2E80 && label.charAt(0) < 0xA000;
                return han ? label.replaceAll("[ \u3000]", "") : label.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    /** {@return the line of a paragraph at which a sentence such as {@code On … wrote:} begins at its end; -1 for none} */
    static int introduction(String paragraph) {
        String[] lines = paragraph.split("\n", -1);
        int last = lines.length - 1;
        while (last >= 0 && PageText.isBlank(lines[last])) {
            last--;
        }
        if (last < 0 || !ends(lines[last])) {
            return -1;
        }
        int from = last;
        while (from > 0 && last - from < 2 && !begins(lines[from]) && !PageText.isBlank(lines[from - 1])) {
            from--;
        }
        return begins(lines[from]) ? from : last;
    }

    private static boolean begins(String line) {
        String words = line.strip().toLowerCase(Locale.ROOT);
        return words.startsWith("on ") || words.startsWith("am ") || words.startsWith("le ") || words.startsWith("el ")
                || words.startsWith("il ") || words.startsWith("在") || words.startsWith("于") || words.startsWith("at ")
                || !words.isEmpty() && Character.isDigit(words.charAt(0));
    }

    private static boolean ends(String line) {
        String words = line.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
        if (words.length() > LONGEST || words.length() < 4) {
            return false;
        }
        char sign = words.charAt(words.length() - 1);
        if (sign != ':' && sign != '：') {
            return false;
        }
        String before = words.substring(0, words.length() - 1).strip();
        return before.endsWith("wrote") || before.endsWith("写道") || before.endsWith("寫道") || before.endsWith("schrieb")
                || before.endsWith("a écrit") || before.endsWith("escribió") || before.endsWith("ha scritto")
                || before.endsWith("のメール") || before.endsWith("schreef") || before.endsWith("escreveu")
                || before.contains(" schrieb ") || before.contains("写道") || before.contains("@") && before.matches(
                        ".*\\d{4}.*");
    }
}
