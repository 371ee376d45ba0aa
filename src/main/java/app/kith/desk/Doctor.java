package app.kith.desk;

import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailEvent;
import app.kith.change.MessageAddress;
import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.log.Damage;
import app.kith.log.FileLog;
import app.kith.log.Ledger;
import app.kith.log.LogCheck;
import app.kith.log.MailLog;
import app.kith.search.Search;
import app.kith.store.ChangesView;
import app.kith.store.DeadMail;
import app.kith.store.Store;
import app.kith.store.StoreCheck;
import app.kith.words.KithException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Checks everything that is kept: the logs byte by byte, the store against itself and against the logs. Changes nothing. */
public final class Doctor {
    private final Ledger ledger;
    private final MailLog mailLog;
    private final FileLog files;
    private final ChangesView changes;
    private final Store store;
    private final Supplier<Optional<Search>> search;

    Doctor(Desk.Logs logs, ChangesView changes, Store store, Supplier<Optional<Search>> search) {
        this.search = search;
        this.ledger = logs.ledger();
        this.mailLog = logs.mail();
        this.files = logs.files();
        this.changes = changes;
        this.store = store;
    }

    /** A log that has no record yet ends behind the head of its first file. */
    private static boolean agree(LogPosition store, LogPosition log) {
        return store.equals(log) || store.sequence() == 0 && log.sequence() == 0;
    }

    /**
     * Checks everything.
     *
     * @param progress told how many bytes of the logs have been looked at
     * @return what was found
     */
    public Findings check(LongConsumer progress) {
        LogCheck changes = ledger.check();
        LogCheck mails = mailLog.check(progress::accept);
        List<Damage> damages = new ArrayList<>(changes.damages());
        damages.addAll(mails.damages());
        damages.addAll(files.check(_ -> {}).damages());
        StoreCheck check = new StoreCheck(store);
        List<String> faults = new ArrayList<>(check.indexes());
        faults.addAll(check.orphansFound());
        if (!agree(store.ledgerPosition(), ledger.end())) {
            faults.add("the store is at " + store.ledgerPosition() + " of the ledger, which is at " + ledger.end());
        }
        if (!agree(store.mailPosition(), mailLog.end())) {
            faults.add("the store is at " + store.mailPosition() + " of the mail log, which is at " + mailLog.end());
        }
        boolean readable = faults.stream().noneMatch(fault -> fault.contains("cannot be read"));
        if (readable) {
            compareMessages(check, faults);
            readFiles(faults);
            search.get().ifPresent(index -> faults.addAll(index.faults()));
        }
        return new Findings(damages, faults, readable ? check.counts() : Map.of(), readable ? check.digest() : "",
                new Sizes(ledger.bytes(), mailLog.bytes(), store.bytes()), changes.changed(), mails.changed());
    }

    /** Every message of the log is in the store with its digest and its place, and the store has no other. */
    private void compareMessages(StoreCheck check, List<String> faults) {
        Map<Long, StoreCheck.Kept> kept = check.messages();
        Set<Long> gone = new DeadMail(store).gone();
        MessageDigest sha = sha256();
        Map<Long, MessageAddress> addresses = new HashMap<>();
        Map<Long, MessageAddress> said = new HashMap<>();
        Consumer<LoggedBatch> each = logged -> {
            long id = logged.batch().firstMessage();
            int index = 0;
            for (MailEvent event : logged.batch().events()) {
                if (event instanceof MailEvent.Arrived arrived) {
                    StoreCheck.Kept row = kept.remove(id);
                    if (row == null && gone.contains(id)) {
                        id++; // It need not be kept any more, and the log has not been rewritten yet.
                        index++;
                        continue;
                    }
                    if (row == null) {
                        faults.add("message " + id + " of the mail log is not in the store");
                    } else if (!MessageDigest.isEqual(row.digest(), sha.digest(arrived.raw()))) {
                        faults.add("message " + id + " differs between mail log and store");
                    } else {
                        addresses.put(id, row.address());
                    }
                    said.put(id, logged.address(index));
                    id++;
                    index++;
                } else if (event instanceof MailEvent.Completed completed) {
                    said.put(completed.message(), logged.address(index));
                    index++;
                } else if (event instanceof MailEvent.Erased erased) {
                    id += erased.isArrival() ? 1 : 0;
                    index++;
                }
            }
        };
        mailLog.forEach(LogPosition.START, each, _ -> {});
        addresses.forEach((id, address) -> {
            if (!address.equals(said.get(id))) {
                faults.add("message " + id + " lies elsewhere in the mail log than the store says");
            }
        });
        kept.keySet().forEach(id -> faults.add("message " + id + " of the store is not in the mail log"));
    }

    /** Every file that an entry names is there, and is what it was. */
    private void readFiles(List<String> faults) {
        for (Entry entry : changes.entries(0)) {
            for (KeptFile file : entry.files()) {
                try {
                    files.read(file);
                } catch (KithException e) {
                    faults.add("a file of entry " + entry.id() + " cannot be had");
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How large everything is, in bytes.
     *
     * @param ledger the ledger
     * @param mail the mail log
     * @param store the store
     */
    public record Sizes(long ledger, long mail, long store) {
        /** {@return all together} */
        public long all() {
            return ledger + mail + store;
        }
    }

    /**
     * What was found.
     *
     * @param damages damaged records of the logs
     * @param faults what is wrong with the store, one plain English phrase each
     * @param counts how many there are of everything
     * @param digest everything the store holds, in one digest; empty where it cannot be read
     * @param bytes how large everything is
     * @param erasedChanges in how many change sets something was erased for good
     * @param rewrittenBatches from how many records of the mail log bytes were dropped or erased
     */
    public record Findings(List<Damage> damages, List<String> faults, Map<String, Long> counts, String digest,
            Sizes bytes, long erasedChanges, long rewrittenBatches) {

        /** {@return whether nothing is wrong} */
        public boolean healthy() {
            return damages.isEmpty() && faults.isEmpty();
        }
    }
}
