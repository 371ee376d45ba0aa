package app.kith.ui.compose;

import app.kith.contact.EmailAddress;
import app.kith.mail.Mailbox;
import app.kith.store.Correspondents.Correspondent;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Proposals;
import app.kith.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Recipients as tokens, with a place to type more; who may be meant is proposed below. */
final class AddressField extends FlowPane {
    private final ObservableList<Mailbox> people;
    private final ComposeModel model;
    private final Words words;
    private final TextField field = new TextField();
    private final Proposals<Correspondent> proposals;

    AddressField(ObservableList<Mailbox> people, ComposeModel model, Words words, String name) {
        super(4, 4);
        this.people = people;
        this.model = model;
        this.words = words;
        this.proposals = new Proposals<>(field,
                new Proposals.Face<>(380, 44, AddressField::face, who -> name(who) + ", " + below(who)), this::take);
        getStyleClass().add("address-field");
        field.getStyleClass().add("bare-field");
        field.setAccessibleText(name);
        field.setPrefColumnCount(10);
        setPrefWrapLength(560);
        field.textProperty().addListener((_, _, typed) -> typed(typed));
        field.focusedProperty().addListener((_, _, focused) -> {
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-inside"), focused);
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        setOnMousePressed(_ -> field.requestFocus());
        people.addListener((ListChangeListener<Mailbox>) _ -> show());
        show();
    }

    private void show() {
        List<Node> now = new java.util.ArrayList<>(people.stream().map(this::token).toList());
        now.add(field);
        boolean typing = field.isFocused();
        getChildren().setAll(now);
        if (typing) {
            field.requestFocus();
        }
    }

    private Node token(Mailbox box) {
        boolean good = EmailAddress.of(box.address()).isComplete();
        String shown = box.name().isBlank() ? box.address() : box.name();
        var label = Controls.label(shown, "token-name");
        label.setMaxWidth(240);
        label.setTooltip(new Tooltip(good ? box.address() : words.get("write.check.no-address", box.address())));
        Button remove = Controls.iconButton("fth-x", words.get("write.remove-what", shown), () -> people.remove(box));
        remove.getStyleClass().add("token-remove");
        HBox token = Controls.row(0, label, remove);
        token.getStyleClass().add("token");
        if (!good) {
            token.getStyleClass().add("bad");
            token.getChildren().addFirst(Controls.icon("fth-alert-triangle"));
        }
        token.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                people.remove(box);
                field.setText(box.name().isBlank() ? box.address() : box.name() + " <" + box.address() + ">");
                field.requestFocus();
            }
        });
        return token;
    }

    private void typed(String typed) {
        if (typed.indexOf(';') >= 0 || typed.indexOf('；') >= 0 || typed.indexOf('，') >= 0 || endsAddress(typed)) {
            commit();
        } else if (typed.isBlank()) {
            proposals.hide();
        } else {
            model.complete(typed, found -> {
                if (field.getText().equals(typed)) {
                    proposals.show(found);
                }
            });
        }
    }

    /** A comma ends an address; behind a name alone it may be part of it. */
    private static boolean endsAddress(String typed) {
        return typed.endsWith(",") && typed.indexOf('@') > 0 || typed.indexOf('\n') >= 0;
    }

    private void press(KeyEvent event) {
        if (proposals.press(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !field.getText().isBlank()) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty() && !people.isEmpty()) {
            people.removeLast();
            event.consume();
        }
    }

    private static String name(Correspondent who) {
        return who.name().isBlank() ? who.email() : who.name();
    }

    private static String below(Correspondent who) {
        return who.company().isBlank() ? who.email() : who.email() + " · " + who.company();
    }

    /** Name and address, and the company of a customer. */
    private static Node face(Correspondent who) {
        return Controls.row(8, Controls.avatar(name(who), "small"),
                Controls.column(0, Controls.label(name(who), "row-strong"), Controls.label(below(who), "muted")));
    }

    private void take(Correspondent who) {
        field.clear();
        model.accept(people, who.name().isBlank()
                ? who.email()
                : '"' + who.name().replace("\"", "") + "\" <"
                        + who.email() + ">");
    }

    /** Makes tokens of what was typed. */
    void commit() {
        proposals.hide();
        String typed = field.getText();
        if (!typed.isBlank()) {
            field.clear();
            model.accept(people, typed);
        }
    }

    /** Goes to where one types. */
    void begin() {
        field.requestFocus();
    }
}
