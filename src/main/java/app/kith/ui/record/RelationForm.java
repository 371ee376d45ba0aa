package app.kith.ui.record;

import app.kith.contact.Property;
import app.kith.contact.Relation;
import app.kith.contact.Value;
import app.kith.store.Customers.CustomerRow;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A relation being entered: which, and to whom. Customers are named while a name is typed; a name that is none of them will do too. */
public final class RelationForm extends VBox {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final long contact;
    private final Function<String, List<CustomerRow>> people;
    private final Background background;
    private final Consumer<Value> keep;
    private final Runnable end;
    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private final ContextMenu offered = new ContextMenu();
    private @Nullable CustomerRow chosen;

    /**
     * Makes the form.
     *
     * @param contact number of the customer whose relation it is
     * @param people finds customers by what is typed; blocks
     * @param background where work is done
     * @param words the language
     * @param keep takes the value
     * @param end puts the form away
     */
    public RelationForm(long contact, Function<String, List<CustomerRow>> people, Background background, Words words,
            Consumer<Value> keep, Runnable end) {
        super(4);
        this.contact = contact;
        this.people = people;
        this.background = background;
        this.keep = keep;
        this.end = end;
        getStyleClass().addAll("fact-form", "relation-form");
        kind.getItems().setAll(Relation.KINDS);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String one) {
                return one == null ? "" : FactKind.relation(words, one);
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        kind.setValue(Relation.KINDS.getFirst());
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText(words.get("list.relation.kind"));
        name.setAccessibleText(words.get("list.relation.name"));
        name.setPromptText(words.get("list.relation.name"));
        name.textProperty().subscribe(text -> {
            if (chosen == null || !chosen.name().equals(text)) {
                chosen = null;
                background.later(PAUSE, this, this::look);
            }
        });
        name.setOnAction(_ -> done());
        getChildren().addAll(kind, name, Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), end, "small"),
                Controls.button(words.get("record.keep"), this::done, "accent", "small")));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end.run();
                event.consume();
            }
        });
    }

    private void look() {
        String typed = name.getText().strip();
        if (typed.isEmpty() || chosen != null) {
            offered.hide();
            return;
        }
        background.run("relation-people", () -> people.apply(typed), this::offer, _ -> {});
    }

    private void offer(List<CustomerRow> rows) {
        offered.getItems().clear();
        for (CustomerRow row : rows) {
            if (row.id() != contact) {
                MenuItem item = new MenuItem(row.company().isEmpty() ? row.name() : row.name() + " · " + row.company());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> choose(row));
                offered.getItems().add(item);
            }
        }
        if (offered.getItems().isEmpty() || name.getScene() == null || name.getScene().getWindow() == null) {
            offered.hide();
        } else {
            offered.show(name, Side.BOTTOM, 0, 0);
        }
    }

    /** {@return who is offered, for tests that have no window to show them in} */
    List<MenuItem> offered() {
        return List.copyOf(offered.getItems());
    }

    private void choose(CustomerRow row) {
        chosen = row;
        name.setText(row.name());
        name.end();
    }

    private void done() {
        String typed = name.getText().strip();
        CustomerRow row = chosen;
        if (row != null) {
            keep.accept(Relation.to(kind.getValue(), row.name(), row.id()));
        } else if (!typed.isEmpty()) {
            keep.accept(Value.of(Property.RELATION, kind.getValue(), typed));
        }
        end.run();
    }

    /** Goes to the name. */
    public void begin() {
        name.requestFocus();
    }
}
