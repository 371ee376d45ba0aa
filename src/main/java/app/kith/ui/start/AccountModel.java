package app.kith.ui.start;

import app.kith.account.Account;
import app.kith.account.Provider;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.EmailAddress;
import app.kith.desk.Accounts;
import app.kith.sync.AccountTest.Result;
import app.kith.sync.discover.Found;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A mailbox while it is being described: by its address the servers are found; it is tried before it is kept. JavaFX thread only. */
public final class AccountModel {
    private static final int IMAP_TLS = 993;
    private static final int IMAP = 143;
    private static final int SMTP_TLS = 465;
    private static final int SMTP = 587;
    private static final Duration STILL = Duration.ofMillis(700);

    private final Accounts accounts;
    private final Background background;
    private final @Nullable Account before;
    private final Runnable done;
    private final StringProperty email = new SimpleStringProperty(this, "email", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty secret = new SimpleStringProperty(this, "secret", "");
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final StringProperty imap = new SimpleStringProperty(this, "imap", "");
    private final StringProperty smtp = new SimpleStringProperty(this, "smtp", "");
    private final StringProperty carddav = new SimpleStringProperty(this, "carddav", "");
    private final ObjectProperty<Security> imapSecurity = new SimpleObjectProperty<>(this, "imapSecurity",
            Security.TLS);
    private final ObjectProperty<Security> smtpSecurity = new SimpleObjectProperty<>(this, "smtpSecurity",
            Security.TLS);
    private final ReadOnlyObjectWrapper<Optional<Provider>> provider = new ReadOnlyObjectWrapper<>(this, "provider",
            Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final ObservableList<Result> steps = FXCollections.observableArrayList();
    private final FetchModel fetch;
    private final BrowserModel browser;
    private final CertificateModel certificate;
    private final Trial trial;
    private final FirstFetchModel first;
    private final ReadOnlyBooleanWrapper choosing = new ReadOnlyBooleanWrapper(this, "choosing");
    private Trial.@Nullable Ready tried;
    private int attempt;

    /**
     * Makes the model of a new account, or of one that is to be changed.
     *
     * @param accounts where it is kept
     * @param background where it is tried
     * @param before the account as it is; null for a new one
     * @param browsing the browser, for providers that want the user to sign in there
     * @param done called when it is kept
     */
    public AccountModel(Accounts accounts, Background background, @Nullable Account before, Browsing browsing,
            Runnable done) {
        this.accounts = accounts;
        this.background = background;
        this.before = before;
        this.done = done;
        this.trial = new Trial(accounts, before == null);
        this.certificate = new CertificateModel(accounts, background, before == null ? null : before.certificate(),
                this::imapServer, this::smtpServer);
        this.browser = new BrowserModel(accounts, background, browsing, before == null);
        provider.addListener((_, _, now) -> browser.take(now));
        fetch = before == null
                ? new FetchModel(Scope.ALL, Schedule.PUSH)
                : new FetchModel(before.scope(), before.schedule());
        first = new FirstFetchModel(fetch);
        if (before == null) {
            email.addListener((_, _, now) -> find(now));
        } else {
            fill(before);
            background.run("folders", () -> accounts.folders(before), fetch::list, this::failed);
            background.run("client", () -> accounts.client(before).orElse(""), browser.clientProperty()::set,
                    this::failed);
        }
    }

    private void fill(Account account) {
        email.set(account.email());
        name.set(account.name());
        user.set(account.user());
        imap.set(account.imap().address());
        imapSecurity.set(account.imap().security());
        Server sending = account.smtp();
        if (sending != null) {
            smtp.set(sending.address());
            smtpSecurity.set(sending.security());
        }
        carddav.set(Objects.requireNonNullElse(account.carddav(), ""));
        provider.set(Provider.of(account.email()).or(() -> Provider.ofServer(account.imap().host())));
    }

    /** Fills in what a complete address tells: the preset of its provider, else the names that most servers have until more is known. */
    private void find(String typed) {
        String address = typed.strip();
        EmailAddress email = EmailAddress.of(address);
        Optional<Provider> preset = email.isComplete() ? Provider.of(address) : Optional.empty();
        provider.set(preset);
        browser.forget(); // It was granted to another address.
        found.set(null);
        if (!email.isComplete()) {
            return;
        }
        if (preset.isPresent()) {
            take(Found.of(preset.get(), address));
            return;
        }
        String usual = "imap." + email.domain() + ":" + IMAP_TLS;
        user.set(address);
        imap.set(usual);
        imapSecurity.set(Security.TLS);
        smtp.set("smtp." + email.domain() + ":" + SMTP_TLS);
        smtpSecurity.set(Security.TLS);
        carddav.set("");
        background.later(STILL, "discover", () -> lookUp(address, usual));
    }

    /** Asks the network, as soon as the typing rests; what the user has typed over meanwhile stays. */
    private void lookUp(String address, String usual) {
        if (!isStill(address, usual)) {
            return;
        }
        looking.set(true);
        background.run("discover", () -> accounts.discover(address), servers -> {
            looking.set(false);
            if (isStill(address, usual)) {
                servers.ifPresent(this::take);
            }
        }, _ -> looking.set(false));
    }

    private boolean isStill(String address, String usual) {
        return !busy.get() && email.get().strip().equals(address) && imap.get().equals(usual);
    }

    void take(Found servers) {
        found.set(servers);
        provider.set(Optional.ofNullable(servers.provider()));
        user.set(servers.user());
        imap.set(servers.imap().address());
        imapSecurity.set(servers.imap().security());
        Server sending = servers.smtp();
        smtp.set(sending == null ? "" : sending.address());
        smtpSecurity.set(sending == null ? Security.TLS : sending.security());
        carddav.set(Objects.requireNonNullElse(servers.carddav(), ""));
    }

    private Account account() {
        if (!EmailAddress.of(email.get().strip()).isComplete()) {
            throw new KithException(Problem.ADDRESS_INVALID, email.get().strip());
        }
        Found servers = found.get();
        return fetch.over(new Account(before == null ? 0 : before.id(), email.get().strip(), name.get().strip(),
                imapServer(), smtpServer(),
                user.get().isBlank() ? email.get().strip() : user.get().strip(),
                before != null ? before.smtpUser() : servers == null ? null : servers.smtpUser(),
                carddav.get().isBlank() ? null : carddav.get().strip(),
                certificate.pem()));
    }

    private Server imapServer() {
        return server(imap.get(), imapSecurity.get(), IMAP_TLS, IMAP);
    }

    private @Nullable Server smtpServer() {
        return smtp.get().isBlank() ? null : server(smtp.get(), smtpSecurity.get(), SMTP_TLS, SMTP);
    }

    private static Server server(String text, Security security, int tlsPort, int otherPort) {
        try {
            Server server = Server.parse(text.strip(), security, security == Security.TLS ? tlsPort : otherPort);
            if (security == Security.NONE && !server.isLoopback()) {
                throw new KithException(Problem.PLAIN_REFUSED, server.host());
            }
            return server;
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.SERVER_NOT_KNOWN, text.strip());
        }
    }

    /** Tries the account step by step, and if all went well keeps it; of a new one it is asked first what is to be fetched. */
    public void connect() {
        begin(true);
    }

    /** Keeps the account without trying it, for somebody who is not on the network now. */
    public void keepAnyway() {
        begin(false);
    }

    private void begin(boolean trying) {
        failure.set(null);
        steps.clear();
        try {
            Account wanted = account();
            Optional<Provider> preset = provider.get();
            boolean through = trying && browser.wantedProperty().get();
            if (before == null && preset.isPresent() && !preset.get().takesPassword() && !through) {
                throw new KithException(Problem.BROWSER_ONLY, preset.get().id());
            }
            busy.set(true);
            String password = secret.get();
            int mine = ++attempt;
            BrowserModel.Attempt signingIn = browser.begin();
            background.run("account", () -> {
                String used = through ? browser.signIn(signingIn, preset.orElseThrow(), wanted.email()) : password;
                return trying
                        ? trial.run(wanted, used, result -> background.soon("step-" + mine + result.step(),
                                () -> step(mine, result)))
                        : trial.keep(wanted, used);
            }, this::ended, this::failed);
        } catch (KithException e) {
            failed(e);
        }
    }

    /** Keeps a new account that was tried, with what is to be fetched of it. */
    public void start() {
        Trial.Ready ready = tried;
        if (ready == null || busy.get()) {
            return;
        }
        try {
            Account wanted = fetch.over(ready.account());
            busy.set(true);
            background.run("account", () -> trial.keep(wanted, ready.password()), this::ended, this::failed);
        } catch (KithException e) {
            failed(e);
        }
    }

    /** Goes back from what is to be fetched to what the account is. */
    public void back() {
        choosing.set(false);
        tried = null;
    }

    private void step(int mine, Result result) {
        if (mine == attempt) {
            steps.add(result);
        }
    }

    private void ended(Trial.Outcome outcome) {
        if (outcome.failure() != null) {
            failed(outcome.failure());
            return;
        }
        busy.set(false);
        tried = outcome.ready();
        if (tried != null) {
            first.offer(tried.folders());
            choosing.set(true);
            return;
        }
        secret.set("");
        browser.forget();
        done.run();
    }

    private void failed(KithException e) {
        busy.set(false);
        failure.set(e.problem() == Problem.CANCELLED ? null : e);
    }

    /** {@return whether the account was tried and it is asked what is to be fetched of it} */
    public ReadOnlyBooleanProperty choosingProperty() {
        return choosing.getReadOnlyProperty();
    }

    /** {@return what is fetched first} */
    public FirstFetchModel first() {
        return first;
    }

    /** {@return whom the account trusts} */
    public CertificateModel certificate() {
        return certificate;
    }

    /** {@return which mail is fetched, and when} */
    public FetchModel fetch() {
        return fetch;
    }

    /** {@return sign-in through the browser} */
    public BrowserModel browser() {
        return browser;
    }

    /** Called when the form is closed: nobody is waited for any more. */
    public void close() {
        browser.cancel();
    }

    /** {@return whether the account is a new one} */
    public boolean isNew() {
        return before == null;
    }

    /** {@return the mail address} */
    public StringProperty emailProperty() {
        return email;
    }

    /** {@return the user's own name as others see it} */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@return password, app password or authorisation code; empty to keep the one that is kept} */
    public StringProperty secretProperty() {
        return secret;
    }

    /** {@return user name for sign-in} */
    public StringProperty userProperty() {
        return user;
    }

    /** {@return where mail is read, host and port} */
    public StringProperty imapProperty() {
        return imap;
    }

    /** {@return how that connection is secured} */
    public ObjectProperty<Security> imapSecurityProperty() {
        return imapSecurity;
    }

    /** {@return where mail is sent, host and port; blank for nowhere} */
    public StringProperty smtpProperty() {
        return smtp;
    }

    /** {@return how that connection is secured} */
    public ObjectProperty<Security> smtpSecurityProperty() {
        return smtpSecurity;
    }

    /** {@return where the address books are; blank for nowhere} */
    public StringProperty carddavProperty() {
        return carddav;
    }

    /** {@return the servers that were found for the address; null where there are none, or none yet} */
    public ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** {@return whether the network is being asked for the servers} */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** {@return the provider whose address it is; empty where it is nobody's known} */
    public ReadOnlyObjectProperty<Optional<Provider>> providerProperty() {
        return provider.getReadOnlyProperty();
    }

    /** {@return whether it is being tried} */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** {@return what went wrong; null if nothing did} */
    public ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return the steps of the trial that have ended} */
    public ObservableList<Result> steps() {
        return steps;
    }
}
