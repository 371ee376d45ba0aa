package app.kith.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How mail programs introduce what they quote.
 *
 * @param from who wrote the quoted letter
 * @param to to whom
 * @param sent when
 * @param subject its subject
 */
record Attribution(Writer from, String to, Instant sent, String subject) {

    /** {@return whether a program marks quoted lines by {@code >} and introduces them by one sentence} */
    static boolean marksLines(Program program) {
        return program == Program.GMAIL || program == Program.APPLE || program == Program.THUNDERBIRD;
    }

    /** {@return the one sentence of Gmail, Apple Mail or Thunderbird} */
    String sentence(Writer answering) {
        ZonedDateTime time = answering.time(sent);
        Tongue tongue = answering.tongue();
        String name = from.name();
        String mail = "<" + from.address() + ">";
        String day = Figures.dayWithYear(time.toLocalDate(), tongue);
        String week = Figures.weekday(time.getDayOfWeek(), tongue);
        String clock = Figures.clock(time);
        return switch (answering.program()) {
            case GMAIL -> switch (tongue) {
                case ZH -> name + " " + mail + " 于" + day + "周" + week + " " + clock + "写道：";
                case ZH_HANT -> name + " " + mail + " 於 " + day + " 週" + week + " " + clock + "寫道：";
                case JA -> day + "(" + week + ") " + clock + " " + name + " " + mail + ":";
                case DE -> "Am " + week.substring(0, 2) + "., " + day + " um " + clock + " Uhr schrieb " + name + " "
                        + mail + ":";
                case FR -> "Le " + week.substring(0, 3) + ". " + day + " à " + clock + ", " + name + " " + mail
                        + " a écrit :";
                case EN -> "On " + week.substring(0, 3) + ", " + Figures.month(time.getMonthValue(), tongue).substring(
                        0, 3) + " " + time.getDayOfMonth() + ", " + time.getYear() + " at " + Figures.clock12(time)
                        + " " + name + " " + mail + " wrote:";
            };
            case APPLE -> switch (tongue) {
                case ZH, ZH_HANT -> "在 " + day + "，" + clock + "，" + name + " " + mail + " 写道：";
                case DE -> "Am " + Figures.digits(time, "dd.MM.yyyy") + " um " + clock + " schrieb " + name + " " + mail
                        + ":";
                case FR -> "Le " + day + " à " + clock + ", " + name + " " + mail + " a écrit :";
                case JA -> day + " " + clock + "、" + name + " " + mail + "のメール:";
                case EN -> "On " + day + ", at " + clock + ", " + name + " " + mail + " wrote:";
            };
            default -> switch (tongue) {
                case ZH, ZH_HANT -> "在 " + Figures.digits(time, "yyyy/M/d HH:mm") + ", " + name + " 写道:";
                case DE -> "Am " + Figures.digits(time, "dd.MM.yy") + " um " + clock + " schrieb " + name + ":";
                case FR -> "Le " + Figures.digits(time, "dd/MM/yyyy") + " à " + clock + ", " + name + " a écrit :";
                case JA -> "On " + Figures.digits(time, "yyyy/MM/dd HH:mm") + ", " + name + " wrote:";
                case EN -> "On " + Figures.digits(time, "dd/MM/yyyy HH:mm") + ", " + name + " wrote:";
            };
        };
    }

    /** {@return the line that Outlook, Foxmail or QQ Mail draw above the head of the quoted letter; empty for none} */
    static String rule(Writer answering, Dice dice) {
        boolean chinese = answering.tongue() == Tongue.ZH;
        return switch (answering.program()) {
            case QQMAIL -> dice.chance(0.6) ? "------------------ 原始邮件 ------------------" : "-----原始邮件-----";
            case OUTLOOK -> dice.chance(0.4)
                    ? "________________________________"
                    : dice.chance(0.3)
                            ? chinese
                                    ? "-----邮件原件-----"
                                    : "-----Original Message-----"
                            : "";
            default -> "";
        };
    }

    /** {@return label and value of the four lines with which Outlook, Foxmail and QQ Mail begin what they quote} */
    List<List<String>> head(Writer answering) {
        ZonedDateTime time = answering.time(sent);
        Tongue tongue = answering.tongue();
        String day = Figures.dayWithYear(time.toLocalDate(), tongue);
        String week = Figures.weekday(time.getDayOfWeek(), tongue);
        String date = switch (answering.program()) {
            case QQMAIL -> day + "(星期" + week + ") " + (time.getHour() < 12 ? "上午" : "下午") + (time.getHour() % 12) + ":"
                    + Figures.two(time.getMinute());
            case OUTLOOK -> switch (tongue) {
                case EN -> week + ", " + Figures.month(time.getMonthValue(), tongue) + " " + time.getDayOfMonth() + ", "
                        + time.getYear() + " " + Figures.clock12(time);
                case DE, FR -> week + (tongue == Tongue.DE ? ", " : " ") + day + " " + Figures.clock(time);
                case ZH, ZH_HANT, JA -> day + " " + Figures.clock(time);
            };
            default -> Figures.digits(time, "yyyy-MM-dd HH:mm");
        };
        List<String> labels = labels(answering);
        return List.of(List.of(labels.get(0), from.shown()), List.of(labels.get(1), date), List.of(labels.get(2), to),
                List
                        .of(labels.get(3), subject));
    }

    private static List<String> labels(Writer answering) {
        boolean foxmail = answering.program() == Program.FOXMAIL;
        return switch (answering.tongue()) {
            case ZH -> foxmail
                    ? List.of("发件人： ", "发送时间： ", "收件人： ", "主题： ")
                    : List.of("发件人: ", "发送时间: ", "收件人: ",
                            "主题: ");
            case ZH_HANT -> List.of("寄件者: ", "寄件日期: ", "收件者: ", "主旨: ");
            case DE -> List.of("Von: ", "Gesendet: ", "An: ", "Betreff: ");
            case FR -> List.of("De : ", "Envoyé : ", "À : ", "Objet : ");
            case JA -> List.of("差出人: ", "送信日時: ", "宛先: ", "件名: ");
            case EN -> List.of("From: ", foxmail ? "Date: " : "Sent: ", "To: ", "Subject: ");
        };
    }
}
