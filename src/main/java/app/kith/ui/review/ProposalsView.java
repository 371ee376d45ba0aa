package app.kith.ui.review;

import app.kith.assist.Proposals.About;
import app.kith.assist.Threshold;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView.Waiting;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What mail proposes: a list, and beside it the proposal that is looked at with its proof. M accepts, N refuses, L puts off, J and K
 * go on and back, A accepts all that are shown, after a look.
 */
public final class ProposalsView extends BorderPane {
    private static final double NARROWEST = 200;
    private static final double ROW = 64;
    private static final int SAMPLE = 8;

    private final ProposalsModel model;
    private final ProposalWords say;
    private final Words words;
    private final LongConsumer mail;
    private final ListView<Waiting> list = new ListView<>();
    private final VBox card = Controls.column(0);
    private final ScrollPane scroll = new ScrollPane(card);
    private final VBox preview = Controls.column(0);
    private boolean showing;

    /**
     * Makes the view.
     *
     * @param model what waits
     * @param words the language
     * @param dates writes dates
     * @param mail opens a conversation
     */
    public ProposalsView(ProposalsModel model, Words words, Dates dates, LongConsumer mail) {
        this.model = model;
        this.words = words;
        this.say = new ProposalWords(words, dates);
        this.mail = mail;
        getStyleClass().addAll("page", "proposals-page");
        preview.getStyleClass().add("review-preview");
        Controls.showWhen(preview, Bindings.isNotEmpty(preview.getChildren()));
        list.getStyleClass().add("row-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(words.get("review.tab.mail"));
        list.setCellFactory(_ -> new ProposalCell(say));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (!showing && now != null) {
                model.selectedProperty().set(now);
            }
        });
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        SplitPane panes = new SplitPane(list, scroll);
        panes.getStyleClass().add("panes");
        panes.setDividerPositions(0.42);
        setTop(Controls.column(0, head(), preview));
        setCenter(new StackPane(panes, none()));
        setBottom(acts());
        setFocusTraversable(true);
        Controls.showWhen(panes, model.itemsProperty().map(items -> !items.isEmpty()));
        model.itemsProperty().when(Controls.attached(this)).subscribe(this::show);
        model.selectedProperty().when(Controls.attached(this)).subscribe(this::select);
        model.aboutProperty().when(Controls.attached(this)).subscribe(this::look);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Goes to the list, for the keys. */
    void begin() {
        Controls.begin(list);
    }

    private Node head() {
        FlowPane kinds = new FlowPane(8, 4);
        ToggleGroup group = new ToggleGroup();
        for (ProposalKind kind : List.of(ProposalKind.PERSON, ProposalKind.FACT, ProposalKind.MOVED,
                ProposalKind.BOUNCE, ProposalKind.ROLE)) {
            kinds.getChildren().add(chip(kind, group));
        }
        Button all = Controls.button("", this::askAll);
        all.textProperty().bind(Bindings.createStringBinding(
                () -> words.count("review.mail.accept-all", model.itemsProperty().get().size()),
                model.itemsProperty()));
        all.setMinWidth(USE_PREF_SIZE);
        Controls.showWhen(all, model.itemsProperty().map(items -> items.size() > 1));
        // As high as it needs to be in the width it is given.
        kinds.prefWrapLengthProperty().bind(Bindings.max(NARROWEST, kinds.widthProperty()));
        kinds.setMinWidth(0);
        HBox.setHgrow(kinds, Priority.ALWAYS);
        HBox row = Controls.row(12, kinds, unasked(), all);
        row.getStyleClass().add("review-head");
        return row;
    }

    /** What of the kind that is shown is accepted without a question. */
    private Node unasked() {
        MenuButton choice = new MenuButton();
        choice.getStyleClass().addAll("flat", "interval-menu");
        choice.setMinWidth(USE_PREF_SIZE);
        for (Threshold threshold : Threshold.values()) {
            MenuItem item = new MenuItem(words.get("review.mail.threshold-" + word(threshold)));
            item.setOnAction(_ -> model.acceptUnasked(threshold));
            choice.getItems().add(item);
        }
        choice.textProperty().bind(Bindings.createStringBinding(() -> {
            Threshold now = model.thresholdsProperty().get().get(model.kindProperty().get());
            return now == null ? "" : words.get("review.mail.unasked-" + word(now));
        }, model.thresholdsProperty(), model.kindProperty()));
        return choice;
    }

