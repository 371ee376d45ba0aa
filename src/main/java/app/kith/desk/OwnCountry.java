package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.Countries;
import app.kith.contact.HomeCountry;
import app.kith.store.Store;
import app.kith.store.StoreChange;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.List;
import java.util.Locale;

/** The country that the user chose as his own, see {@link HomeCountry}. Kept in the ledger. Blocks. */
public final class OwnCountry {
    private static final String KEY = "country";

    private final UserTextView texts;
    private final Journal journal;

    OwnCountry(UserTextView texts, Journal journal) {
        this.texts = texts;
        this.journal = journal;
    }

    /** Lets what was chosen hold in the whole program, also when the choice is undone. */
    void holdIn(Store store) {
        hold();
        store.subscribe(this::changed);
    }

    /** A choice touches nothing else. */
    private void changed(StoreChange change) {
        if (change.contacts().isEmpty() && change.conversations().isEmpty() && change.folders().isEmpty()) {
            hold();
        }
    }

    private void hold() {
        HomeCountry.use(chosen());
    }

    /** {@return the ISO 3166 code of the country that the user chose; empty where that of the system holds} */
    public String chosen() {
        return texts.all(KEY).getOrDefault("", "");
    }

    /**
     * Chooses a country. Numbers that are entered and read from now on are of it where they name none; those that are there keep the
     * form that they have until their source is read again.
     *
     * @param name its name or code; empty for that of the system
     * @return number of the change set; 0 where it was so already
     * @throws KithException NOT_FOUND if no country with telephone numbers is called so
     */
    public long choose(String name) {
        String code = name.isBlank() ? "" : Countries.code(name.strip());
        if (code == null || !code.isEmpty() && !Countries.isDialled(code)) {
            throw new KithException(Problem.NOT_FOUND, name);
        }
        String before = chosen();
        if (before.equals(code)) {
            return 0;
        }
        String shown = code.isEmpty() ? HomeCountry.ofSystem() : code.toUpperCase(Locale.ROOT);
        long change = journal.enter(Actor.USER, "country-chosen " + shown,
                _ -> List.of(new TextChange(KEY, before, code))).orElse(0);
        hold();
        return change;
    }
}
