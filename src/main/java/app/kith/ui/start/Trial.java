package app.kith.ui.start;

import app.kith.account.Account;
import app.kith.desk.Accounts;
import app.kith.sync.AccountTest.Result;
import app.kith.sync.OfferedFolder;
import app.kith.words.KithException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries an account and keeps it; of a new one that can be signed in to, asks first what its server offers. Off the JavaFX thread. */
final class Trial {
    private final Accounts accounts;
    private final boolean isNew;

    Trial(Accounts accounts, boolean isNew) {
        this.accounts = accounts;
        this.isNew = isNew;
    }

    /** Tries it step by step. */
    Outcome run(Account wanted, String password, Consumer<Result> told) {
        KithException failed = accounts.test(wanted, password, told).getLast().failure();
        if (failed != null) {
            return new Outcome(failed, null);
        }
        return isNew
                ? new Outcome(null, new Ready(wanted, password, offered(wanted, password)))
                : keep(wanted, password);
    }

    /** Without a list it can be chosen all the same how far back. */
    private List<OfferedFolder> offered(Account wanted, String password) {
        try {
            return accounts.offered(wanted, password);
        } catch (KithException e) {
            return List.of();
        }
    }

    /** Keeps it. */
    Outcome keep(Account wanted, String password) {
        if (isNew) {
            accounts.add(wanted, password);
        } else {
            accounts.edit(wanted, password);
        }
        return new Outcome(null, null);
    }

    /** A new account that can be signed in to, and what its server offers. */
    record Ready(Account account, String password, List<OfferedFolder> folders) {}

    /** What came of it: what went wrong, or what is to be asked next; neither where the account is kept. */
    record Outcome(@Nullable KithException failure, @Nullable Ready ready) {}
}
