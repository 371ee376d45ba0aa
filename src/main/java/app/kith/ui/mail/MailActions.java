package app.kith.ui.mail;

import app.kith.store.Conversations.MessageRow;
import app.kith.sync.OperationQueue.Entered;
import app.kith.ui.look.Controls;
import app.kith.ui.mail.MailActs.Kind;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.KithException;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The row of what can be done to a mail, and its keys: E archive, Delete, S flag, U unread. */
final class MailActions extends HBox {
    private final Surroundings around;
    private final Button flag = Controls.iconButton("fth-flag", "", this::flag);
    private final Button read = Controls.iconButton("fth-mail", "", this::turnRead);
    private MessageRow message;

    MailActions(MessageRow message, Surroundings around) {
        super(2);
        this.message = message;
        this.around = around;
        getStyleClass().add("mail-actions");
        getChildren().addAll(button("fth-archive", "screen.act.archive", () -> put(Kind.ARCHIVE)),
                button("fth-trash-2", "screen.act.delete", () -> put(Kind.DELETE)), flag, read, goals());
        show(message);
    }

    /** Shows the same message in a newer state. */
    void show(MessageRow now) {
        message = now;
        say(flag, now.flagged() ? "screen.act.unflag" : "screen.act.flag");
        say(read, now.unread() ? "screen.act.read" : "screen.act.unread");
        flag.getStyleClass().remove("flagged");
        if (now.flagged()) {
            flag.getStyleClass().add("flagged");
        }
        setVisible(!now.gone());
        setManaged(!now.gone());
    }

    private void say(Button button, String key) {
        String said = around.words().get(key);
        button.setTooltip(new Tooltip(said));
        button.setAccessibleText(said);
    }

    private Button button(String icon, String key, Runnable act) {
        return Controls.iconButton(icon, around.words().get(key), act);
    }

    private MailActs acts() {
        return around.model().acts();
    }

    /** The folders are asked for when the menu opens. */
    private MenuButton goals() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setGraphic(Controls.icon("fth-folder"));
        menu.setAccessibleText(around.words().get("screen.act.move"));
        menu.setTooltip(new Tooltip(around.words().get("screen.act.move")));
        MenuItem junk = new MenuItem(around.words().get("screen.act.junk"));
        junk.setOnAction(_ -> put(Kind.JUNK));
        MenuItem notJunk = new MenuItem(around.words().get("screen.act.not-junk"));
        notJunk.setOnAction(_ -> put(Kind.NOT_JUNK));
        menu.getItems().addAll(junk, notJunk);
        menu.setOnShowing(_ -> acts().goals(message.id(), paths -> fill(menu, paths), around::fail));
        return menu;
    }

    private void fill(MenuButton menu, List<String> paths) {
        List<MenuItem> always = List.copyOf(menu.getItems().subList(menu.getItems().size() - 2,
                menu.getItems().size()));
        menu.getItems().setAll(paths.stream().map(path -> {
            MenuItem item = new MenuItem(path);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> acts().move(message.id(), path,
                    entered -> offerUndo(around.words().get("screen.act.moved", path), entered), around::fail));
            return item;
        }).toList());
        menu.getItems().addAll(always);
    }

    private void put(Kind kind) {
        acts().put(kind, message.id(), entered -> offerUndo(around.words()
                .get("screen.act.done-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')), entered),
                around::fail);
    }

    private void offerUndo(String said, Entered entered) {
        if (entered.operations().isEmpty()) {
            around.outside().say(around.words().get("screen.act.nothing"));
        } else {
            around.outside().offer(said, around.words().get("screen.undo"),
                    () -> acts().undo(entered, (KithException e) -> around.fail(e)));
        }
    }

    private void flag() {
        acts().flag(message, around::fail);
    }

    private void turnRead() {
        acts().read(message, message.unread(), around::fail);
    }

    /**
     * Does what a key stands for, where no text is being written.
     *
     * @param event the key; consumed if it was used
     */
    void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (!plain || message.gone() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        KeyCode code = event.getCode();
        Runnable act = switch (code) {
            case E -> () -> put(Kind.ARCHIVE);
            case DELETE -> () -> put(Kind.DELETE);
            case S -> this::flag;
            case U -> this::turnRead;
            default -> null;
        };
        if (act != null) {
            event.consume();
            act.run();
        }
    }
}
