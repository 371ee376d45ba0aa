package app.kith.ui.record;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.TextChange;
import app.kith.change.ChangeSet;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Masked;
import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was before a change and what is after it, in words. */
final class ChangeLines {
    private static final int MOST = 40;
    private static final int LONGEST = 300;

    private final Words words;
    private final Dates dates;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One thing that changed.
     *
     * @param what what it is
     * @param before what it was; empty where there was nothing
     * @param after what it is now; empty where there is nothing any more
     */
    record Line(String what, String before, String after) {}

    private ChangeLines(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /** {@return what a change set changed; some tens at most, then one that says how many changes more there are} */
    static List<Line> of(ChangeSet set, Words words, Dates dates) {
        ChangeLines all = new ChangeLines(words, dates);
        int told = 0;
        for (Change change : set.changes()) {
            if (all.lines.size() >= MOST) {
                break;
            }
            all.tell(change);
            told++;
        }
        if (told < set.changes().size()) {
            all.lines.add(new Line(words.count("record.history.rest", set.changes().size() - told), "", ""));
        }
        return List.copyOf(all.lines);
    }

    private void tell(Change change) {
        switch (change) {
            case CardChange card -> values(said(card.before()), said(card.after()));
            case EntryChange entry -> entry(entry.before(), entry.after());
            case TextChange text when text.key().equals(Stage.KEY) -> add(words.get("stage.title"),
                    stages(text.before()), stages(text.after()));
            case TextChange text -> add("", text.before(), text.after());
            default -> {
            }
        }
    }

    private static String stages(String list) {
        return Stage.parse(list).stream().map(Stage::name).collect(Collectors.joining(" › "));
    }

    private static List<Value> said(@Nullable Card card) {
        return card == null ? List.of() : card.values();
    }

    private void values(List<Value> before, List<Value> after) {
        List<Value> gone = new ArrayList<>(before);
        gone.removeAll(after);
        for (Value value : after) {
            if (!before.contains(value)) {
                Value former = gone.stream().filter(other -> other.property() == value.property()
                        && other.label().equals(value.label())).findFirst().orElse(null);
                gone.remove(former);
                add(name(value), former == null ? "" : shown(former), shown(value));
            }
        }
        gone.forEach(value -> add(name(value), shown(value), ""));
    }

    private String name(Value value) {
        return new FactKind(value.property(), value.label()).name(words);
    }

    private String shown(Value value) {
        String text = value.property() == Property.PHOTO
                ? ""
                : value.property().isSensitive() ? Masked.of(value.raw()) : value.raw();
        return switch (value.mark()) {
            case SAID -> text;
            case CONFIRMED -> words.get("record.history.confirmed", text);
            case DENIED -> words.get("record.history.denied", text);
        };
    }

    private void entry(@Nullable Entry before, @Nullable Entry after) {
        Entry one = after == null ? before : after;
        if (one == null) {
            return;
        }
        String kind = words.get("record.kind." + one.kind().name().toLowerCase(Locale.ROOT));
        add(kind, before == null ? "" : before.title(), after == null ? "" : after.title());
        field("record.field.text", before == null ? "" : before.text(), after == null ? "" : after.text());
        field("record.field.at", moment(before), moment(after));
        field("record.field.number", before == null ? "" : before.number(), after == null ? "" : after.number());
        field("record.field.amount", amount(before), amount(after));
        if (one.kind().isRecord()) {
            field("record.field.state", before == null ? "" : before.state(), after == null ? "" : after.state());
        }
    }

    private void field(String key, String before, String after) {
        if (!before.equals(after)) {
            add(words.get(key), before, after);
        }
    }

    private String moment(@Nullable Entry entry) {
        Instant at = entry == null ? null : entry.at();
        return at == null ? "" : dates.full(at);
    }

    private String amount(@Nullable Entry entry) {
        return entry == null ? "" : EntryLook.amount(entry, words.locale());
    }

    private void add(String what, String before, String after) {
        lines.add(new Line(what, cut(before), cut(after)));
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
