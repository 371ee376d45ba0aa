package app.kith.demo;

import java.util.Locale;

/** The mail programs that the people of the sample mailbox use, with their marks in the header. */
enum Program {
    GMAIL,
    OUTLOOK,
    FOXMAIL,
    APPLE,
    THUNDERBIRD,
    QQMAIL;

    /** {@return the header line by which it names itself, ended by CRLF; empty where it does not} */
    String signs() {
        return switch (this) {
            case GMAIL -> "";
            case OUTLOOK -> "X-Mailer: Microsoft Outlook 16.0\r\n";
            case FOXMAIL -> "X-Mailer: Foxmail 7.2.25.228[cn]\r\n";
            case APPLE -> "X-Mailer: Apple Mail (2.3774.400.31)\r\n";
            case THUNDERBIRD -> "User-Agent: Mozilla Thunderbird\r\n";
            case QQMAIL -> "X-Mailer: QQMail 2.x\r\n";
        };
    }

    /** {@return a Message-ID with its angle brackets, as this program forms it} */
    String messageId(Dice dice, String domain, String stamp) {
        return switch (this) {
            case GMAIL -> "<CA+" + dice.letters("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789-_=", 44)
                    + "@mail.webmail.example>";
            case OUTLOOK -> "<" + dice.letters("ABCDEFGHKLMNPRSTUVXZ0123456789", 16) + "." + dice.hex(24).toUpperCase(
                    Locale.ROOT) + "@mail." + domain + ">";
            case FOXMAIL -> "<" + stamp + dice.digits(9) + "@" + domain + ">";
            case APPLE -> "<" + uuid(dice).toUpperCase(Locale.ROOT) + "@" + domain + ">";
            case THUNDERBIRD -> "<" + uuid(dice) + "@" + domain + ">";
            case QQMAIL -> "<qm_" + dice.hex(36).toUpperCase(Locale.ROOT) + "@qq.example>";
        };
    }

    private static String uuid(Dice dice) {
        return dice.hex(8) + "-" + dice.hex(4) + "-4" + dice.hex(3) + "-a" + dice.hex(3) + "-" + dice.hex(12);
    }

    String boundary(Dice dice) {
        return switch (this) {
            case GMAIL -> "000000000000" + dice.hex(16);
            case OUTLOOK -> "----=_NextPart_000_00" + dice.hex(2).toUpperCase(Locale.ROOT) + "_01DB" + dice.hex(4)
                    .toUpperCase(Locale.ROOT) + "." + dice.hex(8).toUpperCase(Locale.ROOT);
            case FOXMAIL -> "----=_001_NextPart" + dice.digits(12) + "_=----";
            case APPLE -> "Apple-Mail=_" + uuid(dice).toUpperCase(Locale.ROOT);
            case THUNDERBIRD ->
                "------------" + dice.letters("ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789",
                        24);
            case QQMAIL -> "----=_NextPart_" + dice.hex(8).toUpperCase(Locale.ROOT) + "_" + dice.hex(8).toUpperCase(
                    Locale.ROOT) + "_" + dice.hex(8);
        };
    }

    /** {@return what it sets before the subject of an answer, in the language of its user} */
    String replyPrefix(Tongue user) {
        if (user.chinese()) {
            return switch (this) {
                case OUTLOOK -> user == Tongue.ZH ? "答复: " : "回覆: ";
                case FOXMAIL -> "回复: ";
                case QQMAIL -> "回复：";
                default -> "Re: ";
            };
        }
        if (this == OUTLOOK) {
            return switch (user) {
                case DE -> "AW: ";
                case FR -> "RE : ";
                default -> "RE: ";
            };
        }
        return user == Tongue.DE && this == THUNDERBIRD ? "AW: " : "Re: ";
    }
}
