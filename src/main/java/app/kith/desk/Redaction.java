package app.kith.desk;

import app.kith.account.BookLink;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.ErasedChange;
import app.kith.change.Change.ErasureBegun;
import app.kith.change.Change.MergeChange;
import app.kith.change.Change.OutgoingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Change.VerdictChange;
import app.kith.change.ChangeSet;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.Outgoing;
import app.kith.contact.Card;
import app.kith.contact.Relation;
import app.kith.contact.Value;
import app.kith.mail.MailReader;
import app.kith.mail.RawHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a record of the logs where a person is erased. Of change sets goes: what the person's cards, activities and records say,
 * before and after; relations of others to the person; decisions about the person; what names the person in the reason. Numbers stay, so
 * that none is given twice.
 */
@SuppressWarnings("ReferenceEquality") // What nothing goes of is given back as it is.
final class Redaction {
    /** Stands behind the key of a reason of which nothing else is left. */
    static final String NOTHING_LEFT = "…";
    private static final String MASKED = "(…)";
    private static final Pattern OF_MAIL = Pattern
            .compile("(?:snooze/)?turn/(\\d+)|(?:decision|snooze)/promise/(\\d+)/.*");
    private static final Pattern OF_CONTACT = Pattern.compile("(?:interval|exported)/(\\d+)");
    private static final Pattern OF_ENTRY = Pattern.compile("snooze/(\\d+)");

    private final Set<Long> contacts;
    private final Set<Long> cards;
    private final Set<Long> entries;
    private final Set<Long> messages;
    private final Set<Long> letters;
    private final List<String> addresses;
    private final List<String> words;
    private final MailReader reader = new MailReader();
    private long changeSets;

