package app.kith.ui.body;

import app.kith.words.Words;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The menu over a mail's body. */
final class BodyMenu {
    private final MailBody body;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem copy;
    private final MenuItem copyLink;
    private final MenuItem selectAll;
    private @Nullable Link link;

    BodyMenu(MailBody body, Words words) {
        this.body = body;
        copy = new MenuItem(words.get("body.copy"));
        copy.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
        copy.setOnAction(event -> body.copy());
        copyLink = new MenuItem(words.get("body.copy-link"));
        copyLink.setOnAction(event -> copyLink());
        selectAll = new MenuItem(words.get("body.select-all"));
        selectAll.setAccelerator(KeyCombination.valueOf("Shortcut+A"));
        selectAll.setOnAction(event -> body.selectAll());
    }

    private void copyLink() {
        Link chosen = link;
        if (chosen != null) {
            ClipboardContent content = new ClipboardContent();
            String target = chosen.target();
            content.putString(target.startsWith("mailto:") ? target.substring(7) : target);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void show(ContextMenuEvent event) {
        link = body.selection().linkAt(event.getSceneX(), event.getSceneY());
        menu.getItems().setAll(copy, selectAll);
        if (link != null) {
            menu.getItems().add(1, copyLink);
        }
        copy.setDisable(body.selectedText().isEmpty());
        menu.show(body, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
