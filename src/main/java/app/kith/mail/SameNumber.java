package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the lines that say that the number of the mobile telephone is one of WeChat or WhatsApp too. */
final class SameNumber {
    private static final Pattern SAME_NUMBER = Pattern
            .compile(
                    "(?i)(?<!企业)(?:微信同(?:手机|电话)?号?|(?:手机|电话)同?微信同|手机同微信|同微信|微信同步|微信号?[:：]? ?同(?:上|号|手机号?)|手机号?[(（]?微信[)）]?同号?|(?:手机|电话|號碼|号码)(?:即|也是|就是|=)微信号?|微信(?:即|就是|也是|=)(?:手机|电话)号?|(?:same|also) (?:number )?(?:for|on|as) (?:whats ?app and )?wechat|wechat ?[:：]? ?(?:same|id) (?:as|number)|(?:微信|wechat)[、/ ]{1,3}whats ?app ?同|wechat same|same (?:on|as) wechat)");
    private static final Pattern WHATSAPP_TOO = Pattern.compile(
            "(?i)[(（]?\\s*(?:(?:also|auch|ook|aussi|anche|same|number|available|is|on|auf|op|sur|su|mobile|for|with|&|and) ?){1,5}whats ?app(?: too)?\\s*[)）]?");

    private SameNumber() {}

    /** {@code (also on WhatsApp)} below the number. */
    private static void whatsAppToo(List<Line> lines, SignatureField mobile) {
        for (Line line : lines) {
            if (line.proof.toLowerCase(Locale.ROOT).contains("app") && WHATSAPP_TOO.matcher(line.proof).matches()) {
                line.add(Kind.WHATSAPP, mobile.value(), 0.85);
                line.rest.clear();
            }
        }
    }

    /** {@code 微信同号}: the account bears the number of the mobile telephone. */
    static void read(List<Line> lines) {
        List<SignatureField> fields = lines.stream().flatMap(line -> line.fields.stream()).toList();
        SignatureField mobile = fields.stream().filter(field -> field.kind() == Kind.MOBILE).findFirst().orElse(null);
        if (mobile != null && fields.stream().noneMatch(field -> field.kind() == Kind.WHATSAPP)) {
            whatsAppToo(lines, mobile);
        }
        if (mobile == null || fields.stream().anyMatch(field -> field.kind() == Kind.WECHAT)) {
            return;
        }
        for (Line line : lines) {
            if (ofWeChat(line.proof) && SAME_NUMBER.matcher(line.proof).find()) {
                line.add(Kind.WECHAT, mobile.value(), 0.9);
                if (line.proof.toLowerCase(Locale.ROOT).matches(".*whats ?app.*")) {
                    line.add(Kind.WHATSAPP, mobile.value(), 0.9);
                }
                line.rest.clear();
            }
        }
    }

    private static boolean ofWeChat(String line) {
        return line.contains("微信") || line.toLowerCase(Locale.ROOT).contains("wechat");
    }
}
