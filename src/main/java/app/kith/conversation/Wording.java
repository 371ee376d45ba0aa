package app.kith.conversation;

import app.kith.mail.Invitation;
import app.kith.mail.Mail;
import app.kith.mail.NewText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the words of a mail call for. Only its new text is looked at, and the names of its attachments.
 *
 * @param asks whether it asks for something: a question, a request, an answer awaited
 * @param offers whether it offers something that wants an answer: a quotation, a proposal, a contract
 * @param thanks whether it says nothing but thanks or yes, or only accepts a meeting
 */
public record Wording(boolean asks, boolean offers, boolean thanks) {
    /** Nothing in particular. */
    public static final Wording PLAIN = new Wording(false, false, false);

    /** {@return whether it asks or offers something} */
    boolean wants() {
        return asks || offers;
    }

    private static final int READ = 4000;
    private static final int LONGEST_THANKS = 240;

    private static final Pattern QUESTION = Pattern.compile("[?？](?=[\\s\"'”’)）!！?？]|$)|[吗嗎](?=[\\s。.!！,，~]|$)");
    private static final Pattern REQUEST_ZH = Pattern.compile(
            "(?<![邀申聘宴])[请請](?!查收|查閱|查阅|参阅|參閱|参考|參考|见附|見附|看附|放心|知悉|悉知|注意|留意|假|客|柬|求|勿|原谅|谅解|见谅|多关照|多指教)"
                    + "|能否|可否|是否|能不能|可不可以|要不要|行不行|麻烦[您你]?|麻煩|烦请|劳烦|盼复|盼覆"
                    + "|(?:期待|等待|静候|恭候)[您你贵]?.{0,4}(?:回复|答复|消息|确认|反馈|回覆)|等[您你].{0,3}(?:回复|消息|确认)");
    private static final Pattern REQUEST_EN = Pattern.compile(
            "\\b(?:could|can|would|will) you\\b|\\blet (?:me|us) know\\b|\\bplease (?!find\\b|see (?:the )?attach|note\\b"
                    + "|be informed|accept (?:our|my)|do not hesitate|don't hesitate|feel free|ignore\\b|disregard\\b)"
                    + "|\\b(?:look(?:ing)? forward to|await(?:ing)?|wait(?:ing)? for) (?:hearing|your|a reply|an answer)\\b"
                    + "|\\bkindly (?!find\\b|note\\b)|\\bi (?:would|'d) (?:appreciate|be grateful)\\b|\\bany (?:news|update|feedback)\\b"
                    + "|\\b(?:bitte|könnten sie|können sie)\\b|\\b(?:pourriez|pouvez)[- ]vous\\b|\\bmerci de\\b");
    private static final Pattern PAPER = Pattern.compile(
            "报价|報價|询价回复|方案|合同|形式发票|見積|quot(?:e|ation)|offer|proposal|pro-?\\s?forma|contract|estimate|tender|angebot|devis"
                    + "|(?<![\\p{L}\\d])pi[-_ ]?\\d");
    private static final Pattern PAPER_TOLD = Pattern.compile(
            "(?:附件|附上|附呈|随信).{0,12}(?:报价|報價|方案|合同)|(?:我们|我司|我方)的报价"
                    + "|\\b(?:attached|enclosed|find|here is|here's|send you|sending)\\b.{0,40}\\b(?:quot(?:e|ation)|offer|proposal|contract|estimate)\\b"
                    + "|\\bour (?:best )?(?:quot(?:e|ation)|offer|proposal)\\b.{0,40}\\b(?:attached|enclosed|below)\\b");

