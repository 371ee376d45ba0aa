package app.kith.desk;

import app.kith.log.Damage;
import app.kith.log.FileLog;
import app.kith.log.Ledger;
import app.kith.log.MailLog;
import app.kith.search.Search;
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
        Path home = Home.make(options.home());
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            opened.add(HomeLock.take(home));
            Vault vault = Vault.exists(home)
                    ? Vault.open(home, options.passphrase(), options.keyRing())
                    : Vault.create(home, options.passphrase(), options.cost(), options.keyRing());
            LogSetup.toFolder(home);
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
            Store store = openStore(home, vault, ledger, mailLog);
            opened.add(store);
            Keeper keeper = new Keeper(ledger, mailLog, store, options.clock());
            opened.add(keeper);
            List<Damage> damages = new ArrayList<>();
            keeper.catchUp(damages::add, options.progress());
            damages.forEach(
                    damage -> LOG.error("Damaged: {} record {} at byte {}: {}", damage.file(), damage.sequence(),
                            damage.offset(), damage.what()));
            Desk desk = new Desk(home, opened, vault, new Desk.Logs(ledger, mailLog, files), store, keeper, damages);
            desk.outbox().recover();
            desk.drafts().recover();
            return desk;
        } catch (RuntimeException e) {
            Desk.close(opened);
            throw e;
        }
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
