package app.kith.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Credential Manager, Keychain or Secret Service, through java-keyring. Each call runs on a thread of its own with a time limit,
 * because a message bus that answers nobody must not keep the program from starting.
 */
public final class SystemKeyRing implements KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyRing.class);
    private static final String SERVICE = "Kith";
    private static final Duration TO_OPEN = Duration.ofSeconds(3);
    private static final Duration TO_ASK_THE_USER = Duration.ofMinutes(2);

    private @Nullable Keyring keyring;
    private boolean tried;

    @Override
    public synchronized boolean isAvailable() {
        if (!tried) {
            tried = true;
            keyring = reachable() ? within(TO_OPEN, SystemKeyRing::open) : null;
        }
        return keyring != null;
    }

    /** On Linux the Secret Service is asked over the session's message bus; without one there is nothing to wait for. */
    private static boolean reachable() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return !linux || System.getenv("DBUS_SESSION_BUS_ADDRESS") != null;
    }

    private static @Nullable Keyring open() {
        try {
            return Keyring.create();
        } catch (BackendNotSupportedException e) {
            LOG.info("No key store of the operating system: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public synchronized Optional<String> read(String name) {
        Keyring open = isAvailable() ? keyring : null;
        if (open == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(within(TO_ASK_THE_USER, () -> {
            try {
                return open.getPassword(SERVICE, name);
            } catch (PasswordAccessException e) {
                return null;
            }
        }));
    }

    @Override
    public synchronized boolean save(String name, String secret) {
        Keyring open = isAvailable() ? keyring : null;
        if (open == null) {
            return false;
        }
        Boolean saved = within(TO_ASK_THE_USER, () -> {
            try {
                open.setPassword(SERVICE, name, secret);
                return secret.equals(open.getPassword(SERVICE, name));
            } catch (PasswordAccessException e) {
                return false;
            }
        });
        return Boolean.TRUE.equals(saved);
    }

    @Override
    public synchronized void forget(String name) {
        Keyring open = isAvailable() ? keyring : null;
        if (open == null) {
            return;
        }
        within(TO_ASK_THE_USER, () -> {
            try {
                open.deletePassword(SERVICE, name);
                return true;
            } catch (PasswordAccessException e) {
                return false; // It is not there, or stays and opens nothing any more.
            }
        });
    }

    private static <T extends @Nullable Object> @Nullable T within(Duration limit, Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("key-ring").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The key store of the operating system did not answer", e);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
