package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.MailEvent;
import app.kith.store.Operations.Lying;
import app.kith.store.SyncView;
import app.kith.sync.imap.ImapConnection;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Brings the rest of messages of which only the header is kept: one that the user opens, or all of a folder whose scope has grown. */
final class Bodies {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Set<Problem> AWAY = EnumSet.of(Problem.HOST_UNKNOWN, Problem.UNREACHABLE, Problem.TIMEOUT,
            Problem.CONNECTION_LOST);
    private static final int COMMANDS_AT_ONCE = 3;

    private final SyncView view;
    private final Filing filing;

    Bodies(SyncView view, Filing filing) {
        this.view = view;
        this.filing = filing;
    }

    /**
     * Brings the rest of one message, from wherever it lies.
     *
     * @param places where it lies by what the servers said last
     * @param message number of the message
     * @param secrets finds the secret of an account
     * @throws KithException BODY_ON_SERVER if no server that has it can be reached; NOT_ON_SERVER if none has it any more
     */
    void bring(List<Lying> places, long message, Function<Account, Optional<String>> secrets) {
        for (Lying place : places.stream().sorted(Whereabouts.first()).toList()) {
            Optional<Account> account = view.accounts().stream()
                    .filter(each -> each.id() == place.folder().account()).findFirst();
            if (account.isPresent() && isBrought(account.get(), place, message, secrets)) {
                return;
            }
        }
        throw new KithException(Problem.NOT_ON_SERVER, message);
    }

    private boolean isBrought(Account account, Lying place, long message,
            Function<Account, Optional<String>> secrets) {
        try {
            String secret = secrets.apply(account)
                    .orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
            try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
                boolean same = connection.examine(place.folder().path(), null, _ -> {}).uidValidity() == place
                        .uidValidity();
                return same && bring(connection, place.folder(), Map.of(place.uid(), message), Limits.USUAL,
                        new StopSignal()) == 1;
            }
        } catch (KithException e) {
            throw AWAY.contains(e.problem()) ? new KithException(e, Problem.BODY_ON_SERVER, account.email()) : e;
        }
    }

    /**
     * Brings the rest of messages of the open folder.
     *
     * @param wanted numbers of messages by UID
     * @return how many came
     */
    int bring(ImapConnection connection, FolderKey folder, Map<Long, Long> wanted, Limits limits, StopSignal stop) {
        Map<Long, Long> sizes = new TreeMap<>((a, b) -> Long.compare(b, a));
        connection.fetch(connection.set(wanted.keySet().stream().mapToLong(Long::longValue).toArray()),
                "UID RFC822.SIZE", "", message -> {
                    if (wanted.containsKey(message.uid())) {
                        sizes.put(message.uid(), Math.max(0, message.messageSize()));
                    }
                });
        List<MailEvent> batch = new ArrayList<>();
        long[] bytes = {0};
        int[] count = {0};
        connection.fetchMessages(limits.sets(sizes), COMMANDS_AT_ONCE, message -> {
            stop.check();
            byte[] raw = message.body();
            Long number = wanted.get(message.uid());
            if (raw != null && number != null) {
                batch.add(new MailEvent.Completed(folder, number, raw));
                bytes[0] += raw.length;
                count[0]++;
                if (limits.isFull(batch.size(), bytes[0], count[0])) {
                    filing.file(batch);
                    batch.clear();
                    bytes[0] = 0;
                }
            }
        });
        if (!batch.isEmpty()) {
            filing.file(batch);
        }
        return count[0];
    }
}
