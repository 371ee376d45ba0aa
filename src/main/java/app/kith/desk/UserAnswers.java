package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.match.Label;
import app.kith.store.ChangesView;
import app.kith.store.ChangesView.UserAnswer;
import app.kith.store.Customers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the user's merges and refusals teach. They stand in the ledger and nowhere else: one that is taken back teaches nothing any
 * more. Where all is to be forgotten, the ledger keeps from where on answers count. Blocks.
 */
final class UserAnswers {
    private static final String FORGOTTEN = "duplicates/forgotten";
    private static final int MOST = 2_000;

    private final ChangesView changes;
    private final Customers customers;
    private final Journal journal;

    UserAnswers(ChangesView changes, Customers customers, Journal journal) {
        this.changes = changes;
        this.customers = customers;
        this.journal = journal;
    }

    /** {@return the answers by what was compared, each about two customers as they were when it was given} */
    Map<Roster.Rows, List<Label>> labels(Roster roster) {
        Map<Roster.Rows, List<Label>> labels = new HashMap<>();
        for (UserAnswer answer : changes.answers(forgotten(), MOST)) {
            List<Value> one = before(answer.one(), answer.change());
            List<Value> other = before(answer.other(), answer.change());
            Roster.Rows rows = roster.rows(one);
            if (!one.isEmpty() && !other.isEmpty() && roster.rows(other).equals(rows)) {
                labels.computeIfAbsent(rows, _ -> new ArrayList<>()).add(
                        new Label(rows.profile("a", one), rows.profile("b", other), answer.same()));
            }
        }
        return labels;
    }

    private List<Value> before(long contact, long change) {
        return customers.asOf(contact, change - 1).stream().map(ShownValue::value).toList();
    }

    /** {@return number of the change set up to which nothing is to be learnt from} */
    long forgotten() {
        String said = changes.text(FORGOTTEN);
        return said.isEmpty() ? 0 : Long.parseLong(said);
    }

    /** Forgets what all answers up to now taught. What they said of their own customers goes on to hold. */
    Entered forget() {
        OptionalLong change = journal.enter(Actor.USER, "duplicates-forgotten", _ -> {
            String before = changes.text(FORGOTTEN);
            long last = changes.answers(forgotten(), 1).stream().mapToLong(UserAnswer::change).findFirst().orElse(0);
            return last == 0 ? List.of() : List.of(new TextChange(FORGOTTEN, before, String.valueOf(last)));
        });
        return new Entered(0, 0, change.orElse(0));
    }
}
