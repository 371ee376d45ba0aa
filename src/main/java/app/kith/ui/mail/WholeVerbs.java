package app.kith.ui.mail;

import app.kith.change.FolderRole;
import app.kith.desk.ConversationActs.Act;
import app.kith.store.ConversationList.Scope;
import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.look.Outside;
import app.kith.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The acts on whole conversations as menus and keys have them: E archive, Delete, S flag, U unread. */
final class WholeVerbs {
    private final WholeActs acts;
    private final Words words;
    private final Outside outside;
    private final Supplier<Meant> meant;

    /**
     * What the acts are for.
     *
     * @param ids numbers of the conversations
     * @param rows those of them whose rows are there
     * @param scope where the list looks that shows them
     */
    record Meant(List<Long> ids, List<ConversationRow> rows, Scope scope) {
        boolean anyUnread() {
            return rows.size() < ids.size() || rows.stream().anyMatch(row -> row.unread() > 0);
        }

        boolean allFlagged() {
            return rows.size() == ids.size() && rows.stream().allMatch(row -> row.flagged() > 0);
        }
    }

    WholeVerbs(WholeActs acts, Words words, Outside outside, Supplier<Meant> meant) {
        this.acts = acts;
        this.words = words;
        this.outside = outside;
        this.meant = meant;
    }

    Words words() {
        return words;
    }

    Meant meant() {
        return meant.get();
    }

    void archive() {
        act(new Act.Archive());
    }

    void delete() {
        act(new Act.Delete());
    }

    /** Marks them, or takes the mark off where all have it. */
    void flag() {
        act(meant().allFlagged() ? new Act.Unflag() : new Act.Flag());
    }

    /** Marks them as read where any is not; else as unread. */
    void turnRead() {
        act(meant().anyUnread() ? new Act.Read() : new Act.Unread());
    }

    void act(Act act) {
        Meant now = meant();
        acts.act(act, now.ids(), now.scope(), words, outside);
    }

    /**
     * What can be done, for a menu; what it says fits what is meant when it is made.
     *
     * @param keys whether the keys for it work where the menu is; else it says that the whole conversation is meant
     */
    List<MenuItem> items(boolean keys) {
        Meant now = meant();
        List<MenuItem> items = List.of(
                item(now.anyUnread() ? "screen.act.read" : "screen.act.unread", keys ? "U" : "", this::turnRead),
                item(now.allFlagged() ? "screen.act.unflag" : "screen.act.flag", keys ? "S" : "", this::flag),
                item("screen.act.archive", keys ? "E" : "", this::archive),
                item("screen.act.delete", keys ? words.get("mails.key.delete") : "", this::delete));
        items.forEach(item -> item.setDisable(now.ids().isEmpty()));
        return items;
    }

    private MenuItem item(String key, String keys, Runnable act) {
        String name = words.get(key);
        return item(keys.isEmpty() ? words.get("mails.whole", name) : words.get("file.act", name, keys), act);
    }

    /** A menu opens only where it has something in it. */
    void goalsLater(ObservableList<MenuItem> into) {
        into.setAll(disabled(words.get("mails.goals-sought")));
    }

    /** The folders into which they can go, as soon as they are found. */
    void goals(ObservableList<MenuItem> into) {
        Meant now = meant();
        goalsLater(into);
        acts.goals(now.ids(), now.scope(),
                goals -> into.setAll(goals.isEmpty() ? List.of(disabled(words.get("mails.goals-none"))) : items(goals)),
                failure -> into.setAll(disabled(words.sentence(failure))));
    }

    /** Those with a meaning first, in its order, as far as each is the only one. */
    private List<MenuItem> items(Map<String, FolderRole> goals) {
        Stream<Map.Entry<String, FolderRole>> known = FolderNames.ROLES.stream()
                .flatMap(role -> goals.entrySet().stream().filter(goal -> goal.getValue() == role));
        return Stream.concat(known,
                goals.entrySet().stream().filter(goal -> !FolderNames.ROLES.contains(goal.getValue())))
                .map(goal -> item(name(goal.getKey(), goal.getValue(), goals),
                        () -> act(new Act.Move(goal.getKey()))))
                .toList();
    }

    private String name(String path, FolderRole role, Map<String, FolderRole> goals) {
        boolean only = goals.values().stream().filter(other -> other == role).count() == 1;
        return only && FolderNames.ROLES.contains(role) ? FolderNames.role(role, words) : path;
    }

    private static MenuItem disabled(String text) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setDisable(true);
        return item;
    }

    private static MenuItem item(String name, Runnable act) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /**
     * Does what a key stands for, where no text is being written.
     *
     * @param event the key; consumed if it was used
     */
    void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown()
                && !event.isShiftDown();
        if (!plain || event.getTarget() instanceof TextInputControl || meant().ids().isEmpty()) {
            return;
        }
        Runnable act = of(event.getCode());
        if (act != null) {
            event.consume();
            act.run();
        }
    }

    private @Nullable Runnable of(KeyCode code) {
        return switch (code) {
            case E -> this::archive;
            case DELETE -> this::delete;
            case S -> this::flag;
            case U -> this::turnRead;
            default -> null;
        };
    }
}
