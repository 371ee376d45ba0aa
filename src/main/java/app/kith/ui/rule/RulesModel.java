package app.kith.ui.rule;

import app.kith.assist.Firing;
import app.kith.assist.RuleRunner.Plan;
import app.kith.desk.Records.Entered;
import app.kith.desk.Rules;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.Subject;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Rules on the screen. Everything that is done is told with the way back. JavaFX thread only. */
public final class RulesModel {
    private static final Duration TYPING = Duration.ofMillis(350);

    private final Rules rules;
    private final RecordActs acts;
    private final Background background;
    private final Callable<Known> reading;
    private Known known = Known.NOTHING;
    private final ReadOnlyObjectWrapper<Integer> waiting = new ReadOnlyObjectWrapper<>(this, "waiting", 0);
    private final Refresh<Integer> looking;
    private final ReadOnlyObjectWrapper<@Nullable List<Rules.Kept>> kept = new ReadOnlyObjectWrapper<>(this, "kept",
            null);
    private final ReadOnlyObjectWrapper<@Nullable Plan> preview = new ReadOnlyObjectWrapper<>(this, "preview", null);
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Makes the model.
     *
     * @param rules the rules
     * @param acts tells what was done, with the way back
     * @param background where work is done
     * @param known reads what a rule may name; blocks
     */
    public RulesModel(Rules rules, RecordActs acts, Background background, Callable<Known> known) {
        this.rules = rules;
        this.reading = known;
        this.looking = new Refresh<>(background, "rules-waiting", () -> rules::waits, waiting::set);
        this.acts = acts;
        this.background = background;
    }

    /** Reads what is kept. */
    public void read() {
        background.run("rules", rules::list, kept::set, acts::failed);
        background.run("rules-known", reading, now -> known = now, acts::failed);
    }

    /** Looks how many cases wait for the user's word; soon. */
    public void look() {
        looking.request();
    }

    /** {@return how many cases of all rules wait for the user's word} */
    public ReadOnlyObjectProperty<Integer> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** {@return what a rule may name; nothing as long as that was not read} */
    Known known() {
        return known;
    }

    /** {@return the rules with what they did; null as long as they were not read} */
    public ReadOnlyObjectProperty<@Nullable List<Rules.Kept>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** {@return what the rule that is being written would have done in the last days; null while that is being found out} */
    public ReadOnlyObjectProperty<@Nullable Plan> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /**
     * Finds out what a rule would have done in the last days. What was asked before is not looked for any longer.
     *
     * @param rule the rule as it stands
     */
    void preview(Rule rule) {
        int mine = asked.incrementAndGet();
        preview.set(null);
        background.later(TYPING, "rule-preview-begins", () -> background.run("rule-preview",
                () -> rules.past(rule, Rules.PAST_DAYS, () -> asked.get() != mine), plan -> {
                    if (asked.get() == mine) {
                        preview.set(plan);
                    }
                }, acts::failed));
    }

    /** Nothing is written any more. */
    void endPreview() {
        asked.incrementAndGet();
        preview.set(null);
    }

    /**
     * Keeps a rule.
     *
     * @param rule the rule; with no number for a new one
     * @param run whether to run it on the past at once
     * @param then done after it
     */
    void save(Rule rule, boolean run, Runnable then) {
        act(() -> {
            Rules.Saved saved = rule.id() == 0 ? rules.add(rule) : rules.save(rule);
            if (run) {
                long change = rules.run(saved.rule(), rules.past(saved.rule(), Rules.PAST_DAYS, () -> false)).change();
                return change == 0 ? saved.change() : change;
            }
            return saved.change();
        }, then);
    }

    void turn(Rule rule, boolean on) {
        act(() -> rules.save(rule.with(Switch.ON, on)).change(), () -> {});
    }

    void remove(Rule rule) {
        act(() -> rules.remove(rule.id()).change(), () -> {});
    }

    void run(Rule rule) {
        act(() -> rules.run(rule, rules.past(rule, Rules.PAST_DAYS, () -> false)).change(), () -> {});
    }

    /** Takes back all that a rule did; told is the last of it. */
    void undoAll(Rule rule) {
        act(() -> {
            List<Long> changes = rules.undoAll(rule).changes();
            return changes.isEmpty() ? 0L : changes.getLast();
        }, () -> {});
    }

    void forgetAlarms(Rule rule) {
        act(() -> rules.forgetAlarms(rule), () -> {});
    }

    void accept(Rule rule, List<Subject> subjects) {
        act(() -> rules.accept(rule, subjects).change(), () -> {});
    }

    void refuse(Rule rule, List<Subject> subjects) {
        act(() -> rules.refuse(rule, subjects).change(), () -> {});
    }

    private void act(Callable<Long> act, Runnable then) {
        acts.enter(() -> new Entered(0, 0, act.call()), () -> {
            then.run();
            read();
        });
    }

    /** What waits for the user's word, or was a false alarm. */
    void marked(Rule rule, boolean waiting, Consumer<List<Firing>> then) {
        background.run("rule-cases " + rule.id(), () -> waiting ? rules.waiting(rule) : rules.alarms(rule), then,
                (KithException failure) -> acts.failed(failure));
    }
}
