package app.kith.ui.start;

import app.kith.account.OAuth;
import app.kith.account.Provider;
import app.kith.desk.Accounts;
import app.kith.sync.StopSignal;
import app.kith.ui.work.Background;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in through the browser while a mailbox is being described: whether it is offered and wanted, and where the user is waited for.
 * JavaFX thread only, but for {@link #signIn}.
 */
public final class BrowserModel {
    private final Accounts accounts;
    private final Background background;
    private final Browsing browsing;
    private final boolean isNew;
    private final ReadOnlyObjectWrapper<@Nullable OAuth> places = new ReadOnlyObjectWrapper<>(this, "places");
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final StringProperty client = new SimpleStringProperty(this, "client", "");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private @Nullable Provider provider;
    private StopSignal stop = new StopSignal();
    /** What the user was granted, in case the trial behind it fails for another reason. */
    private volatile String granted = "";

    BrowserModel(Accounts accounts, Background background, Browsing browsing, boolean isNew) {
        this.accounts = accounts;
        this.background = background;
        this.browsing = browsing;
        this.isNew = isNew;
        client.addListener((_, _, _) -> granted = "");
    }

    /** Takes the provider of the address that is typed now; empty where it is nobody's known. */
    void take(Optional<Provider> found) {
        Provider now = found.orElse(null);
        granted = "";
        if (now == null ? provider != null : !now.equals(provider)) {
            provider = now;
            places.set(now == null ? null : now.oauth());
            wanted.set(now != null && now.oauth() != null && isNew && !now.takesPassword());
        }
    }

    /** Makes ready for another sign-in; what is still waited for from before is let go. */
    Attempt begin() {
        cancel();
        stop = new StopSignal();
        return new Attempt(provider, client.get(), stop);
    }

    /** What a sign-in needs to know, taken up on the JavaFX thread. */
    record Attempt(@Nullable Provider provider, String client, StopSignal stop) {}

    /** Lets the user sign in; blocks until that is done. Off the JavaFX thread. */
    String signIn(Attempt attempt, Provider at, String email) {
        if (!granted.isEmpty()) {
            return granted;
        }
        try {
            String secret = accounts.signIn(at, attempt.client(), email, browsing.page(),
                    address -> background.soon("browser", () -> open(attempt, address)), attempt.stop());
            granted = secret;
            return secret;
        } finally {
            background.soon("browser", () -> waiting.set(""));
        }
    }

    private void open(Attempt attempt, String address) {
        if (!attempt.stop().requested()) {
            waiting.set(address);
            browsing.open().accept(address);
        }
    }

    /** Opens the browser once more, for somebody who closed it. */
    void openAgain() {
        if (!waiting.get().isEmpty()) {
            browsing.open().accept(waiting.get());
        }
    }

    /** Waits no longer. */
    public void cancel() {
        stop.request();
    }

    /** Forgets what was granted: it is kept now, or was granted to another address. */
    void forget() {
        granted = "";
    }

    /** {@return where the provider lets the user sign in; null where it has no sign-in through the browser} */
    public ReadOnlyObjectProperty<@Nullable OAuth> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** {@return name of the host that asks the user in the browser; empty where there is none} */
    public String host() {
        OAuth now = places.get();
        return now == null ? "" : String.valueOf(URI.create(now.authorize()).getHost());
    }

    /** {@return whether the provider lets programs in with a password too} */
    boolean takesPassword() {
        return provider == null || provider.takesPassword();
    }

    /** {@return whether the user is to sign in through the browser} */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** {@return the program's registration with the provider: id, and its secret behind a blank where it has one} */
    public StringProperty clientProperty() {
        return client;
    }

    /** {@return the address to which the browser was sent, while the user is waited for; else empty} */
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
