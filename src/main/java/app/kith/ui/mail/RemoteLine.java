package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.ui.mail.Letter.Remote;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;

/** Says that pictures lie on servers, and has them loaded at the user's word: once, or always for the sender. */
final class RemoteLine extends HBox {
    private final Letter letter;
    private final Surroundings around;
    private final Consumer<Letter> show;
    private boolean shown;
    private boolean always;

    /**
     * Makes the line.
     *
     * @param letter the message
     * @param around what the card needs
     * @param show shows the body with or without those pictures
     */
    RemoteLine(Letter letter, Surroundings around, Consumer<Letter> show) {
        super(8);
        this.letter = letter;
        this.around = around;
        this.show = show;
        this.shown = letter.remote().shown();
        this.always = letter.rule().pictures();
        getStyleClass().addAll("notice", "remote-line");
        render();
    }

    private void render() {
        Words words = around.words();
        Remote remote = letter.remote();
        var text = Controls.paragraph(shown
                ? words.count("screen.message.remote-shown", remote.loadable())
                : remote.trackers() > 0
                        ? words.count("screen.message.remote-tracking", remote.pictures(), remote.trackers())
                        : words.count("screen.message.remote", remote.pictures()));
        text.setMinWidth(0);
        setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(Controls.icon("fth-image"), text);
        boolean known = !letter.sender().isEmpty();
        if (always) {
            button("screen.message.remote-never", () -> always(false));
        } else if (remote.loadable() > 0) {
            if (!shown) {
                button("screen.message.remote-once", () -> load(true));
            }
            if (known) {
                button("screen.message.remote-always", () -> always(true));
            }
        }
    }

    private void button(String key, Runnable act) {
        var button = Controls.button(around.words().get(key), act, "flat");
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }

    private void load(boolean wanted) {
        around.background().run("pictures-" + System.identityHashCode(this), () -> letter.showing(wanted), made -> {
            shown = wanted;
            show.accept(made);
            render();
        }, around::fail);
    }

    private void always(boolean wanted) {
        around.model().showPictures(letter.sender(), wanted, () -> {
            always = wanted;
            load(wanted);
        }, around::fail);
    }
}