    private static String word(Threshold threshold) {
        return threshold.name().toLowerCase(Locale.ROOT);
    }

    private Node chip(ProposalKind kind, ToggleGroup group) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("filter-chip");
        chip.setMnemonicParsing(false);
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> {
            model.kindProperty().set(kind);
            chip.setSelected(true);
        });
        model.kindProperty().when(Controls.attached(this)).subscribe(now -> {
            if (now == kind) {
                chip.setSelected(true);
            }
        });
        model.countsProperty().when(Controls.attached(this)).subscribe(counts -> chip.setText(name(kind, counts)));
        return chip;
    }

    private String name(ProposalKind kind, Map<ProposalKind, Integer> counts) {
        return words.get("review.mail.kind." + kind.name().toLowerCase(Locale.ROOT), counts.getOrDefault(kind, 0));
    }

    private Node none() {
        VBox none = Controls.empty("fth-check-circle", words.get("review.mail.none"),
                words.get("review.mail.none-text"));
        Controls.showWhen(none, model.itemsProperty().map(List::isEmpty));
        return none;
    }

    private Node acts() {
        return Foot.of(this, model.itemsProperty().map(items -> !items.isEmpty()), words.get("review.mail.keys"),
                Controls.button(words.get("review.mail.accept"), model::accept, "accent"),
                Controls.button(words.get("review.mail.refuse"), model::refuse),
                Controls.button(words.get("review.later"), model::later));
    }

    private void show(List<Waiting> items) {
        showing = true;
        list.getItems().setAll(items);
        showing = false;
        preview.getChildren().clear();
        select(model.selectedProperty().get());
    }

    private void select(@Nullable Waiting now) {
        showing = true;
        if (now == null) {
            list.getSelectionModel().clearSelection();
        } else if (!now.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(now);
            int at = list.getSelectionModel().getSelectedIndex();
            if (at > 0) {
                list.scrollTo(Math.max(0, at - 3));
            }
        }
        showing = false;
    }

    private void look(@Nullable About about) {
        card.getChildren().clear();
        if (about != null) {
            card.getChildren().add(new ProposalCard(about, say, new ProposalCard.Acts(mail, model::addTo)));
        }
        scroll.setVvalue(0);
    }

    /** What would be accepted, with some of it by name, before it is done. */
    private void askAll() {
        List<Waiting> items = model.itemsProperty().get();
        if (items.size() < 2) {
            return;
        }
        VBox sheet = Controls.column(8, Controls.paragraph(words.count("review.mail.all-text", items.size())));
        items.stream().limit(SAMPLE).forEach(one -> sheet.getChildren()
                .add(Controls.paragraph(say.who(one) + " · " + say.what(one), "muted")));
        if (items.size() > SAMPLE) {
            sheet.getChildren().add(Controls.paragraph(words.get("review.mail.and-more", items.size() - SAMPLE),
                    "muted"));
        }
        Button yes = Controls.button(words.count("review.mail.accept-all", items.size()), () -> {
            preview.getChildren().clear();
            model.acceptAll();
        }, "accent");
        sheet.getChildren().add(Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), preview.getChildren()::clear), yes));
        sheet.getStyleClass().add("card");
        preview.getChildren().setAll(sheet);
        yes.requestFocus();
    }

    private void key(KeyEvent event) {
        boolean none = model.itemsProperty().get().isEmpty();
        boolean asking = !preview.getChildren().isEmpty();
        if (event.isShortcutDown() || event.isAltDown() || none) {
            return;
        }
        boolean used = true;
        if (asking) {
            used = event.getCode() == KeyCode.ESCAPE;
            if (used) {
                preview.getChildren().clear();
            }
        } else {
            switch (event.getCode()) {
                case M -> model.accept();
                case N -> model.refuse();
                case L -> model.later();
                case J -> model.go(1);
                case K -> model.go(-1);
                case A -> askAll();
                default -> used = false;
            }
        }
        if (used) {
            event.consume();
        }
    }
}
