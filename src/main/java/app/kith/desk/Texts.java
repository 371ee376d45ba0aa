package app.kith.desk;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.store.UserTextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The user's own texts: a signature for each account, and templates by name. Kept in the ledger. Blocks. */
public final class Texts {
    private static final String SIGNATURE = "signature/";
    private static final String TEMPLATE = "template/";

    private final UserTextView view;
    private final Journal journal;

    Texts(UserTextView view, Journal journal) {
        this.view = view;
        this.journal = journal;
    }

    /** {@return the signatures by the numbers of their accounts} */
    public Map<Long, String> signatures() {
        Map<Long, String> signatures = new java.util.HashMap<>();
        view.all(SIGNATURE).forEach((account, text) -> signatures.put(Long.parseLong(account), text));
        return signatures;
    }

    /**
     * Keeps the signature of an account.
     *
     * @param account the account
     * @param text the signature; empty for none
     */
    public void sign(Account account, String text) {
        put("signature-changed " + account.email(), List.of(change(SIGNATURE + account.id(), text)));
    }

    /** {@return the templates by name, in its order} */
    public Map<String, String> templates() {
        return view.all(TEMPLATE);
    }

    /**
     * Keeps a template.
     *
     * @param former the name that it had; empty for a new one
     * @param name its name; not blank
     * @param text the text; empty to remove it
     */
    public void template(String former, String name, String text) {
        List<TextChange> changes = new ArrayList<>();
        if (!former.isEmpty() && !former.equals(name)) {
            changes.add(change(TEMPLATE + former, ""));
        }
        changes.add(change(TEMPLATE + name, text));
        put("template-changed " + name, changes);
    }

    private TextChange change(String key, String after) {
        return new TextChange(key, view.all(key).getOrDefault("", ""), after);
    }

    private void put(String reason, List<TextChange> changes) {
        List<Change> real = changes.stream().filter(change -> !change.before().equals(change.after()))
                .map(Change.class::cast).toList();
        if (!real.isEmpty()) {
            journal.enter(Actor.USER, reason, _ -> real);
        }
    }
}
