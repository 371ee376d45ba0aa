package app.kith.mail;

import java.util.regex.Pattern;

/** Takes off a line of a signature what only adorns it: stars, bullets, spread labels, brackets around labels; a picture becomes the label that it stands for. */
final class LineCleaner {
    /** {@code 传　　真：}: spread so that labels are equally wide. */
    private static final Pattern SPACED_LABEL = Pattern
            .compile("(?<![\\p{L}\\p{N}])([电電传傳手邮郵网網地微座QＱ])\\s{1,8}([话話真机機箱件址信号编QＱ])(?=\\s*[:：])");
    /** Stars set off words; between digits they are part of a number. */
    private static final Pattern STARS = Pattern.compile("(?<!\\d)\\*|\\*(?!\\d)");
    private static final Pattern TYPED_ANYWHERE = Pattern
            .compile("(?i)(?<![\\p{L}\\p{N}])https?(?:：\\s?[/／]{2}|:\\s?／{2})\\s?(?=www\\.)");
    private static final String STROKES = "丨│┃▏❘❙⏐∣ǀ︱";
    private static final String[][] ICONS = {{"📱", " mobile: "}, {"☎", " tel: "}, {"📞", " tel: "}, {"✆", " tel: "},
            {"📠", " fax: "}, {"✉", " email: "}, {"📧", " email: "}, {"🌐", " web: "}, {"📍", " address: "},
            {"🏢", " address: "}, {"🏠", " address: "}, {"📲", " mobile: "}, {"💬", " wechat: "}, {"🖨", " fax: "},
            {"🔗", " web: "}, {"☏", " tel: "}, {"🖥", " web: "}, {"💻", " web: "}, {"🌍", " web: "}, {"🌎", " web: "},
            {"🌏", " web: "}, {"📬", " address: "}, {"📮", " address: "}, {"🏭", " address: "}, {"🗺", " address: "},
            {"🖷", " fax: "}, {"📨", " email: "}, {"📩", " email: "}, {"🖂", " email: "}, {"📟", " tel: "},
            {"🤳", " mobile: "}};
    /** A picture, and the same in words: {@code 💬 WhatsApp +33 6 …}. */
    private static final String DOUBLE_LABEL = "(?: tel| mobile| wechat| web| email| address| fax): +(?=\\p{L}{1,10}[.:： ])(?i)((?:whats ?app|wechat|微信|line|skype|viber|qq|tel|phone|mobile|mob|cell|fax|e-?mail|web|website|address|add|电话|手机|传真|邮箱|网址|地址|telegram|zalo)\\b)";

    private static final Pattern BLACK_BRACKET = Pattern.compile("[【】]");
    private static final int LONGEST_BRACKETED = 60;

    private LineCleaner() {}

    static String clean(String line) {
        String plain = strokes(line.replace('〖', '【').replace('〗', '】').replace('\u00A0', ' ').replace('\u3000', ' '));
        String clean = icons(plain.indexOf('*') < 0 ? plain : STARS.matcher(plain).replaceAll("")).strip();
        boolean colon = clean.indexOf(':') >= 0 || clean.indexOf('：') >= 0;
        clean = colon ? SPACED_LABEL.matcher(clean).replaceAll("$1$2") : clean;
        clean = colon ? TYPED_ANYWHERE.matcher(clean).replaceAll("") : clean;
        if (clean.indexOf('(') >= 0 || clean.indexOf('（') >= 0 || clean.indexOf('[') >= 0) {
            clean = SignatureLabels.bracketsOff(clean);
        }
        if (clean.startsWith("【") && clean.indexOf('】') > 1) {
            clean = SignatureLabels.blackBracketsOff(clean);
        }
        if (clean.indexOf('】') > 0 && clean.length() <= LONGEST_BRACKETED && !SmallPrint.is(clean)) {
            // 【王磊】选矿厂厂长, 华南大剧院【票务中心】冯倩
            clean = BLACK_BRACKET.matcher(clean).replaceAll(" | ").strip();
        }
        while (!clean.isEmpty() && "|>•●■◆★☆♦▪►▶▸◇○□※♢◎-–—_=~".indexOf(clean.charAt(0)) >= 0) {
            clean = clean.substring(1).strip();
        }
        return clean.endsWith(" -") || clean.endsWith(" –") ? clean.substring(0, clean.length() - 2).strip() : clean;
    }

    /** Strokes of other alphabets and of tables that look like the divider, the Han character 丨 among them. */
    private static String strokes(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (STROKES.indexOf(line.charAt(i)) >= 0) {
                return stroked(line);
            }
        }
        return line;
    }

    private static String stroked(String line) {
        StringBuilder out = new StringBuilder(line.length() + 4);
        for (int i = 0; i < line.length(); i++) {
            out.append(STROKES.indexOf(line.charAt(i)) >= 0 ? " | " : String.valueOf(line.charAt(i)));
        }
        return out.toString();
    }

    /** A picture before a value is a label too. */
    private static String icons(String line) {
        if (line.chars().noneMatch(c -> c >= 0x2600 && c <= 0x27BF || Character.isSurrogate((char) c))) {
            return line;
        }
        String words = line;
        for (String[] icon : ICONS) {
            words = words.replace(icon[0], icon[1]);
        }
        return words.replace("\uFE0F", "").replaceAll("[\\x{2600}-\\x{27BF}\\x{1F000}-\\x{1FAFF}]", " ")
                .replaceAll(": *[:：]", ": ").replaceAll(DOUBLE_LABEL, " $1");
    }
}
