package app.kith.ui.mail;

import app.kith.store.Conversations.MessageRow;
import app.kith.ui.look.Controls;
import app.kith.ui.look.DayItems;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What else can be done with a message. */
final class MessageMenu extends MenuButton {
    private final MessageRow message;
    private final Surroundings around;

    MessageMenu(MessageRow message, LetterView view, Surroundings around) {
        this.message = message;
        this.around = around;
        Words words = around.words();
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setGraphic(Controls.icon("fth-more-horizontal"));
        setAccessibleText(words.get("screen.message.more"));
        CheckMenuItem asSent = new CheckMenuItem(words.get("screen.message.as-sent"));
        asSent.selectedProperty().bindBidirectional(view.asSentProperty());
        getItems().addAll(pin(), remind(), asSent, new ReadAsMenu(message, view.letter(), around),
                item("screen.message.copy", () -> around.outside().copy(view.letter().mail().text())),
                item("screen.message.print",
                        () -> Printing.print(List.of(new Printing.Printed(message, view.letter())), around)),
                item("screen.message.save", this::save), item("screen.message.source", this::source));
    }

    /** Whether the mail is pinned is looked up when the menu opens; mail with nobody who is a customer cannot be. */
    private CheckMenuItem pin() {
        CheckMenuItem pin = new CheckMenuItem(around.words().get("screen.message.pin"));
        setOnShowing(_ -> {
            pin.setDisable(around.model().contact() == 0);
            around.model().acts().pinned(message.id(), pin::setSelected, around::fail);
        });
        pin.setOnAction(_ -> {
            boolean on = pin.isSelected();
            around.model().acts().pin(message.id(), on ? around.model().contact() : 0, _ -> around.outside()
                    .say(around.words().get(on ? "screen.message.is-pinned" : "screen.message.is-unpinned")),
                    around::fail);
        });
        return pin;
    }

    /** The days on which the mail can be seen again. */
    private Menu remind() {
        Menu days = new Menu(around.words().get("follow.remind"));
        days.getItems().setAll(DayItems.of(around.words(), around.dates().today(), this::hide,
                day -> around.model().remind(message.id(), day)));
        return days;
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(around.words().get(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void save() {
        around.outside().file(MailName.of(message.subject(), around.words()))
                .ifPresent(file -> around.model().source(message.id(),
                        UnaryOperator.identity(),
                        raw -> around.background().run("save-message-" + message.id(), () -> Saving.as(file, raw),
                                saved -> around.outside()
                                        .say(around.words().get("screen.saved", String.valueOf(saved.getFileName()))),
                                around::fail),
                        around::fail));
    }

    private void source() {
        around.model().source(message.id(), SourceView::lines,
                lines -> around.outside().show(around.words().get("screen.message.source"),
                        new SourceView(lines, around.outside()::copy, around.words())),
                around::fail);
    }
}
