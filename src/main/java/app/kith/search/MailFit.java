package app.kith.search;

import app.kith.change.FolderRole;
import app.kith.contact.EmailAddress;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.search.Query.Term;
import app.kith.search.Words.Word;
import app.kith.store.MailFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells of one mail at hand whether a term of the query language holds of it, without the index: exactly, with no nearness, and at the
 * moment at which it comes in. What asks of customers is not asked here.
 */
public final class MailFit {
    private static final int LONGEST_TEXT = 400_000;

    private final Clock clock;

    /**
     * Makes it.
     *
     * @param clock what day it is, and where days begin
     */
    public MailFit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Tells whether a term holds.
     *
     * @param term the term; of a field of mails, or of any
     * @param facts what the store knows of the mail
     * @param mail what it says
     * @return whether it holds; false for what asks of customers
     */
    public boolean fits(Term term, MailFacts facts, Mail mail) {
        String value = term.value();
        return switch (term.field()) {
            case ANY -> hasAny(value, facts, mail);
            case FROM -> Asking.isMe(term) ? isSent(facts) : people(value, mail.from());
            case TO ->
                Asking.isMe(term) ? !isSent(facts) : people(value, all(List.of(mail.to(), mail.cc(), mail.bcc())));
            case CC -> people(value, all(List.of(mail.cc(), mail.bcc())));
            case SUBJECT -> holds(subject(facts, mail), value);
            case FILE -> holds(String.join("\n", names(mail)), value);
            case HAS -> has(value, mail);
            case BEFORE, AFTER, ON -> isThen(term, facts.sentAt());
            case IS -> is(value, facts);
            case IN -> isIn(value, facts);
            case TAG, STAGE, INSTAGE, COMPANY -> false;
        };
    }

    private static boolean isSent(MailFacts facts) {
        return facts.is(State.SENT.bit);
    }

    private static String subject(MailFacts facts, Mail mail) {
        return mail.subject().isEmpty() ? facts.subject() : mail.subject();
    }

    private static boolean hasAny(String value, MailFacts facts, Mail mail) {
        String text = mail.text();
        return holds(subject(facts, mail), value)
                || people(value, all(List.of(mail.from(), mail.to(), mail.cc(), mail.bcc())))
                || holds(facts.who(), value) || holds(String.join("\n", names(mail)), value)
                || holds(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, value);
    }

    private static List<Mailbox> all(List<List<Mailbox>> some) {
        return some.stream().flatMap(List::stream).toList();
    }

    private static boolean people(String value, List<Mailbox> people) {
        String wanted = Asked.isAddress(value) ? EmailAddress.of(value).normal() : "";
        for (Mailbox person : people) {
            boolean same = wanted.isEmpty()
                    ? holds(person.name(), value) || holds(person.address(), value)
                            || Names.otherSpelling(person.name()).stream().anyMatch(other -> holds(other, value))
                    : EmailAddress.of(person.address()).normal().equals(wanted);
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Mail mail) {
        List<String> names = new ArrayList<>();
        mail.attachments().stream().filter(one -> !one.inline()).map(Attachment::name).forEach(names::add);
        return names;
    }

    private static boolean has(String value, Mail mail) {
        FileSort sort = FileSort.named(value);
        return sort != null && names(mail).stream()
                .anyMatch(name -> sort == FileSort.ANY || sort.endings.contains(FileSort.ending(name)));
    }

    private boolean isThen(Term term, Instant at) {
        DayRange days = DayRange.of(term.value(), LocalDate.now(clock));
        if (days == null) {
            return false;
        }
        LocalDate day = at.atZone(clock.getZone()).toLocalDate();
        return switch (term.field()) {
            case BEFORE -> day.isBefore(days.from());
            case AFTER -> !day.isBefore(days.from());
            default -> !day.isBefore(days.from()) && day.isBefore(days.to());
        };
    }

    private static boolean is(String value, MailFacts facts) {
        State state = State.named(value);
        return state != null && facts.is(state.bit) == state.set;
    }

    private static boolean isIn(String value, MailFacts facts) {
        String name = value.toLowerCase(Locale.ROOT);
        if (Asking.ANYWHERE.contains(name)) {
            return true;
        }
        FolderRole role = Asking.FOLDERS.get(name);
        return facts.places().stream()
                .anyMatch(place -> role == null ? place.isNamed(value) : place.role().equals(role.name()));
    }

    /**
     * Tells whether words stand in a text one behind the other, as the index would find them.
     *
     * @param text the text
     * @param value the words
     * @return whether they do; true where there are no words
     */
    public static boolean holds(String text, String value) {
        List<Word> wanted = Words.of(value);
        if (wanted.isEmpty()) {
            return true;
        }
        List<Word> words = Words.of(text);
        for (int at = 0; at + wanted.size() <= words.size(); at++) {
            if (stand(wanted, words, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stand(List<Word> wanted, List<Word> words, int at) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.get(at + i).text().equals(wanted.get(i).text())) {
                return false;
            }
            boolean joined = i + 1 < wanted.size() && wanted.get(i).joins(wanted.get(i + 1));
            if (joined && !words.get(at + i).joins(words.get(at + i + 1))) {
                return false;
            }
        }
        return true;
    }
}
