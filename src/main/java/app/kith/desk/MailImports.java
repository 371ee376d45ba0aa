package app.kith.desk;

import app.kith.account.Account;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.exchange.FoundMail;
import app.kith.exchange.MailFiles;
import app.kith.exchange.MailTaker;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.words.Note;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Mail from files. It is kept like mail of a server, in folders that no server has; a mail that is kept already is not taken again,
 * wherever it came from. All mails of a file can be taken back at once. Blocks.
 */
public final class MailImports {
    private static final int BATCH = 200;
    private static final long BATCH_BYTES = 8 << 20;

    private final SyncView view;
    private final Filing filing;
    private final Clock clock;

    MailImports(SyncView view, Filing filing, Clock clock) {
        this.view = view;
        this.filing = filing;
        this.clock = clock;
    }

    /**
     * What came of an import.
     *
     * @param found how many mails the file holds
     * @param taken how many of them are new
     * @param known how many were kept already
     * @param aside what is no mail that can be read, with the reason
     * @param stopped whether the user stopped it before its end
     */
    public record Done(long found, long taken, long known, List<Aside> aside, boolean stopped) {

        /** Keeps its own copy. */
        public Done {
            aside = List.copyOf(aside);
        }
    }

    /**
     * Something that is no mail that can be read.
     *
     * @param place where it stands
     * @param reason why
     */
    public record Aside(String place, Note reason) {}

    /**
     * Mails that were taken from a file.
     *
     * @param name the file's name, and the folder within it
     * @param account number of the account whose owner they belong to
     * @param mails how many
     */
    public record Taken(String name, long account, long mails) {}

    /**
     * Takes all mails of a file or folder.
     *
     * @param path the file or folder
     * @param account whose mail it is: decides what was sent and what came
     * @param progress told how many mails were read
     * @param stop asked now and then; true stops it, and what was taken by then stays
     * @return what came of it
     * @throws app.kith.words.KithException DISK
     */
    public Done take(Path path, Account account, LongConsumer progress, BooleanSupplier stop) {
        Run run = new Run(account, String.valueOf(path.toAbsolutePath().normalize().getFileName()), progress, stop);
        boolean whole = MailFiles.read(path, run);
        run.file();
        return new Done(run.found, run.taken, run.found - run.taken, run.aside, !whole);
    }

    /** {@return what was taken from files and is still here} */
    public List<Taken> list() {
        List<Taken> all = new ArrayList<>();
        for (Account account : view.accounts()) {
            for (FolderRow row : view.imported(account.id())) {
                if (row.local() > 0) {
                    all.add(new Taken(row.key().importedName(), account.id(), row.local()));
                }
            }
        }
        return all;
    }

    /**
     * Takes back what came from a file. What also lies on a server stays; importing the file once more brings all back.
     *
     * @param name the name of a {@link Taken}; with it those of all folders within
     * @return how many mails lie there no more
     */
    public long remove(String name) {
        long gone = 0;
        for (Account account : view.accounts()) {
            for (FolderRow row : view.imported(account.id())) {
                String here = row.key().importedName();
                if (here.equals(name) || here.startsWith(name + "/")) {
                    long[] uids = view.kept(row.id()).uids();
                    filing.file(Arrays.stream(uids).<MailEvent>mapToObj(uid -> new MailEvent.Vanished(row.key(), uid))
                            .toList());
                    gone += uids.length;
                }
            }
        }
        return gone;
    }

    /** Files what is found, some at a time. */
    private final class Run implements MailTaker {
        private final Account account;
        private final String name;
        private final LongConsumer progress;
        private final BooleanSupplier stop;
        private final List<FoundMail> waiting = new ArrayList<>();
        private final Map<FolderKey, Long> next = new HashMap<>();
        private final List<Aside> aside = new ArrayList<>();
        private long bytes;
        private long found;
        private long taken;

        Run(Account account, String name, LongConsumer progress, BooleanSupplier stop) {
            this.account = account;
            this.name = name;
            this.progress = progress;
            this.stop = stop;
        }

        @Override
        public boolean mail(FoundMail mail) {
            if (mail.raw().length == 0) {
                aside(mail.place(), Note.of("import.no-mail"));
                return true;
            }
            found++;
            waiting.add(mail);
            bytes += mail.raw().length;
            if (waiting.size() == BATCH || bytes > BATCH_BYTES) {
                file();
                progress.accept(found);
            }
            return !stop.getAsBoolean();
        }

        @Override
        public void aside(String place, Note reason) {
            aside.add(new Aside(place, reason));
        }

        void file() {
            List<byte[]> digests = waiting.stream().map(mail -> sha256(mail.raw())).toList();
            List<OptionalLong> known = view.known(digests);
            Set<Long> lying = view.lying(
                    known.stream().filter(OptionalLong::isPresent).map(OptionalLong::getAsLong).toList());
            Set<ByteBuffer> here = new HashSet<>();
            List<MailEvent> events = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                boolean isKept = known.get(i).isPresent() && lying.contains(known.get(i).getAsLong());
                if (!isKept && here.add(ByteBuffer.wrap(digests.get(i)))) {
                    arrived(waiting.get(i), events);
                    taken++;
                }
            }
            filing.file(events);
            waiting.clear();
            bytes = 0;
        }

        private void arrived(FoundMail mail, List<MailEvent> events) {
            FolderKey folder = FolderKey.imported(account.id(),
                    mail.folder().isEmpty() ? name : name + "/" + mail.folder());
            Long uid = next.get(folder);
            if (uid == null) {
                events.add(new MailEvent.FolderSeen(folder, '/', FolderRole.IMPORTED, true));
                uid = first(folder);
            }
            next.put(folder, uid + 1);
            // Mail of years ago that nobody opened is not what the user has to read today.
            MessageFlags read = new MessageFlags(mail.flags().bits() | MessageFlags.SEEN, mail.flags().keywords());
            events.add(new MailEvent.Arrived(folder, uid, mail.received() == null ? clock.instant() : mail.received(),
                    read, mail.raw()));
        }

        private long first(FolderKey folder) {
            return view.imported(account.id()).stream().filter(row -> row.key().equals(folder)).findFirst()
                    .map(row -> Arrays.stream(view.kept(row.id()).uids()).max().orElse(0) + 1).orElse(1L);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
