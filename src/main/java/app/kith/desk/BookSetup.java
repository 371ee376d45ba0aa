package app.kith.desk;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.contact.Card;
import app.kith.contact.Value;
import app.kith.exchange.VCardText;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.CustomerList;
import app.kith.store.CustomerQuery;
import app.kith.store.SourcesView;
import app.kith.store.Store;
import app.kith.store.UserTextView;
import app.kith.sync.carddav.AddressBooks;
import app.kith.sync.carddav.CardForm;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What address books on servers are built upon. */
final class BookSetup {
    private BookSetup() {}

    static AddressBooks books(Store store, Keeper keeper, Accounts accounts, CustomerList customers) {
        return new AddressBooks(new UserTextView(store), new CardsView(store), new ChangesView(store),
                new SourcesView(store), keeper, new Form(), book -> wanted(book, customers), account -> secret(accounts,
                        account));
    }

    private static List<Long> wanted(AddressBook book, CustomerList customers) {
        CustomerQuery tagged = new CustomerQuery(
                List.of(new CustomerQuery.Clause(false, List.of(new CustomerQuery.Tagged(book.tag())))));
        return Arrays
                .stream(customers.ids(tagged, CustomerList.Sort.USUAL, Integer.MAX_VALUE,
                        ZonedDateTime.now(ZoneId.systemDefault())))
                .boxed().toList();
    }

    private static String secret(Accounts accounts, Account account) {
        return accounts.secret(account).orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
    }

    /** The format is that of the room that knows vCards. */
    private static final class Form implements CardForm {
        @Override
        public Read read(String text) {
            VCardText.Read read = VCardText.read(text);
            return new Read(read.values(), read.uid(), read.refused());
        }

        @Override
        public String patched(String text, List<Value> removed, List<Value> added) {
            return VCardText.patched(text, removed, added);
        }

        @Override
        public String fresh(String uid, List<Value> values) {
            return VCardText.fresh(uid, values);
        }

        @Override
        public Set<Long> meant(List<Value> values, String uid, List<Card> candidates) {
            return VCardText.meant(values, uid, candidates);
        }
    }
}