    /**
     * @param addresses the person's addresses; empty where mail stays
     * @param words what names the person
     */
    Redaction(ErasureBegun scope, Collection<String> addresses, Collection<String> words) {
        this.contacts = new HashSet<>(scope.contacts());
        this.cards = new HashSet<>(scope.cards());
        this.entries = new HashSet<>(scope.entries());
        this.messages = new HashSet<>(scope.messages());
        this.letters = new HashSet<>(scope.letters());
        this.addresses = List.copyOf(addresses);
        this.words = words.stream().filter(word -> word.strip().length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /** {@return in how many change sets something was erased} */
    long changeSets() {
        return changeSets;
    }

    /** A change set without the person; the same where the person is not in it. */
    ChangeSet of(ChangeSet set) {
        List<Change> changes = new ArrayList<>();
        boolean changed = false;
        boolean left = false;
        boolean concerned = false;
        for (Change change : set.changes()) {
            Change after = of(change);
            changed |= after != change;
            left |= !(after instanceof ErasedChange) && !isAboutNumbers(after);
            concerned |= after instanceof ErasedChange erased && contacts.contains(erased.contact())
                    || isAboutNumbers(after);
            changes.add(after);
        }
        String reason = changed || concerned ? reason(set.reason(), left) : set.reason();
        if (!changed && reason.equals(set.reason())) {
            return set;
        }
        changeSets++;
        return new ChangeSet(set.at(), set.actor(), reason, changes);
    }

    private boolean isAboutNumbers(Change change) {
        return change instanceof MergeChange merge
                && (contacts.contains(merge.contact()) || contacts.contains(merge.before())
                        || contacts.contains(merge.after()))
                || change instanceof VerdictChange verdict
                        && (contacts.contains(verdict.one()) || contacts.contains(verdict.other()));
    }

    private Change of(Change change) {
        return switch (change) {
            case CardChange card when cards.contains(card.id()) -> new ErasedChange("card", card.id(),
                    card.after() != null
                            ? card.after().contact()
                            : card.before() != null ? card.before().contact() : 0);
            case CardChange card -> withoutRelations(card);
            case EntryChange entry when entries.contains(entry.id()) -> new ErasedChange("entry", entry.id(),
                    entry.after() != null
                            ? entry.after().contact()
                            : entry.before() != null ? entry.before().contact() : 0);
            case TextChange text when isOfBook(text) -> withoutPerson(text);
            case TextChange text when isAbout(text.key()) -> new ErasedChange("text", 0, 0);
            case SenderChange sender when addresses.contains(sender.address()) -> new ErasedChange("sender", 0, 0);
            case OutgoingChange letter when letters.contains(letter.id()) -> emptied(letter);
            default -> change;
        };
    }

    private boolean isOfBook(TextChange text) {
        return cards.contains(BookLink.card(text.key(), text.before()))
                || cards.contains(BookLink.card(text.key(), text.after()));
    }

    /** Where an address book still has the person's card it stays known which, so that it does not come in again as a new one. */
    private static Change withoutPerson(TextChange text) {
        if (!text.key().startsWith(BookLink.KEY)) {
            return new ErasedChange("text", 0, 0);
        }
        String before = BookLink.parse(text.before()).map(link -> link.erased().text()).orElse("");
        String after = BookLink.parse(text.after()).map(link -> link.erased().text()).orElse("");
        return new TextChange(text.key(), before, after);
    }

    private boolean isAbout(String key) {
        return names(OF_MAIL, key, messages) || names(OF_CONTACT, key, contacts) || names(OF_ENTRY, key, entries)
                || addresses.stream().anyMatch(address -> key.startsWith("decision/" + address + "/"));
    }

    private static boolean names(Pattern pattern, String key, Set<Long> numbers) {
        Matcher found = pattern.matcher(key);
        if (!found.matches()) {
            return false;
        }
        for (int group = 1; group <= found.groupCount(); group++) {
            String number = found.group(group);
            if (number != null && number.length() < 19 && numbers.contains(Long.parseLong(number))) {
                return true;
            }
        }
        return false;
    }

    private Change withoutRelations(CardChange change) {
        Card before = withoutRelations(change.before());
        Card after = withoutRelations(change.after());
        return before == change.before() && after == change.after()
                ? change
                : new CardChange(change.id(), before, after);
    }

    private @Nullable Card withoutRelations(@Nullable Card card) {
        if (card == null || card.values().stream().noneMatch(this::leadsHere)) {
            return card;
        }
        return new Card(card.id(), card.contact(), card.source(),
                card.values().stream().filter(value -> !leadsHere(value)).toList());
    }

    private boolean leadsHere(Value value) {
        return Relation.contact(value).stream().anyMatch(contacts::contains);
    }

    /** It keeps its number, which is never given again, and is on its way no more. */
    private static Change emptied(OutgoingChange change) {
        Outgoing before = change.before();
        Outgoing after = emptied(change.after());
        return after.equals(change.after()) && (before == null || emptied(before).equals(before))
                ? change
                : new OutgoingChange(change.id(), before == null ? null : emptied(before), after);
    }

    private static Outgoing emptied(Outgoing letter) {
        Outgoing.State state = switch (letter.state()) {
            case SENT, FILED, REFUSED -> letter.state();
            default -> Outgoing.State.CANCELLED;
        };
        return new Outgoing(letter.id(), letter.account(), letter.message(), "", letter.sender(), List.of(), state,
                Instant.EPOCH, 0, "", false);
    }

    private String reason(String reason, boolean left) {
        if (left) {
            String masked = reason;
            for (String word : words) {
                masked = masked.replace(word, MASKED);
            }
            return masked;
        }
        String[] parts = reason.split(" ", 3);
        boolean numbered = parts.length == 2 && parts[1].matches("#?\\d+");
        if (numbered || parts.length == 1) {
            return reason;
        }
        return parts[0].startsWith("entry-")
                ? parts[0] + " " + parts[1] + " " + NOTHING_LEFT
                : parts[0] + " " + NOTHING_LEFT;
    }

    /** A batch without the mails that go; the same where it holds none of them. */
    MailBatch of(MailBatch batch) {
        List<MailEvent> events = new ArrayList<>(batch.events());
        long number = batch.firstMessage();
        boolean changed = false;
        for (int i = 0; i < events.size(); i++) {
            MailEvent event = events.get(i);
            if (event instanceof MailEvent.Arrived arrived && goes(arrived, number)) {
                events.set(i, new MailEvent.Erased(arrived.folder(), arrived.uid(), 0,
                        isWritten(arrived) ? List.of() : digests(arrived.raw())));
                changed = true;
            } else if (event instanceof MailEvent.Completed completed && messages.contains(completed.message())) {
                events.set(i, new MailEvent.Erased(completed.folder(), 0, completed.message(),
                        digests(completed.raw())));
                changed = true;
            }
            number += MailBatch.isArrival(event) ? 1 : 0;
        }
        return changed ? new MailBatch(batch.firstMessage(), events) : batch;
    }

    private boolean goes(MailEvent.Arrived arrived, long number) {
        return messages.contains(number) || arrived.folder().path().equals("\n") && letters.contains(arrived.uid());
    }

    /** Letters being written and their files may be written once more: nothing of them has to stay away. */
    private static boolean isWritten(MailEvent.Arrived arrived) {
        return arrived.folder().isOwn() && !arrived.folder().path().isEmpty();
    }

    /** By which the mail is known when it comes again, whole or its header alone. A header that has no Message-ID may be another's too. */
    private List<byte[]> digests(byte[] raw) {
        byte[] header = RawHeader.of(raw);
        return header.length == raw.length || reader.read(raw).messageId() == null
                ? List.of(Keeper.sha256(raw))
                : List.of(Keeper.sha256(raw), Keeper.sha256(header));
    }
}
