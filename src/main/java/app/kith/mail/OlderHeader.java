package app.kith.mail;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of an older message as programs write it into the text: {@code From: … Sent: … To: … Subject: …}, {@code 发件人：…}. */
final class OlderHeader {
    private static final int LONGEST_LABEL = 24;
    private static final int LOOK_AHEAD = 14;
    private static final Map<String, Field> LABELS = labels();

    private OlderHeader() {}

    /** What a line of such a header tells. */
    enum Field {
        AUTHOR,
        DATE,
        TO,
        COPY,
        SUBJECT
    }

    private static Map<String, Field> labels() {
        Map<String, Field> labels = new HashMap<>();
        put(labels, Field.AUTHOR, "from", "von", "de", "da", "van", "från", "fra", "od", "от", "от кого", "lähettäjä",
                "kimden", "gönderen", "feladó", "expéditeur", "发件人", "發件人", "寄件者", "寄件人", "差出人", "送信者", "보낸 사람", "보낸사람",
                "发信人", "de la", "від");
        put(labels, Field.DATE, "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el",
                "enviada em", "fecha", "data", "inviato", "verzonden", "skickat", "sendt", "dato", "wysłano",
                "отправлено", "дата", "lähetetty", "päivämäärä", "tarih", "gönderildi", "odesláno", "elküldve",
                "trimis",
                "发送时间", "发送日期", "日期", "时间", "發送時間", "寄件日期", "傳送時間", "傳送日期", "日時", "送信日時", "送信日", "보낸 날짜", "날짜",
                "发件时间", "date sent", "sent at");
        put(labels, Field.TO, "to", "an", "à", "a", "para", "aan", "till", "til", "do", "komu", "кому", "vastaanottaja",
                "kime", "címzett", "destinataire", "destinatario", "către", "收件人", "收件者", "宛先", "받는 사람", "받는사람");
        put(labels, Field.COPY, "cc", "c.c.", "kopie", "copie", "kopia", "copia", "копия", "抄送", "副本", "抄送人", "참조");
        put(labels, Field.SUBJECT, "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp", "ämne",
                "emne", "temat", "тема", "předmět", "predmet", "aihe", "konu", "tárgy", "subiect", "主题", "主題", "件名",
                "標題", "主旨", "제목");
        return labels;
    }

    private static void put(Map<String, Field> labels, Field field, String... words) {
        for (String word : words) {
            labels.put(word, field);
        }
    }

    /**
     * Tells whether a header begins at a line.
     *
     * @param announced whether a rule stands above it, so that less evidence is enough
     * @return the line behind the header, or -1 if none begins here
     */
    static int endAt(TextLines lines, int line, boolean announced) {
        if (line >= lines.count() || field(lines, line) == null) {
            return -1;
        }
        Set<Field> seen = EnumSet.noneOf(Field.class);
        int end = line;
        int strange = 0;
        for (int i = line; i < Math.min(lines.count(), line + LOOK_AHEAD) && strange < 3; i++) {
            Field field = field(lines, i);
            if (field != null) {
                seen.add(field);
                end = i + 1;
                strange = 0;
            } else {
                // Long lists of recipients go on over several lines; HTML leaves blank lines between the fields.
                strange++;
            }
        }
        boolean author = seen.contains(Field.AUTHOR);
        return author && (seen.size() >= 3 || announced && seen.size() >= 2) ? end : -1;
    }

    /** {@return what a header says behind the label of a field; empty where it has none} */
    static String value(TextLines lines, int from, int behind, Field wanted) {
        for (int i = from; i < behind; i++) {
            if (field(lines, i) == wanted) {
                int colon = lines.start(i);
                while (!isColon(lines.text.charAt(colon)) || isDecorated(lines, i, colon)) {
                    colon++;
                }
                return bare(lines.text.substring(colon + 1, lines.end(i)));
            }
        }
        return "";
    }

    /** A bar before the label is a table's edge. */
    private static boolean isDecorated(TextLines lines, int line, int at) {
        for (int i = lines.start(line); i < at; i++) {
            if (!isDecoration(lines.text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isDecoration(value.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static @Nullable Field field(TextLines lines, int line) {
        int at = lines.start(line);
        int end = Math.min(lines.end(line), at + LONGEST_LABEL + 4);
        while (at < end && isDecoration(lines.text.charAt(at))) {
            at++;
        }
        int colon = at;
        while (colon < end && !isColon(lines.text.charAt(colon))) {
            colon++;
        }
        if (colon == at || colon == end) {
            return null;
        }
        int to = colon;
        while (to > at && isDecoration(lines.text.charAt(to - 1))) {
            to--;
        }
        return LABELS.get(lines.text.substring(at, to).toLowerCase(Locale.ROOT));
    }

    private static boolean isDecoration(char c) {
        return c == '*' || c == '|' || c == '_' || c == '【' || c == '】' || TextLines.isBlank(c);
    }

    /** NetEase's desktop program writes the header as a table of bars. */
    private static boolean isColon(char c) {
        return c == ':' || c == '：' || c == '|';
    }
}
