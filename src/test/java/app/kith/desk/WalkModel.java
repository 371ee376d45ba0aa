package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.support.ServerState;
import app.kith.support.ServerState.FolderState;
import app.kith.support.ServerState.MessageState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be true of a mailbox after a walk: which mails exist, and where it is certain, where each lies and which flags it has.
 * Mails go by the digest of their bytes; no two have the same.
 */
final class WalkModel {
    private final Set<String> alive = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private final Map<String, String> places = new HashMap<>();
    /** Mails that another program moved since everything was told. */
    private final Set<String> movedByOthers = new HashSet<>();
    private boolean foldersChanged;
    private final Map<String, Map<String, Boolean>> flags = new HashMap<>();

    /** A mail is on the server, or will be once everything has been told. */
    void arrived(String digest) {
        if (!removed.contains(digest)) {
            alive.add(digest);
        }
    }

    boolean lives(String digest) {
        return alive.contains(digest);
    }

    int size() {
        return alive.size();
    }

    /** Another program removed a mail for good. */
    void expunged(String digest) {
        removed.add(digest);
        alive.remove(digest);
        places.remove(digest);
        flags.remove(digest);
    }

    /** Another program set or took off a flag; what the user did to the same flag and is not told yet comes after it. */
    void flagged(String digest, String flag, boolean on, boolean userComesAfter) {
        if (!userComesAfter) {
            flags.computeIfAbsent(digest, _ -> new HashMap<>()).put(flag, on);
        }
    }

    /** Another program moved a mail: where it goes when the user moved it too is not foreseen here. */
    void moved(String digest) {
        movedByOthers.add(digest);
    }

    /** Another program did something to a folder. */
    void foldersChanged() {
        foldersChanged = true;
    }

    /** The user did something. */
    void entered(String digest, List<Operation> operations) {
        if (removed.contains(digest)) {
            return; // The desk has not heard of it yet.
        }
        for (Operation operation : operations) {
            Operation.Destination to = operation.to();
            if (to != null) {
                places.put(digest, to.path());
            }
            operation.add().words().forEach(flag -> flagged(digest, flag, true, false));
            operation.remove().words().forEach(flag -> flagged(digest, flag, false, false));
        }
    }

    /** The user took something back, or had it tried again. */
    void forget(String digest) {
        places.remove(digest);
        flags.remove(digest);
    }

    /** Compares with what lies on the server after everything was told. */
    void check(ServerState truth, String where) {
        Map<String, List<String>> found = new HashMap<>();
        for (Map.Entry<String, FolderState> folder : truth.folders().entrySet()) {
            for (MessageState message : folder.getValue().messages().values()) {
                found.computeIfAbsent(message.sha256(), _ -> new ArrayList<>()).add(folder.getKey());
                flags.getOrDefault(message.sha256(), Map.of()).forEach((flag, on) -> assertThat(
                        message.flags().contains(flag)).as("%s: %s in %s", where, flag, folder.getKey()).isEqualTo(on));
            }
        }
        assertThat(found.keySet()).as("%s: mails on the server", where).isEqualTo(alive);
        assertThat(found.values()).as("%s: each once", where).allMatch(folders -> folders.size() == 1);
        places.keySet().removeAll(movedByOthers);
        if (!foldersChanged) {
            places.forEach((digest, path) -> assertThat(found.get(digest)).as("%s: where the user put it", where)
                    .isEqualTo(List.of(path)));
        }
        places.clear();
        movedByOthers.clear();
        foldersChanged = false;
    }

    /** Whether what the user did to a flag waits. */
    static boolean touches(Operation operation, String flag) {
        return operation.state() == Operation.State.WAITING
                && (has(operation.add(), flag) || has(operation.remove(), flag));
    }

    private static boolean has(MessageFlags flags, String flag) {
        return flags.words().contains(flag);
    }
}
