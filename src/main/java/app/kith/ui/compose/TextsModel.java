package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.desk.Accounts;
import app.kith.desk.Texts;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The user's signatures and templates while they are edited; what is typed is kept after a pause. JavaFX thread only. */
public final class TextsModel {
    private static final Duration PAUSE = Duration.ofMillis(800);

    private final Texts texts;
    private final Accounts accounts;
    private final Background background;
    private final Consumer<KithException> failed;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Entry> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private boolean showing;
    private long changes;

    /**
     * A signature or a template.
     *
     * @param account whose signature it is; null for a template
     * @param name the template's name, the account's address
     * @param text as it is kept
     */
    public record Entry(@Nullable Account account, String name, String text) {
        boolean isSame(@Nullable Entry other) {
            return other != null && Objects.equals(account, other.account()) && name.equals(other.name());
        }
    }

    /**
     * Makes the model and begins to read.
     *
     * @param texts where they are kept
     * @param accounts whose signatures there are
     * @param background where that is done
     * @param failed takes what went wrong
     */
    public TextsModel(Texts texts, Accounts accounts, Background background, Consumer<KithException> failed) {
        this.texts = texts;
        this.accounts = accounts;
        this.background = background;
        this.failed = failed;
        chosen.addListener((_, before, now) -> turn(before, now));
        name.addListener((_, _, _) -> typed());
        text.addListener((_, _, _) -> typed());
        background.run("texts", this::read, read -> {
            entries.setAll(read);
            chosen.set(read.isEmpty() ? null : read.getFirst());
        }, failed);
    }

    private List<Entry> read() {
        var signatures = texts.signatures();
        List<Entry> all = new ArrayList<>();
        accounts.list().forEach(account -> all
                .add(new Entry(account, account.email(), signatures.getOrDefault(account.id(), ""))));
        texts.templates().forEach((name, text) -> all.add(new Entry(null, name, text)));
        return all;
    }

    private void turn(@Nullable Entry before, @Nullable Entry now) {
        if (now != null && now.isSame(before)) {
            return;
        }
        if (before != null) {
            keep(before);
        }
        showing = true;
        name.set(now == null ? "" : now.name());
        text.set(now == null ? "" : now.text());
        showing = false;
    }

    private void typed() {
        long mine = ++changes;
        if (!showing) {
            background.later(PAUSE, "texts-keep", () -> {
                if (mine == changes) {
                    keep();
                }
            });
        }
    }

    /** Keeps what was typed. */
    public void keep() {
        Entry now = chosen.get();
        if (now != null) {
            keep(now);
        }
    }

    private void keep(Entry before) {
        Account account = before.account();
        String typed = account != null ? before.name() : name.get().strip();
        Entry after = new Entry(account, typed.isEmpty() ? before.name() : typed, text.get().stripTrailing());
        int at = entries.indexOf(before);
        if (after.equals(before) || at < 0) {
            return;
        }
        boolean current = before.equals(chosen.get());
        showing = true;
        entries.set(at, after);
        if (current) {
            chosen.set(after);
        }
        showing = false;
        background.run("texts-of-" + before.name(), () -> {
            if (account == null) {
                texts.template(before.name(), after.name(), after.text());
            } else {
                texts.sign(account, after.text());
            }
            return after;
        }, _ -> {}, failed);
    }

    /**
     * Begins a template.
     *
     * @param wanted its name; a number is put behind it where there is one of that name
     */
    public void add(String wanted) {
        String free = wanted;
        for (int number = 2; isTaken(free); number++) {
            free = wanted + " " + number;
        }
        Entry made = new Entry(null, free, "");
        entries.add(made);
        chosen.set(made);
    }

    private boolean isTaken(String wanted) {
        return entries.stream().anyMatch(entry -> entry.account() == null && entry.name().equals(wanted));
    }

    /** Removes the template that is chosen. */
    public void remove() {
        Entry now = chosen.get();
        if (now != null && now.account() == null) {
            chosen.set(entries.getFirst());
            entries.removeIf(each -> each.isSame(now));
            background.run("texts-of-" + now.name(), () -> {
                texts.template(now.name(), now.name(), "");
                return now;
            }, _ -> {}, failed);
        }
    }

    /** {@return signatures first, then templates by name} */
    public ObservableList<Entry> entries() {
        return entries;
    }

    /** {@return which one is edited; null for none} */
    public ObjectProperty<@Nullable Entry> chosenProperty() {
        return chosen;
    }

    /** {@return the name of the template} */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@return the text} */
    public StringProperty textProperty() {
        return text;
    }
}
