package app.kith.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of automatic answers and of absence notes, in the languages that customers write. */
final class AutomaticWords {
    /** Beyond this a text tells of other things. */
    private static final int BEGINNING = 1_500;
    private static final String[] REPLY = {"automatic reply", "auto reply", "auto-reply", "autoreply", "auto",
            "auto response", "auto-response", "autoresponse", "automated reply", "automated response", "vacation reply",
            "自动回复", "自动答复", "自动回覆", "自動回覆", "自動回復", "自動答覆", "自動返信", "自動応答", "automatische antwort",
            "automatische rückmeldung", "réponse automatique", "reponse automatique", "respuesta automática",
            "respuesta automatica", "risposta automatica", "automatisch antwoord", "automatische reactie",
            "resposta automática", "resposta automatica", "automatiskt svar", "automatisk svar",
            "odpowiedź automatyczna",
            "automatická odpověď", "automaattinen vastaus", "автоответ", "автоматический ответ", "자동 회신", "자동회신",
            "otomatik yanıt", "automatikus válasz", "răspuns automat"};
    private static final String[] ABSENCE = {"out of office", "out of the office", "out-of-office", "ooo",
            "i am on leave", "i'm on leave", "on annual leave", "on vacation", "on holiday", "away from my desk",
            "away from the office", "on parental leave", "on maternity leave", "on sick leave", "office closed",
            "不在办公室", "外出自动", "外出通知", "休假通知", "休假中", "正在休假", "我在休假", "年假期间", "请假", "出差中", "正在出差", "不在辦公室",
            "休假自動", "外出自動", "請假", "不在通知", "不在のお知らせ", "休暇のお知らせ", "休暇中", "出張中", "不在にして", "休暇をいただ",
            "abwesenheitsnotiz", "abwesenheitsbenachrichtigung", "abwesenheit", "abwesend", "nicht im büro",
            "nicht im haus", "im urlaub",
            "absence du bureau", "absent du bureau", "absente du bureau", "message d'absence", "message d’absence",
            "je suis absent", "en congé", "fuera de la oficina", "fuera de oficina", "de vacaciones", "ausencia",
            "fuori sede", "fuori ufficio", "assente dall'ufficio", "assente dall’ufficio", "in ferie", "sono assente",
            "afwezigheidsbericht", "afwezigheid", "afwezig", "niet op kantoor", "niet aanwezig", "met vakantie",
            "fora do escritório",
            "ausência", "estou ausente", "de férias", "frånvaro", "på semester", "fravær", "poza biurem", "nieobecność",
            "mimo kancelář", "poissa toimistolta", "отсутствие", "в отпуске", "부재중", "ofis dışında", "házon kívül"};
    private static final String[] ANYWHERE = {"is out of the office", "is out of office", "(automatic reply)",
            "（自动回复）", "(自动回复)", "[自动回复]", "【自动回复】", "（自動回覆）", "[autoreply]"};

    private AutomaticWords() {}

    /**
     * Finds the words by which a subject announces an automatic answer. An answer to one announces none, and neither does a subject
     * that goes on after them: {@code 自动回复功能} is about something.
     *
     * @param likely whether the header hints at an automatic answer, so that the subject may go on
     * @return the words, or null
     */
    static @Nullable String inSubject(String subject, boolean likely) {
        if (UsualWords.isAnswer(subject)) {
            return null;
        }
        String lower = subject.toLowerCase(Locale.ROOT).strip();
        int start = !lower.isEmpty() && "[【(（<".indexOf(lower.charAt(0)) >= 0 ? 1 : 0;
        for (String[] list : new String[][]{REPLY, ABSENCE}) {
            for (String words : list) {
                if (lower.startsWith(words, start) && (isEnd(lower, start + words.length(), words)
                        || likely && !words.equals("auto"))) {
                    return words;
                }
            }
        }
        return firstIn(lower, ANYWHERE);
    }

    private static boolean isEnd(String subject, int behind, String words) {
        int i = behind;
        while (i < subject.length() && subject.charAt(i) == ' ') {
            i++;
        }
        if (words.equals("auto")) {
            return i < subject.length() && (subject.charAt(i) == ':' || subject.charAt(i) == '：');
        }
        return i == subject.length() || ":：-–—|([（【])）】>!！.。,，;；～~".indexOf(subject.charAt(i)) >= 0;
    }

    /** {@return the words by which the beginning of a text says that its author is away, or null} */
    static @Nullable String absence(String text) {
        String beginning = text.length() > BEGINNING ? text.substring(0, BEGINNING) : text;
        return firstIn(beginning.toLowerCase(Locale.ROOT), ABSENCE);
    }

    /** Latin words count as whole words only. */
    private static @Nullable String firstIn(String text, String[] list) {
        for (String words : list) {
            int at = text.indexOf(words);
            while (at >= 0) {
                boolean han = words.charAt(0) > 0x2E80;
                if (han || isBorder(text, at - 1) && isBorder(text, at + words.length())) {
                    return words;
                }
                at = text.indexOf(words, at + 1);
            }
        }
        return null;
    }

    private static boolean isBorder(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
