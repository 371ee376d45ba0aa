package app.kith.sync;

import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.store.SyncView;
import app.kith.sync.imap.Fetched;
import app.kith.sync.imap.ImapConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Knows messages by what their server calls them in whatever folder (Gmail's X-GM-MSGID, EMAILID of RFC 8474), so that one that lies
 * in several folders, as Gmail's labels are, or was moved by another program, is fetched once. Each label is a place of the message.
 */
final class Recognition {
    private static final int AT_ONCE = 500;

    private final ImapConnection connection;
    private final SyncView view;
    private final Filing filing;
    private final FolderKey folder;

    Recognition(ImapConnection connection, SyncView view, Filing filing, FolderKey folder) {
        this.connection = connection;
        this.view = view;
        this.filing = filing;
        this.folder = folder;
    }

    /**
     * Files the places of messages that are kept already.
     *
     * @param wanted UIDs that are to be fetched; those that need not be are taken out
     */
    void place(Map<Long, Long> wanted) {
        if (wanted.isEmpty() || !connection.hasNames() || !view.hasNames(folder.account())) {
            return;
        }
        List<Long> uids = List.copyOf(wanted.keySet());
        for (int at = 0; at < uids.size(); at += AT_ONCE) {
            place(uids.subList(at, Math.min(uids.size(), at + AT_ONCE)), wanted);
        }
    }

    private void place(List<Long> uids, Map<Long, Long> wanted) {
        List<Fetched> told = new ArrayList<>();
        connection.names(uids.stream().mapToLong(Long::longValue).toArray(), told::add);
        Map<String, Long> known = view.named(folder.account(),
                told.stream().map(Fetched::name).filter(Objects::nonNull).toList());
        List<MailEvent> events = new ArrayList<>();
        for (Fetched message : told) {
            Long number = message.name() == null ? null : known.get(message.name());
            MessageFlags flags = message.flags();
            if (number != null && flags != null && wanted.remove(message.uid()) != null) {
                Instant received = message.received();
                events.add(
                        new MailEvent.Placed(folder, message.uid(), received == null ? Instant.EPOCH : received, flags,
                                number));
            }
        }
        if (!events.isEmpty()) {
            filing.file(events);
        }
    }
}
