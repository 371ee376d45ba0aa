package app.kith.sync;

import app.kith.account.Scope;
import app.kith.change.FolderRole;
import app.kith.contact.EmailAddress;
import app.kith.sync.imap.Fetched;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which messages of a folder lie outside the account's scope, and whether one that was left out still does.
 *
 * <p>A reason is a key, and behind a blank what decides it, so that a wider scope is applied without asking the server for what
 * stays left out: {@code folder}, {@code too-large 73400320}, {@code before 2024-03-01} (the message's day), {@code sender
 * shop.example} (what excludes it), {@code stranger a@b.example c@d.example} (whom of its people one would have to know).
 */
final class Selection {
    private static final String FOLDER = "folder";
    private static final String TOO_LARGE = "too-large";
    private static final String BEFORE = "before";
    private static final String SENDER = "sender";
    private static final String ERASED = "erased";
    private static final String STRANGER = "stranger";
    /** Of a mail to very many so many are enough to know it by. */
    private static final int PEOPLE = 12;
    /** A command line that any server takes. */
    private static final int AT_ONCE = 800;

    private final Scope scope;
    private final Set<String> excluded;
    private final boolean folderLeftOut;
    private final boolean knownOnly;
    private final KnownPeople people;
    private final ZoneId zone;

    /**
     * Makes the selection for a folder.
     *
     * @param scope the account's scope
     * @param folder full name of the folder
     * @param role its role: what the user wrote himself is fetched whoever it is for
     * @param people who is known
     * @param zone where the user's days begin
     */
    Selection(Scope scope, String folder, FolderRole role, KnownPeople people, ZoneId zone) {
        this.scope = scope;
        this.knownOnly = scope.knownOnly() && role != FolderRole.SENT && role != FolderRole.DRAFTS;
        this.people = people;
        this.excluded = Set.copyOf(scope.excluded());
        this.folderLeftOut = scope.leftOut().contains(folder);
        this.zone = zone;
    }

    /** Whether a folder is looked at at all: those of other people only where the user wants it. */
    static boolean follows(Scope scope, Listed folder) {
        return folder.selectable() && (folder.role() != FolderRole.SHARED || scope.shared().contains(folder.name()));
    }

    /** {@return whether nothing of this folder is fetched} */
    boolean leavesAllOut() {
        return folderLeftOut;
    }

    /** {@return whether only the headers of messages are fetched} */
    boolean headersOnly() {
        return scope.headersOnly();
    }

    /** {@return whether messages that were left out for these reasons all stay so} */
    boolean stand(Collection<String> reasons) {
        if (knownOnly) {
            people.learn(reasons.stream().filter(reason -> reason.startsWith(STRANGER + " "))
                    .flatMap(reason -> addresses(reason.substring(STRANGER.length() + 1)).stream()).toList());
        }
        return reasons.stream().allMatch(this::stands);
    }

    /** Whether a message that was left out for a reason stays so. One whose reason is not understood is looked at again. */
    boolean stands(String reason) {
        int gap = reason.indexOf(' ');
        String key = gap < 0 ? reason : reason.substring(0, gap);
        String detail = gap < 0 ? "" : reason.substring(gap + 1);
        LocalDate since = scope.since();
        try {
            return folderLeftOut || switch (key) {
                case TOO_LARGE -> Long.parseLong(detail) > scope.largest();
                case BEFORE -> since != null && LocalDate.parse(detail).isBefore(since);
                case SENDER -> excluded.contains(detail);
                case ERASED -> true;
                case STRANGER -> knownOnly && !people.anyOf(addresses(detail));
                default -> false;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    /**
     * Finds which messages are to be left out. The server is asked only for what the scope depends on, never for a body.
     *
     * @param connection where the folder is open
     * @param sizes sizes in bytes by UID
     * @return reasons by UID; messages that are to be fetched are not in it
     */
    Map<Long, String> leftOut(ImapConnection connection, Map<Long, Long> sizes) {
        Map<Long, String> reasons = new TreeMap<>();
        List<Long> open = new ArrayList<>();
        sizes.forEach((uid, size) -> {
            if (folderLeftOut) {
                reasons.put(uid, FOLDER);
            } else if (size > scope.largest()) {
                reasons.put(uid, TOO_LARGE + " " + size);
            } else {
                open.add(uid);
            }
        });
        String items = (scope.since() == null ? "" : " INTERNALDATE")
                + (excluded.isEmpty() && !knownOnly ? "" : " ENVELOPE");
        for (int at = 0; !items.isEmpty() && at < open.size(); at += AT_ONCE) {
            long[] uids = open.subList(at, Math.min(open.size(), at + AT_ONCE)).stream().mapToLong(Long::longValue)
                    .toArray();
            Map<Long, List<String>> strangers = new TreeMap<>();
            connection.fetch(connection.set(uids), "UID" + items, "", message -> {
                String reason = reason(message);
                if (reason != null && sizes.containsKey(message.uid())) {
                    reasons.put(message.uid(), reason);
                } else if (knownOnly && sizes.containsKey(message.uid())) {
                    strangers.put(message.uid(), people(message));
                }
            });
            people.learn(strangers.values().stream().flatMap(List::stream).toList());
            strangers.forEach((uid, addresses) -> {
                if (addresses.stream().noneMatch(people::isOwn) && !people.anyOf(addresses)) {
                    reasons.put(uid, (STRANGER + " " + String.join(" ", addresses)).strip());
                }
            });
        }
        return reasons;
    }

    private @Nullable String reason(Fetched message) {
        LocalDate since = scope.since();
        Instant received = message.received();
        LocalDate day = received == null ? null : received.atZone(zone).toLocalDate();
        if (since != null && day != null && day.isBefore(since)) {
            return BEFORE + " " + day;
        }
        return message.senders().stream().flatMap(sender -> rule(EmailAddress.of(sender)).stream()).findFirst()
                .map(rule -> SENDER + " " + rule).orElse(null);
    }

    /** The people of a message: its senders, and others where it is not the user's own. */
    private List<String> people(Fetched message) {
        List<String> senders = normal(message.senders());
        return senders.stream().anyMatch(people::isOwn)
                ? senders
                : Stream.concat(senders.stream(),
                        normal(message.recipients()).stream().filter(one -> !people.isOwn(one)))
                        .distinct().limit(PEOPLE).toList();
    }

    private static List<String> normal(List<String> addresses) {
        return addresses.stream().map(address -> EmailAddress.of(address).normal())
                .filter(address -> address.indexOf(' ') < 0).toList();
    }

    private static List<String> addresses(String detail) {
        return detail.isEmpty() ? List.of() : List.of(detail.split(" ", -1));
    }

    /** The excluded address, or the excluded domain, by which mail of a sender is left out. */
    private Optional<String> rule(EmailAddress sender) {
        if (excluded.contains(sender.normal())) {
            return Optional.of(sender.normal());
        }
        String domain = sender.domain();
        while (!domain.isEmpty() && !excluded.contains(domain)) {
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    }
}
