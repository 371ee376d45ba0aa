package app.kith.assist;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.SyncView;
import app.kith.store.SyncView.Correspondent;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the user has written to becomes a customer. Addresses behind which a machine stands do not, nor do those from which only
 * automatic mail ever came.
 */
public final class CustomerRule {
    private final SyncView view;
    private final Journal journal;

    /**
     * Makes the rule.
     *
     * @param view who is known from mail
     * @param journal where new customers are entered
     */
    public CustomerRule(SyncView view, Journal journal) {
        this.view = view;
        this.journal = journal;
    }

    /**
     * Looks at all correspondents and enters those who are new customers. Run twice, it does nothing the second time.
     *
     * @param account address of the account whose mail showed them
     * @return how many customers were entered
     */
    public int run(String account) {
        if (view.writtenTo().stream().noneMatch(CustomerRule::isCustomer)) {
            return 0;
        }
        int[] entered = {0};
        journal.enter(Actor.RULE, "written-to " + account, free -> {
            List<Change> changes = changes(account, free);
            entered[0] = changes.size();
            return changes;
        });
        return entered[0];
    }

    private List<Change> changes(String account, NextNumbers free) {
        List<Change> changes = new ArrayList<>();
        for (Correspondent person : view.writtenTo()) {
            if (isCustomer(person)) {
                long number = changes.size();
                Card card = new Card(free.card() + number, free.contact() + number,
                        new Source(Source.Kind.MAIL, account),
                        List.of(Value.email(person.email())));
                changes.add(new Change.CardChange(card.id(), null, card));
            }
        }
        return changes;
    }

    private static boolean isCustomer(Correspondent person) {
        boolean onlyAutomatic = person.received() > 0 && person.automatic() == person.received();
        return !person.email().isMachine() && !onlyAutomatic;
    }
}