    private static final Pattern PIECES = Pattern.compile("[\\n。.!！,，;；~～、]+");
    private static final Pattern THANKS = Pattern.compile(
            "谢|感恩|(?<![没未有])收到|好的|^好$|^好[啦嘞哒呀]|没问题|沒問題|明白|知道了|(?<![想要来])了解|辛苦|不客气|不客氣|^可以$|^行$|^嗯+$|^ok$|知悉|同意|妥了|很好|太好"
                    + "|\\b(?:thank(?:s|you)?|thx|ok(?:ay)?|got it|received|noted|great|perfect|understood|sounds good|appreciated?|cheers"
                    + "|welcome|my pleasure|no problem|all good|agreed|fine|works for me|excellent|wonderful|danke|dank|alles klar|in ordnung"
                    + "|passt|merci|bien reçu|d'accord|parfait|gracias|perfecto)\\b|ありがと|了解|承知");
    private static final Pattern NO_THANKS = Pattern.compile(
            "但|不过|不過|不明白|不清楚|不同意|没收到|未收到|需要|还有|另外|什么|怎么|多少|几时|何时|\\b(?:but|however|need|when|how|what|why|which|unfortunately|except|aber|mais)\\b");
    private static final Pattern GREETING = Pattern.compile(
            "^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten tag|liebe[rs]?|bonjour|cher|chère|您好|你好|早上好|下午好|晚上好|大家好)\\b?.{0,30}$"
                    + "|^.{1,4}(?:总|經理|经理|先生|女士|小姐|老师|工|主任|好)$");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:(?:best|kind|warm)? ?regards|best(?: wishes)?|yours.*|sincerely|have a (?:nice|good|great) .{1,12}|mit freundlichen grüßen"
                    + "|viele grüße|cordialement|此致|敬礼|顺祝商祺|祝好|(?:也|并|预)?祝[您你大贵阖].{1,14}|祝.{1,8})$");

    /**
     * Reads what a mail calls for.
     *
     * @param mail the mail
     * @param parts the beginning of its text, taken apart
     * @return what its words call for
     */
    public static Wording of(Mail mail, NewText parts) {
        if (mail.isAutomatic()) {
            return PLAIN;
        }
        boolean paper = mail.attachments().stream()
                .anyMatch(file -> PAPER.matcher(file.name().toLowerCase(Locale.ROOT)).find());
        boolean answer = !mail.invitations().isEmpty()
                && mail.invitations().stream().map(Invitation::method).allMatch("REPLY"::equals);
        Wording words = of(parts.newText());
        boolean thanks = answer || words.thanks && mail.attachments().stream().allMatch(file -> file.inline());
        return new Wording(words.asks && !answer, words.offers || paper, thanks);
    }

    /**
     * Reads what a text calls for.
     *
     * @param text new text, without quoted history and signature
     * @return what its words call for
     */
    public static Wording of(String text) {
        String beginning = (text.length() > READ ? text.substring(0, READ) : text).strip().toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        boolean asks = QUESTION.matcher(beginning).find() || REQUEST_ZH.matcher(beginning).find()
                || REQUEST_EN.matcher(beginning).find();
        boolean offers = PAPER_TOLD.matcher(beginning).find();
        return new Wording(asks, offers, !asks && !offers && isThanks(beginning));
    }

    /** Every piece is thanks, a greeting, a closing or a name, and one of them at least is thanks. */
    private static boolean isThanks(String text) {
        if (text.isEmpty() || text.length() > LONGEST_THANKS || NO_THANKS.matcher(text).find()) {
            return false;
        }
        List<String> pieces = PIECES.splitAsStream(text).map(String::strip).filter(piece -> !piece.isEmpty()).toList();
        boolean thanked = false;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean thanks = THANKS.matcher(piece).find() && weight(piece) <= 9;
            boolean frame = GREETING.matcher(piece).matches() || CLOSING.matcher(piece).matches()
                    || weight(piece) <= (i == pieces.size() - 1 ? 3 : 2) && !hasDigit(piece);
            if (!thanks && !frame) {
                return false;
            }
            thanked |= thanks;
        }
        return thanked;
    }

    /** About how many words: two characters of Chinese make one. */
    private static int weight(String piece) {
        long han = piece.codePoints().filter(Character::isIdeographic).count();
        long latin = Pattern.compile("[\\p{L}\\p{N}']+").matcher(piece.replaceAll("\\p{IsHan}", " ")).results().count();
        return (int) (han + 1) / 2 + (int) latin;
    }

    private static boolean hasDigit(String piece) {
        return piece.chars().anyMatch(Character::isDigit);
    }
}
