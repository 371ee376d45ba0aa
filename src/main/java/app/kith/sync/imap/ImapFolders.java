package app.kith.sync.imap;

import app.kith.change.FolderRole;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.Namespaces;
import org.eclipse.angus.mail.imap.protocol.Namespaces.Namespace;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a server: what there is, and new ones. Where the server tells its namespaces (RFC 2342), the user's own folders are
 * known by their name below the personal prefix, and folders of other people are listed too, but are never taken for the user's own
 * inbox, trash and so on.
 */
final class ImapFolders {
    private final ImapConnection connection;

    ImapFolders(ImapConnection connection) {
        this.connection = connection;
    }

    List<Listed> list() {
        Spaces spaces = spaces();
        Map<String, Listed> folders = new LinkedHashMap<>();
        list("*", spaces, folders);
        for (String prefix : spaces.all()) {
            // Most servers list all that there is; some only what lies below the empty prefix.
            if (folders.keySet().stream().noneMatch(name -> name.startsWith(prefix))) {
                list(prefix + "*", spaces, folders);
            }
        }
        return List.copyOf(folders.values());
    }

    private void list(String pattern, Spaces spaces, Map<String, Listed> folders) {
        boolean roles = connection.has("SPECIAL-USE");
        boolean extended = connection.has("LIST-EXTENDED") || connection.has("LIST-STATUS");
        Argument arguments = new Argument();
        arguments.writeString("");
        connection.mailbox(arguments, pattern);
        if (extended && (roles || connection.has("LIST-STATUS"))) {
            Argument wanted = new Argument();
            if (roles) {
                wanted.writeAtom("SPECIAL-USE");
            }
            if (connection.has("LIST-STATUS")) {
                wanted.writeAtom("STATUS");
                wanted.writeArgument(connection.has("CONDSTORE")
                        ? ImapConnection.list("MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ")
                        : ImapConnection.list("MESSAGES", "UIDNEXT", "UIDVALIDITY"));
            }
            arguments.writeAtom("RETURN");
            arguments.writeArgument(wanted);
        }
        connection.run(connection.has("XLIST") && !roles ? "XLIST" : "LIST", arguments, (response, word) -> {
            if (word.equals("LIST") || word.equals("XLIST")) {
                Listed folder = folder(new ListInfo(response), spaces);
                folders.put(folder.name(), folder);
            } else if (word.equals("STATUS")) {
                Status status = new Status(response);
                folders.computeIfPresent(status.mbox, (_, folder) -> folder.with(new Counts(status.total,
                        status.uidnext, status.uidvalidity, Math.max(0, status.highestmodseq))));
            }
        });
    }

    private static Listed folder(ListInfo info, Spaces spaces) {
        List<String> attributes = info.attrs == null ? List.of() : Arrays.asList(info.attrs);
        boolean noselect = attributes.stream()
                .anyMatch(a -> a.equalsIgnoreCase("\\Noselect") || a.equalsIgnoreCase("\\NonExistent"));
        String name = info.name.equalsIgnoreCase("INBOX") ? "INBOX" : info.name;
        FolderRole role = spaces.isShared(name)
                ? FolderRole.SHARED
                : FolderRoles.of(spaces.ownName(name), info.separator, attributes);
        return new Listed(name, info.separator, role, info.canOpen && !noselect, null);
    }

    private Spaces spaces() {
        Spaces[] found = {Spaces.NONE};
        try {
            if (connection.has("NAMESPACE")) {
                connection.run("NAMESPACE", null, (response, word) -> {
                    if (word.equals("NAMESPACE")) {
                        found[0] = Spaces.of(response);
                    }
                });
            }
        } catch (KithException e) {
            if (e.problem() != Problem.SERVER_REFUSED) {
                throw e;
            }
            // Announced and then refused: the folders are taken as they are listed.
        }
        return found[0];
    }

    long messages(String folder) {
        long[] count = {-1};
        try {
            Argument arguments = new Argument();
            connection.mailbox(arguments, folder);
            arguments.writeArgument(ImapConnection.list("MESSAGES"));
            connection.run("STATUS", arguments, (response, word) -> {
                if (word.equals("STATUS")) {
                    count[0] = new Status(response).total;
                }
            });
        } catch (KithException e) {
            if (e.problem() != Problem.SERVER_REFUSED) {
                throw e;
            }
        }
        return count[0];
    }

    String create(String name) {
        Spaces spaces = spaces();
        char separator = list().stream().map(Listed::separator).filter(c -> c != 0).findFirst().orElse('.');
        // Without a namespace it is found out by trying.
        List<String> paths = spaces.known()
                ? List.of(spaces.prefix() + name)
                : List.of(name, "INBOX" + separator + name);
        KithException refused = null;
        for (String path : paths) {
            try {
                Argument arguments = new Argument();
                connection.mailbox(arguments, path);
                connection.run("CREATE", arguments, (_, _) -> {});
                return path;
            } catch (KithException e) {
                if (e.problem() != Problem.SERVER_REFUSED) {
                    throw e;
                }
                refused = e;
            }
        }
        throw refused == null ? new KithException(Problem.NOT_FOUND, name) : refused;
    }

    /**
     * The namespaces of a server.
     *
     * @param known whether the server told them
     * @param own prefixes of the user's own folders, the first of which new ones get; the empty one among them
     * @param shared prefixes of folders of other people; never empty ones
     */
    private record Spaces(boolean known, Set<String> own, Set<String> shared) {
        private static final Spaces NONE = new Spaces(false, Set.of(), Set.of());

        static Spaces of(IMAPResponse response) throws org.eclipse.angus.mail.iap.ProtocolException {
            Namespaces told = new Namespaces(response);
            Set<String> own = prefixes(told.personal);
            Set<String> shared = new LinkedHashSet<>(prefixes(told.otherUsers));
            shared.addAll(prefixes(told.shared));
            shared.removeAll(own);
            shared.remove("");
            return new Spaces(!own.isEmpty(), own, shared);
        }

        private static Set<String> prefixes(Namespace @Nullable [] namespaces) {
            Set<String> prefixes = new LinkedHashSet<>();
            for (Namespace namespace : namespaces == null ? new Namespace[0] : namespaces) {
                prefixes.add(namespace.prefix);
            }
            return prefixes;
        }

        String prefix() {
            return own.iterator().next();
        }

        /** All prefixes but the empty one. */
        List<String> all() {
            return Stream.concat(own.stream(), shared.stream()).filter(prefix -> !prefix.isEmpty()).toList();
        }

        boolean isShared(String name) {
            return longest(shared, name) > longest(own, name);
        }

        /** The name below the prefix in which the user's own folders lie. */
        String ownName(String name) {
            return name.substring(Math.max(0, longest(own, name)));
        }

        /** Length of the longest prefix that a name has; -1 where it has none. */
        private static int longest(Set<String> prefixes, String name) {
            return prefixes.stream().filter(name::startsWith).mapToInt(String::length).max().orElse(-1);
        }
    }
}
