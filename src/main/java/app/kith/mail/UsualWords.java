package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words by which programs of many languages announce delivery failures and addresses nobody reads. */
final class UsualWords {
    private static final String[] REPLIES = {"re:", "fw:", "fwd:", "aw:", "wg:", "sv:", "tr:", "rv:", "回复：", "回复:",
            "答复：", "答复:", "回覆：", "回覆:", "转发：", "转发:", "轉寄：", "轉寄:", "re：", "fw："};
    private static final String[] BOUNCE_SUBJECT = {"undelivered mail returned to sender", "undeliverable",
            "delivery status notification", "mail delivery failed", "mail delivery failure", "delivery failure",
            "returned mail", "failure notice", "mail system error", "message undeliverable", "non delivery",
            "non-delivery", "could not be delivered", "delivery has failed", "undelivered",
            "mail could not be delivered",
            "returning message to sender", "warning: could not send message", "delivery delayed", "message delayed",
            "delayed mail", "mail failure", "delivery status", "delivery incomplete", "failed delivery",
            "failure delivery", "delivery failed", "could not send m", "mail failed", "undeliver", "warning: message ",
            "delivery error", "delivery report", "delivery problem", "message not delivered", "no entregado",
            "meldung zum zustellstatus", "退信", "系统退信", "无法投递", "邮件无法", "投递失败", "無法傳遞", "無法傳送", "退件", "未送达", "传送失败",
            "未传递", "未能送达", "传递失败", "投递延迟",
            "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "non remis", "échec de la remise",
            "non distribuable", "echec de remise", "no se puede entregar", "no entregado", "配信不能", "配信エラー", "送信エラー",
            "mancato recapito", "не доставлено", "недоставлен", "전송 실패", "반송", "onbestelbaar", "não entregue"};
    private static final String[] BOUNCE_TEXT = {"could not be delivered", "delivery to the following recipient",
            "permanent error", "permanent fatal errors", "user unknown", "mailbox not found", "mailbox unavailable",
            "no such user", "address rejected", "recipient rejected", "undeliverable", "wasn't able to deliver",
            "无法投递", "无法送达", "退信", "收件人不存在", "邮箱不存在", "投递失败", "無法傳遞", "has not yet been delivered", "unable to deliver",
            "did not reach the following", "delivery problem", "delivery error", "failed addresses",
            "was not delivered to", "wasn't delivered to", "delivery has failed", "未能送达", "未送达", "无法传递", "无法将邮件传递",
            "无法将您的邮件", "传递失败", "投递延迟",
            "送信できません"};
    private static final String[] NO_REPLY = {"noreply", "no-reply", "no_reply", "no.reply", "donotreply",
            "do-not-reply",
            "do_not_reply", "dont-reply", "dontreply", "do.not.reply", "nepasrepondre", "ne-pas-repondre",
            "keine-antwort",
            "nicht-antworten", "no-responder", "noresponder", "non-rispondere", "mailer-daemon", "notreply"};

    private static final Set<String> NOTIFIERS = Set.of("notification", "notifications", "notify", "notifier", "alert",
            "alerts",
            "autoreply", "robot", "daemon", "bounce", "bounces", "automailer", "nobody");

    private UsualWords() {}

    /** {@return whether a subject is that of an answer to another mail, or of one that was passed on} */
    static boolean isAnswer(String subject) {
        String lower = subject.toLowerCase(Locale.ROOT).strip();
        for (String prefix : REPLIES) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the words by which a subject tells of a delivery failure or delay, or null} */
    static @Nullable String bounceSubject(String subject) {
        return firstIn(subject.toLowerCase(Locale.ROOT), BOUNCE_SUBJECT);
    }

    /** {@return the words by which a postmaster's text tells of a delivery failure, or null} */
    static @Nullable String bounceText(String text) {
        String beginning = text.length() > 4000 ? text.substring(0, 4000) : text;
        return firstIn(beginning.toLowerCase(Locale.ROOT), BOUNCE_TEXT);
    }

    /** {@return what in the local part says that no answer is read, or null} */
    static @Nullable String noReplyAddress(String address) {
        int at = address.lastIndexOf('@');
        String local = Ascii.lower(at < 0 ? address : address.substring(0, at));
        return NOTIFIERS.contains(local) ? local : firstIn(local, NO_REPLY);
    }

    private static @Nullable String firstIn(String text, String[] list) {
        if (text.isEmpty()) {
            return null;
        }
        for (String words : list) {
            if (text.contains(words)) {
                return words;
            }
        }
        return null;
    }
}
