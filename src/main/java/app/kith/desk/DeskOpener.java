package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change.ErasureBegun;
import app.kith.change.Change.ErasureDone;
import app.kith.log.Damage;
import app.kith.log.FileLog;
import app.kith.log.Ledger;
import app.kith.log.MailLog;
import app.kith.search.Search;
import app.kith.store.ErasureView;
import app.kith.store.Store;
import app.kith.store.StoreCheck;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a data folder: takes its lock, unlocks its keys, opens both logs, and brings the store up to them or builds it anew. */
final class DeskOpener {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private DeskOpener() {}

    static Desk open(DeskOptions options) {
        return open(options, true);
    }

    /**
     * @param logging whether the program's own log goes there from now on
     */
    static Desk open(DeskOptions options, boolean logging) {
        Path home = Home.make(options.home());
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            opened.add(HomeLock.take(home));
            Vault vault = Vault.exists(home)
                    ? Protection.unlocked(options.in(home))
                    : Vault.create(home, options.passphrase(), options.cost(), options.keyRing());
            if (logging) {
                LogSetup.toFolder(home);
            }
            Ledger ledger = Ledger.open(home, vault.key("ledger"));
            opened.add(ledger);
            MailLog mailLog = MailLog.open(home, vault.key("mail log"));
            opened.add(mailLog);
            FileLog files = FileLog.open(home, vault.key("file log"));
            opened.add(files);
            if (options.rebuild()) {
                Store.discard(home);
                Search.discard(home);
            }
            Desk.Logs logs = new Desk.Logs(ledger, mailLog, files);
            List<Damage> damages = new ArrayList<>();
            Brought brought = bring(home, vault, logs, options, opened, damages);
            for (long begun : new ErasureView(brought.store()).unfinished()) {
                brought = erase(begun, brought, home, vault, logs, options, opened, damages);
            }
            vault.erasing().delete(); // All that was begun is done.
            Store store = brought.store();
            Keeper keeper = brought.keeper();
            damages.forEach(
                    damage -> LOG.error("Damaged: {} record {} at byte {}: {}", damage.file(), damage.sequence(),
                            damage.offset(), damage.what()));
            Protection protection = new Protection(vault, options.keyRing(), options.cost());
            Desk desk = new Desk(home, opened, protection, logs, store, keeper, damages);
            desk.outbox().recover();
            desk.drafts().recover();
            return desk;
        } catch (RuntimeException e) {
            Desk.close(opened);
            throw e;
        }
    }

    /** The store at the end of both logs, and who keeps it there. */
    private record Brought(Store store, Keeper keeper) {}

    private static Brought bring(Path home, Vault vault, Desk.Logs logs, DeskOptions options,
            List<AutoCloseable> opened, List<Damage> damages) {
        Store store = openStore(home, vault, logs.ledger(), logs.mail());
        opened.add(store);
        Keeper keeper = new Keeper(logs.ledger(), logs.mail(), store, options.clock());
        opened.add(keeper);
        damages.clear();
        keeper.catchUp(damages::add, options.progress());
        return new Brought(store, keeper);
    }

    /** Finishes an erasure that was begun: what was made of the logs is thrown away and made again of what is left of them. */
    private static Brought erase(long begun, Brought before, Path home, Vault vault, Desk.Logs logs,
            DeskOptions options, List<AutoCloseable> opened, List<Damage> damages) {
        ErasureBegun scope = Erasures.scope(before.store(), logs.ledger(), begun);
        List<AutoCloseable> old = List.of(before.store(), before.keeper());
        opened.removeAll(old);
        Desk.close(new ArrayList<>(old));
        ErasureDone done = Erasures.rewrite(begun, scope, logs, vault.erasing());
        Store.discard(home);
        Search.discard(home);
        Brought after = bring(home, vault, logs, options, opened, damages);
        after.keeper().enter(Actor.USER, "erasure-done #" + begun, _ -> List.of(done));
        return after;
    }

    /** Opens the store; one that is damaged, or that belongs to other logs, is thrown away and begun anew. */
    private static Store openStore(Path home, Vault vault, Ledger ledger, MailLog mailLog) {
        try {
            Store store = Store.open(home, vault.password("store"));
            String fault = fault(store, ledger, mailLog);
            if (fault.isEmpty()) {
                return store;
            }
            LOG.warn("The store is built anew from the logs: {}", fault);
            closeQuietly(store);
        } catch (KithException e) {
            if (e.problem() != Problem.STORE_DAMAGED) {
                throw e;
            }
            LOG.warn("The store is built anew from the logs: {}", e.getMessage());
        }
        Store.discard(home);
        return Store.open(home, vault.password("store"));
    }

    private static String fault(Store store, Ledger ledger, MailLog mailLog) {
        if (!ledger.knows(store.ledgerPosition())) {
            return "the ledger ends before " + store.ledgerPosition();
        }
        if (!mailLog.knows(store.mailPosition())) {
            return "the mail log ends before " + store.mailPosition();
        }
        return store.wasClean() ? "" : String.join("; ", new StoreCheck(store).indexes());
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (KithException e) {
            LOG.warn("The damaged store could not be closed in order");
        }
    }
}
