package app.kith.ui.rule;

import app.kith.assist.Firing;
import app.kith.desk.Rules;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.RuleSentence;
import app.kith.rule.Sample;
import app.kith.rule.Since;
import app.kith.rule.Subject;
import app.kith.rule.When;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rules: each with its switch, what it says and what it did; one is written in their place. */
public final class RulesForm extends VBox {
    private final RulesModel model;
    private final Words words;
    private final Dates dates;
    private final RuleCasesView cases;
    private final VBox body = Controls.column(12);
    private final ScrollPane scroll = new ScrollPane(body);
    private final HBox foot = Controls.row(8);
    private final Label about;
    private final VBox summary = Controls.column(0);
    private final Button close;
    private @Nullable RuleEditor editor;
    private long opened;

    /**
     * Makes the form; it reads the rules.
     *
     * @param model the rules
     * @param words the language
     * @param dates how times are written
     * @param close closes the form
     */
    public RulesForm(RulesModel model, Words words, Dates dates, Runnable close) {
        super(12);
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.cases = new RuleCasesView(words, dates);
        this.close = Controls.button(words.get("screen.close"), close, "accent");
        this.about = Controls.paragraph(words.get("rule.text"), "muted");
        body.setAlignment(Pos.TOP_CENTER);
        getStyleClass().addAll("form", "wide", "rules");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Controls.label(words.get("rule.title"), "form-title"), about, scroll,
                summary, foot);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && editor != null) {
                event.consume();
                list();
            }
        });
        model.keptProperty().when(Controls.attached(this)).subscribe(_ -> {
            if (editor == null) {
                list();
            }
        });
        model.read();
    }

    private void list() {
        editor = null;
        tell(true);
        model.endPreview();
        body.getChildren().clear();
        List<Rules.Kept> all = model.keptProperty().get();
        if (all != null && all.isEmpty()) {
            body.getChildren().add(Controls.empty("fth-zap", words.get("rule.none"), words.get("rule.none-text")));
            for (Sample sample : Sample.values()) {
                body.getChildren().add(sample(sample));
            }
        } else if (all != null) {
            all.forEach(kept -> body.getChildren().add(card(kept)));
        }
        foot.getChildren().setAll(begin(), Controls.spring(), close);
    }

    /** While a rule is written its room is needed. */
    private void tell(boolean on) {
        about.setVisible(on);
        about.setManaged(on);
        summary.getChildren().clear();
    }

    /** A new rule, empty or from a sample. */
    private MenuButton begin() {
        MenuButton menu = new MenuButton(words.get("rule.new"));
        menu.setMnemonicParsing(false);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem empty = new MenuItem(words.get("rule.new-empty"));
        empty.setOnAction(_ -> edit(new Rule(0, "", Set.of(Switch.ON), When.of(When.Kind.MAIL_IN), Rule.Join.ALL,
                List.of(), List.of(), Since.EVER)));
        menu.getItems().add(empty);
        for (Sample sample : Sample.values()) {
            MenuItem item = new MenuItem(sample.rule(words).name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> edit(sample.rule(words)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node sample(Sample sample) {
        Rule rule = sample.rule(words);
        VBox text = Controls.column(2, Controls.label(rule.name(), "job-name"),
                Controls.paragraph(new RuleSentence(words).of(rule), "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button use = Controls.button(words.get("rule.use"), () -> edit(rule));
        use.setAccessibleText(words.get("rule.use") + ": " + rule.name());
        use.setMinWidth(Region.USE_PREF_SIZE);
        return Controls.row(8, text, use);
    }

    private Node card(Rules.Kept kept) {
        Rule rule = kept.rule();
        CheckBox on = new CheckBox();
        on.setSelected(rule.isOn());
        on.setAccessibleText(words.get("rule.on") + ": " + rule.name());
        on.setOnAction(_ -> model.turn(rule, on.isSelected()));
        HBox head = Controls.row(8, on, Controls.label(rule.name(), "job-name"));
        if (!rule.isOn()) {
            head.getChildren().add(Controls.label(words.get("rule.state.off"), "muted"));
        }
        if (rule.proposes()) {
            head.getChildren().add(Controls.label(words.get("rule.state.proposes"), "tag"));
        }
        head.getChildren().addAll(Controls.spring(), Controls.iconButton("fth-edit-2",
                words.get("rule.edit") + ": " + rule.name(), () -> edit(rule)), more(kept));
        Label did = Controls.paragraph(counts(kept), "fact-source");
        HBox.setHgrow(did, Priority.ALWAYS);
        did.setMaxWidth(Double.MAX_VALUE);
        Button run = Controls.button(words.get("rule.run-now"), () -> model.run(rule), "flat", "small");
        run.setAccessibleText(words.get("rule.run-now") + ": " + rule.name());
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setGraphic(Controls.icon("fth-play"));
        VBox card = Controls.column(4, head, Controls.paragraph(new RuleSentence(words).of(rule)),
                Controls.row(8, did, run));
        card.getStyleClass().add("rule-card");
        if (kept.waits() > 0 || opened == rule.id() && kept.alarms() > 0) {
            marked(kept, card);
        }
        return card;
    }

    private String counts(Rules.Kept kept) {
        List<String> parts = new ArrayList<>();
        parts.add(kept.fired() == 0 ? words.get("rule.never-fired") : words.count("rule.fired", kept.fired()));
        if (kept.waits() > 0) {
            parts.add(words.count("rule.waits", kept.waits()));
        }
        if (kept.alarms() > 0) {
            parts.add(words.count("rule.alarms", kept.alarms()));
        }
        parts.add(kept.lastRun() == null
                ? words.get("rule.never-ran")
                : words.get("rule.ran", dates.brief(kept.lastRun())));
        if (kept.isIdle(dates.now())) {
            parts.add(words.get("rule.state.idle"));
        }
        return String.join(" · ", parts);
    }

    private MenuButton more(Rules.Kept kept) {
        Rule rule = kept.rule();
        MenuButton more = new MenuButton("", Controls.icon("fth-more-horizontal"));
        more.getStyleClass().addAll("flat", "button-icon", "icon-button", "no-arrow");
        more.setAccessibleText(words.get("rule.more") + ": " + rule.name());
        item(more, "rule.undo-all", kept.fired() > 0, () -> model.undoAll(rule));
        item(more, opened == rule.id() ? "rule.hide-alarms" : "rule.show-alarms", kept.alarms() > 0, () -> {
            opened = opened == rule.id() ? 0 : rule.id();
            list();
        });
        item(more, "rule.forget-alarms", kept.alarms() > 0, () -> model.forgetAlarms(rule));
        item(more, "rule.remove", true, () -> model.remove(rule));
        return more;
    }

    private void item(MenuButton menu, String key, boolean can, Runnable act) {
        MenuItem item = new MenuItem(words.get(key));
        item.setDisable(!can);
        item.setOnAction(_ -> act.run());
        menu.getItems().add(item);
    }

    /** What waits for a word, or the false alarms. */
    private void marked(Rules.Kept kept, VBox card) {
        Rule rule = kept.rule();
        boolean waiting = kept.waits() > 0 && opened != rule.id();
        VBox list = Controls.column(8);
        list.getStyleClass().add("rule-marked");
        card.getChildren().add(list);
        model.marked(rule, waiting, all -> {
            list.getChildren().setAll(Controls.label(words.get(waiting ? "rule.wait-title" : "rule.alarm-title"),
                    "section-title"));
            for (Firing one : all) {
                list.getChildren().add(waiting ? cases.row(one, decisions(rule, one)) : cases.row(one));
            }
            if (waiting && all.size() > 1) {
                List<Subject> every = all.stream().map(one -> one.one().subject()).toList();
                list.getChildren().add(Controls.row(8, Controls.spring(),
                        Controls.button(words.get("rule.refuse-all"), () -> model.refuse(rule, every)),
                        Controls.button(words.get("rule.accept-all"), () -> model.accept(rule, every), "accent")));
            }
        });
    }

    private Node[] decisions(Rule rule, Firing one) {
        List<Subject> subject = List.of(one.one().subject());
        String what = ": " + one.one().who() + " " + one.one().title();
        Button no = Controls.button(words.get("rule.refuse"), () -> model.refuse(rule, subject), "small");
        no.setAccessibleText(words.get("rule.refuse") + what);
        Button yes = Controls.button(words.get("rule.accept"), () -> model.accept(rule, subject), "small", "accent");
        yes.setAccessibleText(words.get("rule.accept") + what);
        for (Button each : List.of(no, yes)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        return new Node[]{no, yes};
    }

    private void edit(Rule rule) {
        RuleEditor now = new RuleEditor(rule, model, words, cases);
        editor = now;
        tell(false);
        body.getChildren().setAll(now);
        summary.getChildren().setAll(now.summary());
        scroll.setVvalue(0);
        foot.getChildren().setAll(Controls.button(words.get("screen.cancel"), this::list), Controls.spring(),
                save(now, "rule.save-run", true), save(now, "rule.save", false));
        foot.getChildren().getLast().getStyleClass().add("accent");
        now.begin();
    }

    private Button save(RuleEditor from, String key, boolean run) {
        Button save = Controls.button(words.get(key), () -> {
            Rule rule = from.rule();
            if (rule != null && !from.needsName()) {
                model.save(rule, run, () -> {
                    editor = null;
                    list();
                });
            }
        });
        save.setMinWidth(Region.USE_PREF_SIZE);
        return save;
    }
}
