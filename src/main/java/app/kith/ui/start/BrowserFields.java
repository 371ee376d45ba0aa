package app.kith.ui.start;

import app.kith.account.OAuth;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The part of the mailbox's form for signing in through the browser: which host will ask, under what registration, and the waiting. */
final class BrowserFields extends VBox {
    private final BrowserModel model;
    private final Words words;

    BrowserFields(BrowserModel model, Words words) {
        this.model = model;
        this.words = words;
        setSpacing(8);
        CheckBox wanted = new CheckBox(words.get("screen.browser.wanted"));
        wanted.selectedProperty().bindBidirectional(model.wantedProperty());
        Label host = Controls.paragraph("", "muted");
        Node client = client();
        Node waiting = waiting();
        getChildren().addAll(wanted, host, client, waiting);
        BooleanBinding offered = Bindings.isNotNull(model.placesProperty());
        Controls.showWhen(this, offered);
        Controls.showWhen(host, model.wantedProperty());
        Controls.showWhen(waiting, model.waitingProperty().isNotEmpty());
        model.placesProperty().when(Controls.attached(this)).subscribe(places -> {
            host.setText(places == null ? "" : words.get("screen.browser.host", model.host()));
            wanted.setDisable(!model.takesPassword() && model.wantedProperty().get());
        });
        client.visibleProperty().bind(Bindings.createBooleanBinding(() -> asksForClient(model.placesProperty().get()),
                model.placesProperty(), model.wantedProperty()));
        client.managedProperty().bind(client.visibleProperty());
    }

    private boolean asksForClient(@Nullable OAuth places) {
        return places != null && places.clientId() == null && model.wantedProperty().get();
    }

    private Node client() {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(model.clientProperty());
        field.setAccessibleText(words.get("screen.browser.client"));
        Label label = Controls.label(words.get("screen.browser.client"), "field-name");
        label.setLabelFor(field);
        return Controls.column(4, label, field, Controls.paragraph(words.get("screen.browser.client-text"), "muted"));
    }

    private Node waiting() {
        return Controls.row(8, Controls.paragraph(words.get("screen.browser.waiting")), Controls.spring(),
                Controls.button(words.get("screen.browser.again"), model::openAgain, "flat"),
                Controls.button(words.get("screen.browser.stop"), model::cancel));
    }
}
