package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.AddressBook.Direction;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.Customers.Order;
import app.kith.support.BookServer;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.sync.BooksModel;
import app.kith.ui.sync.BooksView;
import app.kith.ui.sync.PendingModel;
import app.kith.ui.sync.PendingView;
import app.kith.ui.sync.SyncModel;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address books on the sync page: the first pass that waits, what it would do, and what is to be decided. */
@OnScreen
@SuppressWarnings("NullAway.Init")
class BooksScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private final BookServer server = new BookServer();
    private final StepBackground steps = new StepBackground();
    private Desk desk;
    private Account account;
    private ChangeFeed feed;
    private SyncModel model;
    private BooksModel books;
    private PendingModel pending;

    @BeforeEach
    void open() throws Exception {
        desk = TestDesk.open(folder.resolve("home"));
        desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna@nord.example")));
        server.put("a.vcf", card("a", "Anna Keller", "EMAIL:anna@nord.example", "TITLE:Buyer"));
        server.put("w.vcf", card("w", "王小明", "TEL;TYPE=CELL:+86 138 0000 1234", "ORG:深圳华科电子"));
        server.put("g.vcf", card("g", "Family", "X-ADDRESSBOOKSERVER-KIND:group"));
        account = desk.accounts().add(new Account(0, BookServer.USER, "", new Server("localhost", 9, Security.TLS),
                null, BookServer.USER, null, server.url(), null), BookServer.PASSWORD).account();
        desk.accounts().pause(account.id(), true);
        account = desk.accounts().list().getFirst();
        desk.addressBooks().look(account, new StopSignal());
        feed = new ChangeFeed(steps, desk::subscribe);
        model = Toolkit.on(() -> {
            pending = new PendingModel(desk.operations(), desk::draftsWaiting, desk.conversations(), steps, feed);
            books = new BooksModel(desk.addressBooks(), desk.accounts(), steps, feed);
            SyncModel made = new SyncModel(desk.sync(), desk.accounts(), desk.folders(), steps, feed, CLOCK);
            steps.settle();
            return made;
        });
    }

    private static String card(String uid, String name, String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        feed.close();
        desk.close();
        server.close();
    }

    private SyncView view(Words words) {
        return new SyncView(model, words, new Dates(words, CLOCK), new PendingView(pending, words, _ -> {}),
                new BooksView(books, model, words, _ -> {}), new SyncView.Acts(() -> {}, _ -> {}, _ -> {}));
    }

    /** Draws the page in a window of its own: what changed after it was drawn once is not drawn again without a pulse. */
    private StackPane picture(StackPane root, Dress dress, String name) {
        steps.settle();
        Node page = root.getChildren().getFirst();
        root.getChildren().clear();
        StackPane other = new StackPane(page);
        Shown.picture(other, dress, steps, name, 1280, 800);
        return other;
    }

    @Test
    void theFirstPassIsLookedAtAndDone() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                Words words = dress.words();
                StackPane root = new StackPane(view(words));
                root = picture(root, dress, "books");
                assertThat(Shown.texts(root)).contains("Contacts", words.get("screen.books.waits"));
                Shown.button(root, words.get("screen.books.ask")).fire();
                root = picture(root, dress, "books-plan");
                assertThat(Shown.texts(root)).contains("王小明", "Anna Keller", words.get("book.kind.joined"),
                        words.get("import.is-group"));
                if (dress.equals(Shown.DRESSES.getLast())) {
                    Shown.button(root, words.get("screen.books.accept")).fire();
                    root = picture(root, dress, "books-done");
                    assertThat(Shown.texts(root)).contains(words.get("screen.books.in-step"));
                }
            }
            return true;
        });
        assertThat(desk.customers().ids("", Order.NAME, 0)).hasSize(2);
    }

    @Test
    void whatBothSidesChangedIsDecidedByAPress() throws Exception {
        desk.addressBooks().pass(account, true, new StopSignal());
        long anna = desk.customers().ids("Anna", Order.NAME, 0)[0];
        desk.records().edit(anna, List.of(Value.of(Property.TITLE, "", "Head of Purchasing")), List.of());
        server.put("a.vcf", server.text("a.vcf").replace("Buyer", "Director"));
        desk.addressBooks().pass(account, false, new StopSignal());
        Toolkit.on(() -> {
            steps.settle();
            for (Dress dress : Shown.DRESSES) {
                Words words = dress.words();
                StackPane root = new StackPane(view(words));
                root = picture(root, dress, "books-differ");
                assertThat(Shown.texts(root)).contains(words.get("screen.books.differs", "Anna Keller",
                        words.get("record.property.title")));
                if (dress.equals(Shown.DRESSES.getLast())) {
                    Shown.button(root, words.get("screen.books.ours", "Head of Purchasing")).fire();
                    root = picture(root, dress, "books-decided");
                    assertThat(Shown.texts(root)).contains(words.count("screen.books.to-send", 1));
                }
            }
            return true;
        });
        desk.addressBooks().pass(account, false, new StopSignal());
        assertThat(server.text("a.vcf")).contains("TITLE:Head of Purchasing");
    }

    @Test
    void aBookThatIsOffIsAskedNothing() throws Exception {
        Toolkit.on(() -> {
            StackPane root = new StackPane(view(Shown.DRESSES.getFirst().words()));
            root = picture(root, Shown.DRESSES.getFirst(), "books-off");
            @SuppressWarnings("unchecked")
            ComboBox<Direction> way = (ComboBox<Direction>) Shown.seen(root, ".combo-box").getFirst();
            way.setValue(Direction.OFF);
            root = picture(root, Shown.DRESSES.getFirst(), "books-off");
            assertThat(Shown.texts(root)).contains(Shown.DRESSES.getFirst().words().get("screen.books.off"));
            return true;
        });
        server.requests();
        assertThat(desk.addressBooks().pass(account, false, new StopSignal())).isEmpty();
        assertThat(server.requests()).isEmpty();
    }
}
