package app.kith.store;

import app.kith.support.ServerState;
import app.kith.support.ServerState.FolderState;
import app.kith.support.ServerState.MessageState;
import app.kith.support.TestDesk;
import app.kith.vault.Vault;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a closed data folder holds of the first account's folders, in the shape in which the server's state is read. */
public final class LocalState {
    private LocalState() {}

    public static ServerState of(Path home) {
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), app.kith.vault.KeyRing.none());
        Map<String, FolderState> folders = new TreeMap<>();
        try (Store store = Store.open(home, vault.password("store"))) {
            for (SyncView.FolderRow folder : new SyncView(store).folders(1)) {
                if (folder.selectable()) {
                    folders.put(folder.key().path(),
                            new FolderState(folder.cursor().uidValidity(), messages(store, folder)));
                }
            }
        }
        return new ServerState(folders);
    }

    private static Map<Long, MessageState> messages(Store store, SyncView.FolderRow folder) {
        Map<Long, MessageState> messages = new TreeMap<>();
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT p.place, p.flags, p.keywords, m.digest FROM placement p JOIN message m ON m.id = p.message_id
                WHERE p.place BETWEEN ? AND ?""").bind(0, PlacementTable.place(folder.id(), 0))
                .bind(1, PlacementTable.place(folder.id(), 0xFFFF_FFFFL))
                .map((row, _) -> messages.put(PlacementTable.uidOf(row.getLong(1)),
                        new MessageState(new HashSet<>(PlacementTable.flags(row.getInt(2), row.getString(3)).words()),
                                HexFormat.of().formatHex(row.getBytes(4)))))
                .list());
        return messages;
    }
}
