package app.kith.assist;

import app.kith.rule.Subject;
import app.kith.store.MailFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case that a rule may be set off by.
 *
 * @param subject what it is about
 * @param at when it happened
 * @param contact number of the customer concerned; 0 where it is none
 * @param who name or address of whom it concerns; may be empty
 * @param title what it was: a subject, a new value, a day; may be empty
 * @param mail the mail; null where it is none
 */
public record RuleCase(Subject subject, Instant at, long contact, String who, String title, @Nullable MailFacts mail) {

    static RuleCase of(MailFacts mail) {
        return new RuleCase(Subject.mail(mail.id()), mail.sentAt(), mail.contact(), mail.who(),
                mail.subject().isEmpty() ? mail.preview() : mail.subject(), mail);
    }
}
