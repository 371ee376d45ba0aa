package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.CustomerList;
import app.kith.store.Customers.Order;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.customer.CustomersModel;
import app.kith.ui.look.Dates;
import app.kith.ui.start.AccountForm;
import app.kith.ui.start.AccountModel;
import app.kith.ui.start.Browsing;
import app.kith.ui.start.FetchModel;
import app.kith.ui.start.FetchModel.FolderChoice;
import app.kith.ui.start.FirstFetchModel.Reach;
import app.kith.ui.start.StartModel;
import app.kith.ui.start.StartView;
import app.kith.ui.sync.AccountSync;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.ui.sync.BooksModel;
import app.kith.ui.sync.BooksView;
import app.kith.ui.sync.PendingModel;
import app.kith.ui.sync.PendingView;
import app.kith.ui.sync.SyncModel;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.StepBackground;
import app.kith.vault.KeyRing;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on the sample mailbox, without a display. What it shows is written to target/screenshots, to be looked at. */
@OnScreen
class ScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
    private static final Browsing BROWSING = new Browsing(_ -> {}, "");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @TempDir
    private static Path folder;

    private static DemoServer server;
    private static Desk desk;

    private StepBackground background;
    private Session session;

    @BeforeAll
    static void pull() {
        server = DemoServer.start(SampleMailbox.of(20_260_401, 300, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        TestDesk.add(desk, server);
        assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
    }

    @AfterAll
    static void end() {
        desk.close();
        server.close();
    }

    @BeforeEach
    void session() throws Exception {
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.acts().readsOnOpen(false); // All tests look at the same mails.
    }

    @AfterEach
    void close() {
        session.close();
    }

    private MainView view(Dress dress) {
        return Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
    }

    private void picture(Parent root, Dress dress, String name) {
        picture(root, dress, name, WIDTH, HEIGHT);
    }

    private void picture(Parent root, Dress dress, String name, int width, int height) {
        Shown.picture(root, dress, background, name, width, height);
    }

    @Test
    void customersAreListedWithWhatIsKnownOfThem() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = view(dress);
                picture(view, dress, "customers");
                CustomersModel model = session.customers();
                assertThat(model.rows().sizeProperty().get()).isGreaterThan(20);
                String first = requireNonNull(model.rows().get(model.rows().numbers().getFirst())).row().name();
                assertThat(Shown.texts(view)).contains(first);
            }
            return true;
        });
    }

    @Test
    void aSearchFindsByNameCompanyAndAddressAndEscapeGivesTheFormerSelectionBack() throws Exception {
        Toolkit.on(() -> {
            CustomersModel model = session.customers();
            background.settle();
            long chosen = model.rows().numbers().get(3);
            model.selectedProperty().set(chosen);
            long wanted = model.rows().numbers().get(7);
            String address = requireNonNull(desk.customers().emails(List.of(wanted)).get(wanted)).getFirst();
            model.queryProperty().set(address);
            background.settle();
            assertThat(model.rows().numbers()).containsExactly(wanted);
            model.selectFirst();
            model.endSearch();
            background.settle();
            assertThat(model.selectedProperty().get()).isEqualTo(chosen);
            assertThat(model.rows().sizeProperty().get()).isEqualTo((int) model.totalProperty().get());
            return true;
        });
    }

    @Test
    void aConversationOpensAtItsNewestMail() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = view(dress);
                background.settle();
                Customer richest = richest();
                session.customers().selectedProperty().set(richest.id());
                background.settle();
                session.customer().openedProperty().set(richest.conversation());
                picture(view, dress, "conversation");
                assertThat(session.customerConversation().open()).hasSize(1);
                session.customer().openedProperty().set(null);
            }
            return true;
        });
    }

    private record Customer(long id, long conversation) {}

    /** The customer with the longest conversation that has attachments. */
    private Customer richest() {
        long[] all = desk.conversations().ids(0, "", 0);
        ConversationRow row = desk.conversations()
                .rows(java.util.Arrays.stream(all).boxed().toList()).stream()
                .filter(each -> each.contact() != null && each.attachments() > 0)
                .max(Comparator.comparingInt(ConversationRow::messages)).orElseThrow();
        return new Customer(requireNonNull(row.contact()), row.id());
    }

    @Test
    void allMailIsListedAndReadBesideTheList() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.place().set(Place.MAIL);
                MainView view = view(dress);
                background.settle();
                session.conversations().selectedProperty().set(session.conversations().rows().numbers().get(2));
                picture(view, dress, "mail");
                assertThat(session.conversation().shownProperty().get()).isNotNull();
            }
            return true;
        });
    }

    @Test
    void aPassIsShownWhileItRunsAndCanBeStopped(@TempDir Path other) throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Desk fresh = TestDesk.open(other.resolve("home"))) {
            Account account = TestDesk.add(fresh, server);
            StepBackground steps = new StepBackground();
            ChangeFeed feed = new ChangeFeed(steps, fresh::subscribe);
            PendingModel pending = Toolkit.on(
                    () -> new PendingModel(fresh.operations(), fresh::draftsWaiting, fresh.conversations(), steps,
                            feed));
            SyncModel model = Toolkit.on(() -> {
                SyncModel made = new SyncModel(fresh.sync(), fresh.accounts(), fresh.folders(), steps, feed, CLOCK);
                made.witness(progress -> {
                    if (progress.done() >= 100) {
                        inTheMiddle.countDown();
                        hold(goOn);
                    }
                });
                steps.settle();
                return made;
            });
            assertThat(inTheMiddle.await(60, TimeUnit.SECONDS)).isTrue();
            Toolkit.on(() -> {
                for (Dress dress : Shown.DRESSES) {
                    steps.settle();
                    AccountSync state = model.allProperty().get().getFirst();
                    assertThat(state.activity()).isEqualTo(Activity.RUNNING);
                    assertThat(requireNonNull(state.progress()).done()).isGreaterThanOrEqualTo(100);
                    Words words = Words.of(dress.locale());
                    SyncView view = new SyncView(model, words, new Dates(words, CLOCK),
                            new PendingView(pending, words, _ -> {}),
                            new BooksView(new BooksModel(fresh.addressBooks(), fresh.accounts(), steps, feed), model,
                                    words,
                                    _ -> {}),
                            new SyncView.Acts(() -> {}, _ -> {}, _ -> {}));
                    picture(new StackPane(view), dress, "sync");
                }
                model.stop(account);
                return true;
            });
            goOn.countDown();
            model.close();
            Toolkit.on(() -> {
                steps.settle();
                assertThat(model.allProperty().get().getFirst().activity()).isEqualTo(Activity.STOPPED);
                return true;
            });
            feed.close();
            assertThat(fresh.doctor().check(_ -> {}).faults()).isEmpty();
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theFirstStartWelcomesAndMakesAnEncryptedFolder(@TempDir Path other) throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                StepBackground steps = new StepBackground();
                Desk[] opened = new Desk[1];
                Path home = other.resolve(dress.name());
                StartModel model = new StartModel(home, steps, KeyRing.none(), made -> opened[0] = made, _ -> {});
                model.begin();
                steps.settle();
                assertThat(model.stageProperty().get()).isEqualTo(StartModel.Stage.WELCOME);
                picture(new StackPane(new StartView(model, Words.of(dress.locale()), _ -> {}, Optional::empty)), dress,
                        "first-run");
                if (dress.equals(Shown.DRESSES.getFirst())) {
                    model.open("long and secret".toCharArray());
                    steps.settle();
                    assertThat(opened[0]).isNotNull();
                    opened[0].close();
                    StartModel again = new StartModel(home, steps, KeyRing.none(), made -> opened[0] = made, _ -> {});
                    again.begin();
                    steps.settle();
                    again.open("wrong".toCharArray());
                    steps.settle();
                    assertThat(again.stageProperty().get()).isEqualTo(StartModel.Stage.LOCKED);
                    assertThat(again.failureProperty().get()).isNotNull();
                }
            }
            return true;
        });
    }

    @Test
    void whichMailIsFetchedIsChosenInTheForm() throws Exception {
        Toolkit.on(() -> {
            Account kept = desk.accounts().list().getFirst();
            Account narrow = kept.with(new Scope(List.of("Trash"), LocalDate.parse("2026-03-01"), 10L << 20,
                    List.of("news@shop.example", "pest.example"))).with(Schedule.of("at:08:00,13:00"));
            for (Dress dress : Shown.DRESSES) {
                AccountModel model = new AccountModel(desk.accounts(), background, narrow, BROWSING, () -> {});
                background.settle();
                assertThat(model.fetch().folders())
                        .anyMatch(each -> each.path().equals("INBOX") && each.fetched().get())
                        .anyMatch(each -> each.path().equals("Trash") && !each.fetched().get());
                AccountForm form = new AccountForm(model, Words.of(dress.locale()), new OutsideTwin(), () -> {});
                for (Node node : form.getChildren()) {
                    if (node instanceof TitledPane pane) {
                        pane.setExpanded(!pane.getText().contains(kept.imap().host()));
                    }
                }
                picture(new StackPane(form), dress, "fetch");
                assertThat(Shown.texts(form)).contains(Words.of(dress.locale()).get("screen.fetch.note"));
            }
            return true;
        });
    }

    @Test
    void aMailboxIsDescribedByItsAddressTriedAndKept(@TempDir Path other) throws Exception {
        try (Desk fresh = TestDesk.open(other.resolve("home"))) {
            Toolkit.on(() -> {
                boolean[] done = {false};
                AccountModel model = new AccountModel(fresh.accounts(), background, null, BROWSING,
                        () -> done[0] = true);
                model.emailProperty().set("sales@163.com");
                assertThat(model.imapProperty().get()).isEqualTo("imap.163.com:993");
                for (Dress dress : Shown.DRESSES) {
                    picture(new StackPane(
                            new AccountForm(model, Words.of(dress.locale()), new OutsideTwin(), () -> {})), dress,
                            "account");
                }
                model.emailProperty().set("sales@outlook.com");
                for (Dress dress : Shown.DRESSES) {
                    StackPane root = new StackPane(
                            new AccountForm(model, Words.of(dress.locale()), new OutsideTwin(), () -> {}));
                    picture(root, dress, "account-browser");
                    assertThat(Shown.texts(root)).as("the host is named before anything is asked of it")
                            .anyMatch(text -> text.contains("login.microsoftonline.com"));
                    assertThat(Shown.seen(root, ".password-field")).isEmpty();
                }
                model.emailProperty().set(server.address());
                model.imapProperty().set(server.host() + ":" + server.port());
                model.imapSecurityProperty().set(app.kith.account.Security.NONE);
                model.smtpProperty().set(""); // The sample server takes no mail.
                model.secretProperty().set("not this one");
                model.connect();
                background.settle();
                assertThat(model.failureProperty().get()).isNotNull();
                assertThat(fresh.accounts().list()).isEmpty();
                model.secretProperty().set(server.password());
                model.connect();
                background.settle();
                assertThat(fresh.accounts().list()).as("nothing is kept or fetched before it is asked what").isEmpty();
                for (Dress dress : Shown.DRESSES) {
                    StackPane root = new StackPane(
                            new AccountForm(model, Words.of(dress.locale()), new OutsideTwin(), () -> {}));
                    picture(root, dress, "first-fetch");
                    assertThat(Shown.texts(root)).contains(dress.words().get("screen.first.title"));
                    assertThat(Shown.seen(root, ".check-box")).hasSizeGreaterThan(2);
                }
                FetchModel fetch = model.fetch();
                assertThat(fetch.folders()).filteredOn(each -> !each.fetched().get()).extracting(FolderChoice::path)
                        .contains("Trash");
                assertThat(fetch.folders()).filteredOn(each -> each.path().equals("INBOX")).singleElement()
                        .satisfies(each -> assertThat(each.messages()).isPositive());
                assertThat(model.first().reachProperty().get()).isEqualTo(Reach.ALL);
                model.back();
                model.connect();
                background.settle();
                model.first().reachProperty().set(Reach.MONTH);
                model.start();
                background.settle();
                assertThat(done[0]).isTrue();
                Scope scope = fresh.accounts().list().getFirst().scope();
                assertThat(scope.leftOut()).contains("Trash").doesNotContain("INBOX");
                assertThat(scope.since()).isEqualTo(LocalDate.now(ZoneId.systemDefault()).minusDays(30));
                assertThat(model.secretProperty().get()).isEmpty();
                return true;
            });
        }
    }

    @Test
    void theListKeepsItsSelectionWhenTheOrderChanges() throws Exception {
        Toolkit.on(() -> {
            MainView view = view(Shown.DRESSES.getFirst());
            picture(view, Shown.DRESSES.getFirst(), "order");
            CustomersModel model = session.customers();
            Long chosen = model.rows().numbers().get(5);
            model.selectedProperty().set(chosen);
            model.sortProperty().set(new CustomerList.Sort(Order.NAME, "", false));
            Picture.settle(view, background);
            assertThat(model.selectedProperty().get()).isEqualTo(chosen);
            assertThat(Set.copyOf(model.rows().numbers())).contains(chosen);
            return true;
        });
    }

    private static void press(Node on, KeyCode key) {
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false));
    }

    private static boolean isSeen(Parent root, String style) {
        return !Shown.seen(root, style).isEmpty();
    }

    @Test
    void inANarrowWindowListAndRecordTakeTurnsAndInAWideOneStandSideBySideAsBefore() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.place().set(Place.MAIL);
                MainView view = view(dress);
                background.settle();
                session.conversations().selectedProperty().set(session.conversations().rows().numbers().get(2));
                picture(view, dress, "list-760", 760, 640);
                assertThat(isSeen(view, ".list-pane")).isTrue();
                assertThat(isSeen(view, ".message")).isFalse();
                Node list = view.lookupAll(".row-list").stream().filter(Shown::isSeen).findFirst().orElseThrow();
                press(list, KeyCode.ENTER);
                picture(view, dress, "record-760", 760, 640);
                assertThat(isSeen(view, ".list-pane")).isFalse();
                assertThat(isSeen(view, ".message")).isTrue();
                press(view.lookupAll(".message").iterator().next(), KeyCode.ESCAPE);
                Picture.settle(view, background);
                assertThat(isSeen(view, ".list-pane")).isTrue();
                assertThat(view.back()).isFalse();
                press(list, KeyCode.ENTER);
                picture(view, dress, "panes-1024", 1024, 640);
                assertThat(isSeen(view, ".list-pane")).isTrue();
                assertThat(isSeen(view, ".message")).isTrue();
                assertThat(list.getLayoutBounds().getWidth()).isBetween(330.0, 350.0);
                picture(view, dress, "record-760", 760, 640);
                assertThat(isSeen(view, ".list-pane")).as("what was read is read on").isFalse();
                assertThat(view.back()).isTrue();
                Picture.settle(view, background);
                assertThat(isSeen(view, ".list-pane")).isTrue();
            }
            return true;
        });
    }
}
