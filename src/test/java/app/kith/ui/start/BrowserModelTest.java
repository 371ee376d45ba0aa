package app.kith.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.OAuth;
import app.kith.account.Provider;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.desk.Desk;
import app.kith.support.ScriptedImap;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.discover.Found;
import app.kith.sync.discover.Found.Origin;
import app.kith.sync.oauth.MockAuthorizationServer;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox whose provider wants the user to sign in in the browser, from the form to the first pass. */
class BrowserModelTest {
    private static final String EMAIL = "anna@firm.example";

    @TempDir
    private Path home;

    private MockAuthorizationServer authority;
    private ScriptedImap imap;
    private Desk desk;
    private final Queue background = new Queue();
    private final List<String> opened = new ArrayList<>();
    private boolean done;

    @BeforeEach
    void start() throws IOException {
        authority = new MockAuthorizationServer();
        imap = new ScriptedImap("AUTH=XOAUTH2 SASL-IR");
        imap.folder("INBOX", "", false);
        desk = TestDesk.open(home);
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        imap.close();
        authority.close();
    }

    private AccountModel model() {
        AccountModel model = new AccountModel(desk.accounts(), background, null, new Browsing(opened::add, "Done."),
                () -> done = true);
        Provider provider = new Provider("firm", Map.of("en", "Firm"), List.of("firm.example"), List.of(),
                "imap.firm.example:993 tls", "smtp.firm.example:465 tls", "address", null, "browser", null, false,
                new OAuth(authority.place("/authorize"), authority.place("/token"), "mail", null), Map.of());
        model.emailProperty().set(EMAIL);
        model.take(new Found(new Server("127.0.0.1", imap.port(), Security.NONE), null, EMAIL, null, null, provider,
                Origin.MAIL_EXCHANGER));
        return model;
    }

    /** What the browser does: it follows the provider back to this machine. */
    private static void browse(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String next = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString()).headers().firstValue("Location").orElseThrow();
            client.send(HttpRequest.newBuilder(URI.create(next)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theUserSignsInInTheBrowserAndTheMailboxIsKeptAndFollowed() throws InterruptedException {
        AccountModel model = model();
        assertThat(model.browser().wantedProperty().get()).as("the provider takes no password").isTrue();
        assertThat(model.browser().host()).isEqualTo("127.0.0.1");
        model.browser().clientProperty().set("kith-1");
        model.connect();
        background.until(() -> !opened.isEmpty());
        assertThat(model.browser().waitingProperty().get()).isEqualTo(opened.getFirst());
        assertThat(desk.accounts().list()).as("nothing is kept yet").isEmpty();
        model.browser().openAgain();
        assertThat(opened).hasSize(2);
        browse(opened.getLast());
        background.until(() -> model.choosingProperty().get());
        model.start();
        background.until(() -> done);
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.browser().waitingProperty().get()).isEmpty();
        assertThat(authority.hint()).isEqualTo(EMAIL);
        assertThat(imap.heard()).anyMatch(line -> line.startsWith("AUTHENTICATE XOAUTH2"))
                .noneMatch(line -> line.startsWith("LOGIN"));
        assertThat(TestDesk.sync(desk).status()).as("the refresh token is kept").isEqualTo(Status.OK);
        assertThat(desk.accounts().client(desk.accounts().list().getFirst())).contains("kith-1");
    }

    @Test
    void waitingCanBeEndedAndNothingIsKeptOrSaid() throws InterruptedException {
        AccountModel model = model();
        model.browser().clientProperty().set("kith-1");
        model.connect();
        background.until(() -> !opened.isEmpty());
        model.browser().cancel();
        background.until(() -> !model.busyProperty().get());
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.browser().waitingProperty().get()).isEmpty();
        assertThat(desk.accounts().list()).isEmpty();
        model.connect();
        background.until(() -> opened.size() == 2);
        model.close();
        background.until(() -> !model.busyProperty().get());
        assertThat(authority.exchanged()).isZero();
    }

    @Test
    void aRefusalIsSaid() throws InterruptedException {
        AccountModel model = model();
        model.browser().clientProperty().set("kith-1");
        authority.refusing(true);
        model.connect();
        background.until(() -> !opened.isEmpty());
        browse(opened.getFirst());
        background.until(() -> !model.busyProperty().get());
        KithException failure = model.failureProperty().get();
        assertThat(failure).isNotNull();
        assertThat(failure.problem()).isEqualTo(Problem.BROWSER_REFUSED);
    }

    @Test
    void afterATrialThatFailedForAnotherReasonTheUserNeedNotSignInAgain() throws InterruptedException {
        AccountModel model = model();
        model.browser().clientProperty().set("kith-1");
        String right = model.imapProperty().get();
        model.imapProperty().set("127.0.0.1:1");
        model.connect();
        background.until(() -> !opened.isEmpty());
        browse(opened.getFirst());
        background.until(() -> !model.busyProperty().get());
        assertThat(model.failureProperty().get()).isNotNull();
        model.imapProperty().set(right);
        model.connect();
        background.until(() -> model.choosingProperty().get());
        model.start();
        background.until(() -> done);
        assertThat(opened).hasSize(1);
        assertThat(desk.accounts().list()).hasSize(1);
    }

    @Test
    void withoutARegistrationThereIsAPlainSentenceAndNoBrowser() throws InterruptedException {
        AccountModel model = model();
        model.connect();
        background.until(() -> !model.busyProperty().get());
        KithException failure = model.failureProperty().get();
        assertThat(failure).isNotNull();
        assertThat(failure.problem()).isEqualTo(Problem.BROWSER_ONLY);
        assertThat(opened).isEmpty();
    }

    @Test
    void aProviderThatTakesPasswordsOffersTheBrowserAndDoesNotAskForIt() {
        AccountModel model = new AccountModel(desk.accounts(), background, null, new Browsing(opened::add, ""),
                () -> {});
        model.emailProperty().set("anna@gmail.com");
        assertThat(model.browser().placesProperty().get()).isNotNull();
        assertThat(model.browser().wantedProperty().get()).isFalse();
        model.emailProperty().set("anna@163.com");
        assertThat(model.browser().placesProperty().get()).isNull();
        model.emailProperty().set("anna@outlook.com");
        assertThat(model.browser().wantedProperty().get()).isTrue();
    }

    /** Works on threads of its own, and hands results to the thread of the test. */
    private static final class Queue implements Background {
        private final BlockingQueue<Runnable> acts = new LinkedBlockingQueue<>();

        @Override
        public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
                Consumer<? super KithException> failed) {
            Thread.ofVirtual().start(() -> {
                try {
                    T result = work.call();
                    acts.add(() -> then.accept(result));
                } catch (KithException e) {
                    acts.add(() -> failed.accept(e));
                } catch (Exception e) {
                    acts.add(() -> failed.accept(new KithException(e, Problem.INTERNAL, String.valueOf(e))));
                }
            });
        }

        @Override
        public void soon(Object key, Runnable act) {
            acts.add(act);
        }

        @Override
        public void later(Duration pause, Object key, Runnable act) {
            // Nobody looks anything up in the network here.
        }

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        void until(BooleanSupplier wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!wanted.getAsBoolean()) {
                Runnable next = acts.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertThat(next).as("something happens").isNotNull();
                next.run();
            }
        }
    }
}
