package app.kith.desk;

import app.kith.assist.RuleRunner;
import app.kith.assist.ServerActs;
import app.kith.change.Change;
import app.kith.change.MessageFlags;
import app.kith.change.NextNumbers;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.CustomerList;
import app.kith.store.Customers;
import app.kith.store.RuleView;
import app.kith.store.Store;
import app.kith.store.UserTextView;
import app.kith.sync.OperationQueue;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the user's rules are built upon.
 *
 * @param store where they and what they ask of stand
 * @param keeper enters what they do
 * @param operations takes what they do to mail to the servers
 * @param mails the texts of mails
 * @param history takes back what they did
 */
record RuleSetup(Store store, Keeper keeper, OperationQueue operations, Mails mails, History history) {

    /**
     * Builds the rules.
     *
     * @param book where their runs are noted
     * @param customers the long list of customers
     * @return the rules
     */
    Rules rules(RuleBook book, CustomerList customers) {
        Clock clock = keeper.clock().withZone(ZoneId.systemDefault());
        RuleView view = new RuleView(store);
        UserTextView said = new UserTextView(store);
        RuleRunner runner = new RuleRunner(new RuleRunner.Sources(view, new CardsView(store), new ChangesView(store),
                said, new Customers(store), mails::read), new RuleAnswers(customers, clock), server(), keeper, clock);
        return new Rules(said, view, runner, book, history, keeper, clock);
    }

    private ServerActs server() {
        return new ServerActs() {
            @Override
            public List<Change> changes(NextNumbers free, Map<Long, MessageFlags> flags, Map<Long, String> folders) {
                return operations.changes(free, flags, folders);
            }

            @Override
            public void told(Collection<Change> entered) {
                operations.told(entered);
            }
        };
    }
}
