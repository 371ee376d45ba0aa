package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.change.MessageFlags;
import app.kith.compose.Draft;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.mail.Mailbox;
import app.kith.support.OnScreen;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.look.Dates;
import app.kith.ui.sync.AccountSync.Activity;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sync page: what earlier passes did, what the next one would do, and an account that is paused. */
@OnScreen
class SyncScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private DemoServer server;
    private SecondClient other;
    private Desk desk;
    private Account account;
    private final StepBackground steps = new StepBackground();
    private ChangeFeed feed;
    private SyncModel model;
    private PendingModel pending;

    @BeforeEach
    void open() throws Exception {
        server = DemoServer.start(SampleMailbox.of(5, 40, CLOCK.instant()));
        other = new SecondClient(server);
        other.append("INBOX", "Pest <x@pest.example>", server.address(), "Offer", "Hello");
        desk = TestDesk.open(folder.resolve("home"));
        account = TestDesk.add(desk, server).with(Scope.ALL.withExcluded(List.of("pest.example")));
        desk.accounts().edit(account, "");
        TestDesk.sync(desk);
        TestDesk.sync(desk);
        desk.accounts().pause(account.id(), true);
        account = desk.accounts().list().getFirst();
        feed = new ChangeFeed(steps, desk::subscribe);
        pending = Toolkit
                .on(() -> new PendingModel(desk.operations(), desk::draftsWaiting, desk.conversations(), steps, feed));
        model = Toolkit.on(() -> {
            SyncModel made = new SyncModel(desk.sync(), desk.accounts(), desk.folders(), steps, feed, CLOCK);
            steps.settle();
            return made;
        });
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        feed.close();
        desk.close();
        other.close();
        server.close();
    }

    private SyncView view(Dress dress) {
        Words words = dress.words();
        return new SyncView(model, words, new Dates(words, CLOCK), new PendingView(pending, words, _ -> {}),
                new BooksView(new BooksModel(desk.addressBooks(), desk.accounts(), steps, feed), model, words,
                        _ -> {}),
                new SyncView.Acts(() -> {}, _ -> {}, _ -> {}));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault()); // Passes are made by the machine's clock.
    }

    private static TitledPane earlier(Node view) {
        return (TitledPane) view.lookupAll(".titled-pane").iterator().next();
    }

    @Test
    void copiesOfLettersThatWaitAreOnThePage() throws Exception {
        desk.operations().flag(List.of(desk.conversations().messages(desk.conversations().ids(0, "", 1)[0])
                .getFirst().id()), new MessageFlags(MessageFlags.FLAGGED, List.of()), MessageFlags.NONE);
        Draft draft = new Draft(List.of(new Mailbox("", "wang@firm.example")), List.of(), List.of(),
                "报价单 Q-1042", "您好", List.of(), List.of(), List.of());
        desk.drafts().close(desk.drafts().save(0, account, draft).id());
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                Words words = dress.words();
                StackPane root = new StackPane(view(dress));
                Shown.picture(root, dress, steps, "sync-drafts-wait", 1280, 800);
                assertThat(Shown.texts(root)).contains(words.get("screen.pending.draft.put"),
                        words.get("screen.act.flag"), "报价单 Q-1042",
                        words.count("screen.pending.waiting", 2));
            }
            return true;
        });
    }

    @Test
    void earlierPassesAreListedAndOpenToWhatWasLeftOutAndWhy() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                Words words = dress.words();
                StackPane root = new StackPane(view(dress));
                Shown.picture(root, dress, steps, "sync-paused", 1280, 800);
                assertThat(Shown.texts(root)).contains(words.get("screen.sync.paused"))
                        .anyMatch(text -> text.contains("pest.example"));
                TitledPane earlier = earlier(root);
                assertThat(earlier.getText()).isEqualTo(words.count("screen.sync.earlier", 2));
                earlier.setExpanded(true);
                Shown.picture(root, dress, steps, "sync-earlier", 1280, 800);
                assertThat(Shown.texts(earlier)).contains(words.get("screen.sync.days"))
                        .anyMatch(text -> text.startsWith(new Dates(words, CLOCK).day(today())));
                List<Node> lines = Shown.seen(earlier, ".button.small");
                assertThat(lines).hasSize(2);
                ((Button) lines.getLast()).fire();
                Shown.picture(root, dress, steps, "sync-earlier", 1280, 800);
                assertThat(Shown.texts(earlier)).contains("INBOX")
                        .anyMatch(text -> text.contains("pest.example") && text.contains("1"));
                ((Button) lines.getLast()).fire();
                assertThat(Shown.texts(earlier)).as("closed again").doesNotContain("INBOX");
            }
            return true;
        });
    }

    @Test
    void whatWouldBeDoneIsShownAndThenDone() throws Exception {
        other.append("INBOX", "A <a@b.example>", server.address(), "One more", "Hello");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                Words words = dress.words();
                StackPane root = new StackPane(view(dress));
                Shown.picture(root, dress, steps, "sync-plan", 1280, 800);
                Shown.button(root, words.get("screen.plan.ask")).fire();
                Shown.picture(root, dress, steps, "sync-plan", 1280, 800);
                String one = words.count("screen.plan.fetch", 1, "");
                assertThat(Shown.texts(root)).anyMatch(text -> text.startsWith(one.substring(0, 4)));
                assertThat(desk.sync().history(account.id())).as("asking changes nothing").hasSize(2);
                if (dress.equals(Shown.DRESSES.getFirst())) {
                    Shown.button(root, words.get("screen.plan.leave")).fire();
                    assertThat(Shown.button(root, words.get("screen.plan.ask")).isVisible()).isTrue();
                } else if (dress.equals(Shown.DRESSES.getLast())) {
                    Shown.button(root, words.get("screen.plan.run")).fire();
                }
            }
            return true;
        });
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (desk.sync().history(account.id()).size() < 3 && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(desk.sync().history(account.id()).getFirst().fetched()).isEqualTo(1);
        model.close();
        Toolkit.on(() -> {
            steps.settle();
            // The model may be closed before the pass has said that it is over.
            assertThat(model.allProperty().get().getFirst().activity()).isIn(Activity.WAITING, Activity.STOPPED);
            return true;
        });
    }

    @Test
    void aMailboxWhoseServerIsAwaySaysSoInsteadOfAPlan() throws Exception {
        server.close();
        Toolkit.on(() -> {
            StackPane root = new StackPane(view(Shown.DRESSES.getFirst()));
            Shown.picture(root, Shown.DRESSES.getFirst(), steps, "sync-no-plan", 1280, 800);
            Words words = Shown.DRESSES.getFirst().words();
            Shown.button(root, words.get("screen.plan.ask")).fire();
            Shown.picture(root, Shown.DRESSES.getFirst(), steps, "sync-no-plan", 1280, 800);
            assertThat(Shown.texts(root)).anyMatch(text -> text.startsWith(account.imap().address()));
            return true;
        });
    }
}
