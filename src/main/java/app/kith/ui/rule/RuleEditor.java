package app.kith.ui.rule;

import app.kith.assist.RuleRunner.Plan;
import app.kith.desk.Rules;
import app.kith.rule.Condition;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Join;
import app.kith.rule.Rule.Switch;
import app.kith.rule.RuleSentence;
import app.kith.rule.Then;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A rule being written: it reads as a sentence, and what it would have done is shown while it is written. */
final class RuleEditor extends VBox {
    private static final int SHOWN = 30;

    private final Rule begun;
    private final RulesModel model;
    private final Words words;
    private final RuleCasesView cases;
    private final TextField name;
    private final RuleParts parts;
    private final WhenLine when;
    private final ComboBox<Join> join;
    private final CheckBox proposes;
    private final CheckBox server;
    private final List<ConditionLine> conditions = new ArrayList<>();
    private final List<ThenLine> thens = new ArrayList<>();
    private final VBox ifs = Controls.column(4);
    private final VBox acts = Controls.column(4);
    private final Label sentence = Controls.paragraph("", "rule-sentence");
    private final Label count = Controls.paragraph("", "job-name");
    private final VBox found = Controls.column(8);
    private boolean ofMail;

    RuleEditor(Rule begun, RulesModel model, Words words, RuleCasesView cases) {
        super(12);
        this.begun = begun;
        this.model = model;
        this.words = words;
        this.cases = cases;
        name = Choice.text(begun.name(), words.get("rule.line.name"), 24, this::changed);
        parts = new RuleParts(model::known, words, this::changed);
        when = new WhenLine(begun.when(), parts);
        ofMail = when.kind().isMail();
        join = Choice.of(List.of(Join.values()), begun.join(), words.get("rule.line.join"),
                one -> words.get("rule.join." + one.word()));
        join.setOnAction(_ -> changed());
        proposes = box("rule.proposes", begun.proposes());
        server = box("rule.server", begun.switches().contains(Switch.SERVER));
        begun.conditions().forEach(this::add);
        begun.thens().forEach(this::add);
        if (thens.isEmpty()) {
            add(Then.of(Then.Kind.TAG, ""));
        }
        Label held = Controls.label(words.get("rule.line.if"), "rule-word");
        Label done = Controls.label(words.get("rule.line.then"), "rule-word");
        getChildren().addAll(name, when.node(),
                Controls.column(6, Controls.flow(8, held, join), ifs, more("rule.line.more-if", this::addCondition)),
                Controls.column(6, done, acts, more("rule.line.more-then", this::addAct)),
                Controls.flow(16, proposes, server), found);
        model.previewProperty().when(Controls.attached(this)).subscribe(this::show);
        changed();
    }

    private CheckBox box(String key, boolean on) {
        CheckBox box = new CheckBox(words.get(key));
        box.setMnemonicParsing(false);
        box.setSelected(on);
        box.setOnAction(_ -> changed());
        return box;
    }

    private static Button plus(String text, Runnable act) {
        Button more = Controls.button(text, act, "flat", "small");
        more.setGraphic(Controls.icon("fth-plus"));
        return more;
    }

    private Node more(String key, Runnable act) {
        return Controls.row(0, plus(words.get(key), act));
    }

    private void addCondition() {
        add(Condition.of(ofMail ? Condition.Kind.TEXT : Condition.Kind.TAG, ""));
        conditions.getLast().begin();
        changed();
    }

    private void addAct() {
        add(Then.of(Then.Kind.TAG, ""));
        thens.getLast().begin();
        changed();
    }

    private void add(Condition condition) {
        ConditionLine line = new ConditionLine(condition, ofMail, parts, gone -> {
            conditions.remove(gone);
            ifs.getChildren().remove(gone.node());
            changed();
        });
        conditions.add(line);
        ifs.getChildren().add(line.node());
    }

    private void add(Then then) {
        ThenLine line = new ThenLine(then, ofMail, parts, gone -> {
            thens.remove(gone);
            acts.getChildren().remove(gone.node());
            changed();
        });
        thens.add(line);
        acts.getChildren().add(line.node());
    }

    /** {@return what stays in view while the form is scrolled: the rule as a sentence, and how often it would have fired} */
    Node summary() {
        return Controls.column(6, sentence, count);
    }

    void begin() {
        name.requestFocus();
        name.end();
    }

    /** {@return the rule as it stands; null where something it needs was not said} */
    @Nullable
    Rule rule() {
        boolean whole = when.isWhole() && conditions.stream().allMatch(ConditionLine::isWhole)
                && !thens.isEmpty() && thens.stream().allMatch(ThenLine::isWhole);
        return whole ? written(name.getText().strip()) : null;
    }

    private Rule written(String called) {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        switches.addAll(begun.switches());
        set(switches, Switch.PROPOSES, proposes.isSelected());
        set(switches, Switch.SERVER, server.isSelected());
        return new Rule(begun.id(), called, switches, when.when(), join.getValue(),
                conditions.stream().map(ConditionLine::condition).toList(),
                thens.stream().map(ThenLine::then).toList(), begun.since());
    }

    private static void set(Set<Switch> switches, Switch one, boolean on) {
        if (on) {
            switches.add(one);
        } else {
            switches.remove(one);
        }
    }

    /** Says what is missing, and looks at it. */
    boolean needsName() {
        if (name.getText().isBlank()) {
            name.requestFocus();
            return true;
        }
        return false;
    }

    private void changed() {
        if (when.kind().isMail() != ofMail) {
            ofMail = when.kind().isMail();
            List<Condition> asked = conditions.stream().map(ConditionLine::condition)
                    .filter(one -> ofMail || !one.kind().isOfMail()).toList();
            List<Then> done = thens.stream().map(ThenLine::then).filter(one -> ofMail || !one.kind().isOfMail())
                    .toList();
            conditions.clear();
            thens.clear();
            ifs.getChildren().clear();
            acts.getChildren().clear();
            asked.forEach(this::add);
            (done.isEmpty() ? List.of(Then.of(Then.Kind.TAG, "")) : done).forEach(this::add);
        }
        boolean servers = thens.stream().anyMatch(one -> one.then().kind().isOnServer());
        server.setVisible(servers);
        server.setManaged(servers);
        join.setVisible(!conditions.isEmpty());
        join.setManaged(!conditions.isEmpty());
        Rule rule = rule();
        if (rule == null) {
            sentence.setText(words.get("rule.unfinished"));
            model.endPreview();
        } else {
            sentence.setText(new RuleSentence(words).of(rule));
            model.preview(rule);
        }
    }

    private void show(@Nullable Plan plan) {
        found.getChildren().clear();
        if (plan == null) {
            count.setText(rule() == null ? "" : words.get("rule.looking"));
            return;
        }
        int many = plan.firings().size();
        count.setText(many == 0
                ? words.get("rule.would-none", Rules.PAST_DAYS)
                : words.count("rule.would-have", many, Rules.PAST_DAYS));
        plan.firings().stream().limit(SHOWN).map(one -> cases.row(one)).forEach(found.getChildren()::add);
        if (many > SHOWN) {
            found.getChildren().add(Controls.paragraph(words.get("rule.more-cases", many - SHOWN), "muted"));
        }
    }
}
