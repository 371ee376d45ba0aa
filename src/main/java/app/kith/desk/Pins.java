package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.rule.Pin;
import app.kith.store.UserTextView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mails that are pinned to customers' files, by rules or by hand. Kept in the ledger. Blocks. */
public final class Pins {
    private final UserTextView texts;
    private final Journal journal;

    Pins(UserTextView texts, Journal journal) {
        this.texts = texts;
        this.journal = journal;
    }

    /** {@return the pinned mails with the customers to whose files they are pinned, by number} */
    public Map<Long, Long> all() {
        Map<Long, Long> pins = new TreeMap<>();
        texts.all(Pin.KEY).forEach((message, contact) -> {
            if (message.matches("[0-9]{1,18}") && contact.matches("[0-9]{1,18}")) {
                pins.put(Long.parseLong(message), Long.parseLong(contact));
            }
        });
        return pins;
    }

    /**
     * Pins a mail to a customer's file.
     *
     * @param message number of the mail
     * @param contact number of the customer; 0 takes the pin off
     * @return number of the change set; 0 where it was so already
     */
    public long pin(long message, long contact) {
        String key = Pin.key(message);
        String before = texts.all(key).getOrDefault("", "");
        String after = contact == 0 ? "" : String.valueOf(contact);
        return before.equals(after)
                ? 0
                : journal.enter(Actor.USER, (contact == 0 ? "mail-unpinned " : "mail-pinned ") + message,
                        _ -> List.of(new TextChange(key, before, after))).orElse(0);
    }
}
