package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.desk.Accounts;
import app.kith.store.StoreChange;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.AddressBooks;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookReport;
import app.kith.sync.carddav.OpenDifference;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The address books of all accounts, and what the user does with them. JavaFX thread only. */
public final class BooksModel {
    private final AddressBooks books;
    private final Accounts accounts;
    private final Background background;
    private final Refresh<List<Row>> refresh;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());

    /**
     * A book.
     *
     * @param account its account
     * @param book the book
     * @param toSend how many edits wait to be sent
     * @param open what both sides changed in different ways
     */
    public record Row(Account account, AddressBook book, int toSend, List<Open> open) {
        /** Keeps its own copy. */
        public Row {
            open = List.copyOf(open);
        }
    }

    /**
     * What the user is to decide.
     *
     * @param name whom it is about
     * @param difference what differs
     */
    public record Open(String name, OpenDifference difference) {}

    /**
     * Makes the model.
     *
     * @param books the address books
     * @param accounts the accounts
     * @param background where servers and the store are asked
     * @param feed tells what changed
     */
    public BooksModel(AddressBooks books, Accounts accounts, Background background, ChangeFeed feed) {
        this.books = books;
        this.accounts = accounts;
        this.background = background;
        this.refresh = new Refresh<>(background, "books", () -> this::read, rows::set);
        feed.listen(this::changed);
        refresh.now();
    }

    private List<Row> read() {
        List<Row> found = new ArrayList<>();
        for (Account account : accounts.list()) {
            for (AddressBook book : books.of(account.id())) {
                List<Open> open = books.differences(book).stream().map(one -> new Open(books.name(one), one)).toList();
                found.add(new Row(account, book, books.waiting(book).items().size(), open));
            }
        }
        return found;
    }

    private void changed(StoreChange change) {
        if (!change.accounts().isEmpty() || !change.contacts().isEmpty()) {
            refresh.request();
        }
    }

    /** {@return the books by account and name} */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** {@return how many values of all books were changed on both sides and wait for the user's word} */
    public ObservableValue<Integer> openProperty() {
        return rows.map(all -> all.stream().mapToInt(row -> row.open().size()).sum());
    }

    /** Has the books read again soon. */
    void look() {
        refresh.request();
    }

    void set(AddressBook book, Consumer<KithException> failed) {
        act("set", book, () -> books.set(book), failed);
    }

    void decide(Row row, OpenDifference difference, boolean ours, Consumer<KithException> failed) {
        act("decide", row.book(), () -> books.decide(row.book(), difference, ours), failed);
    }

    private void act(String what, AddressBook book, java.util.concurrent.Callable<Long> act,
            Consumer<KithException> failed) {
        background.run("book-" + what + book.id(), act, _ -> refresh.request(), failed);
    }

    /** Asks the server what the next pass would do; nothing is changed. */
    void plan(Row row, Consumer<BookPlan> planned, Consumer<KithException> failed) {
        background.run("book-plan" + row.book().id(), () -> books.plan(row.account(), row.book(), new StopSignal()),
                planned, failed);
    }

    /** Does what the plan said. */
    void accept(Row row, Consumer<BookReport> done, Consumer<KithException> failed) {
        background.run("book-accept" + row.book().id(),
                () -> books.accept(row.account(), row.book(), new StopSignal()), report -> {
                    refresh.request();
                    done.accept(report);
                }, failed);
    }
}
