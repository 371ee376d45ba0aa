package app.kith.ui.start;

import app.kith.ui.look.Controls;
import app.kith.ui.start.FetchModel.FolderChoice;
import app.kith.ui.start.FirstFetchModel.Reach;
import app.kith.words.Words;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The third step of a new mailbox: which folders, and how far back. One Enter takes what is proposed. */
final class FirstFetchView extends VBox {
    private static final double FOLDERS_HEIGHT = 220;

    private final AccountModel model;
    private final Words words;
    private final Button start;

    FirstFetchView(AccountModel model, Words words) {
        this.model = model;
        this.words = words;
        setSpacing(12);
        start = Controls.button(words.get("screen.first.start"), model::start, "accent");
        start.setDefaultButton(true);
        start.disableProperty().bind(model.busyProperty());
        Button back = Controls.button(words.get("screen.first.back"), model::back);
        back.setCancelButton(true);
        getChildren().addAll(Controls.label(words.get("screen.first.title"), "form-title"),
                Controls.paragraph(words.count("screen.first.on-server", model.first().messages(),
                        model.emailProperty().get()), "muted"),
                reaches(), Controls.label(words.get("screen.fetch.folders"), "field-name"), folders(),
                Controls.paragraph(words.get("screen.first.note"), "muted"), Controls.row(8, start, back));
    }

    private Node reaches() {
        VBox all = Controls.column(6);
        ToggleGroup group = new ToggleGroup();
        for (Reach each : Reach.values()) {
            RadioButton button = new RadioButton(
                    words.get("screen.first.reach." + each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            button.setToggleGroup(group);
            button.setSelected(model.first().reachProperty().get() == each);
            button.selectedProperty().addListener((_, _, selected) -> {
                if (selected) {
                    model.first().reachProperty().set(each);
                }
            });
            all.getChildren().add(button);
        }
        return all;
    }

    private Node folders() {
        VBox all = Controls.column(6);
        model.fetch().folders().forEach(each -> all.getChildren().add(folder(each)));
        if (all.getChildren().isEmpty()) {
            return Controls.paragraph(words.get("screen.fetch.folders-later"), "muted");
        }
        ScrollPane scrolled = new ScrollPane(all);
        scrolled.setFitToWidth(true);
        scrolled.setMaxHeight(FOLDERS_HEIGHT);
        return scrolled;
    }

    private Node folder(FolderChoice folder) {
        CheckBox box = new CheckBox(folder.shared()
                ? words.get("screen.fetch.shared", folder.path())
                : folder.path());
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(folder.fetched());
        Label count = Controls.label(folder.messages() < 0 ? "" : words.count("screen.first.mails", folder.messages()),
                "muted");
        return Controls.row(8, box, Controls.spring(), count);
    }

    /** Goes to the button that takes what is proposed. */
    void begin() {
        start.requestFocus();
    }
}
