package app.kith.ui;

import app.kith.account.Account;
import app.kith.ui.Session.Place;
import app.kith.ui.compose.TextsForm;
import app.kith.ui.compose.TextsModel;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.record.CustomerForm;
import app.kith.ui.record.FieldsForm;
import app.kith.ui.record.StagesForm;
import app.kith.ui.rule.RulesForm;
import app.kith.ui.start.AccountForm;
import app.kith.ui.start.AccountModel;
import app.kith.ui.start.Browsing;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The forms that the window lays over its content. All but the settings need an open data folder; without one nothing is shown. JavaFX
 * thread only.
 */
final class Sheets {
    private final Supplier<@Nullable Session> session;
    private final Frame frame;
    private final Sheet over;
    private final GuardSheets guard;
    private boolean firstRun;

    /**
     * What surrounds the forms.
     *
     * @param over where they are shown
     * @param words the language as it is when one opens
     * @param settings the choices as they are then
     * @param change takes a choice of the user
     * @param outside the world outside
     * @param notice where it is said what was done
     * @param clock what time it is
     * @param lock the lock of the window
     */
    record Frame(Sheet over, Supplier<Words> words, Supplier<Settings> settings,
            Consumer<UnaryOperator<Settings>> change, Outside outside, Notice notice, Clock clock,
            GuardSheets.Locking lock) {}

    Sheets(Supplier<@Nullable Session> session, Frame frame) {
        this.session = session;
        this.frame = frame;
        this.over = frame.over();
        this.guard = new GuardSheets(session, frame);
    }

    private Words words() {
        return frame.words().get();
    }

    /** Enters a new customer, and goes there. */
    void newCustomer() {
        Session now = session.get();
        if (now != null) {
            CustomerForm form = new CustomerForm(now.recordActs(), now.desk().customers(), now.background(), words(),
                    id -> {
                        now.place().set(Place.CUSTOMERS);
                        now.customers().selectedProperty().set(id);
                    }, over::hide);
            over.show(form);
            form.begin();
        }
    }

    /** The settings, with those of backups where a data folder is open. */
    void settings() {
        Session now = session.get();
        Node backups = now == null
                ? null
                : new BackupForm(now, words(), dates(), frame.outside(), guard.acts(now)::now, guard::backups);
        over.show(new SettingsForm(frame.settings().get(), words(), frame.change(),
                new SettingsForm.Acts(this::texts, this::fields, this::stages, this::rules, guard::protection),
                now == null ? null : new CountryChoice(now, words()), backups, over::hide));
    }

    /** The forms of what keeps the data. */
    GuardSheets guard() {
        return guard;
    }

    private Dates dates() {
        return new Dates(words(), frame.clock());
    }

    /** Signatures and templates. */
    void texts() {
        Session now = session.get();
        if (now != null) {
            over.show(new TextsForm(
                    new TextsModel(now.desk().texts(), now.desk().accounts(), now.background(), this::fail), words(),
                    over::hide));
        }
    }

    /** The fields of the user's own. */
    void fields() {
        Session now = session.get();
        if (now != null) {
            over.show(new FieldsForm(now.desk().ownFields(), now.recordActs(), now.background(), words(), over::hide));
        }
    }

    /** The stages of the user's sales. */
    void stages() {
        Session now = session.get();
        if (now != null) {
            over.show(new StagesForm(now.desk().stages(), now.recordActs(), now.background(), words(), over::hide));
        }
    }

    /** The user's rules. */
    void rules() {
        Session now = session.get();
        if (now != null) {
            over.show(new RulesForm(now.rules(), words(), dates(), over::hide));
        }
    }

    /** Adds the first mailbox; when it is there the customers are shown. */
    void firstAccount() {
        firstRun = true;
        account(null);
    }

    /** Changes a mailbox, or adds one: then null. */
    void account(@Nullable Account account) {
        Session now = session.get();
        if (now == null) {
            return;
        }
        AccountModel model = new AccountModel(now.desk().accounts(), now.background(), account,
                new Browsing(frame.outside()::open, words().get("cli.signed-in")), () -> {
                    over.hide();
                    if (firstRun) {
                        firstRun = false;
                        now.place().set(Place.CUSTOMERS);
                    }
                });
        AccountForm form = new AccountForm(model, words(), frame.outside(), over::hide);
        over.show(form);
        form.begin();
    }

    /** Asks first: what was kept of the account is shown no more, though the ledger can bring it back. */
    void remove(Account account) {
        Words words = words();
        VBox sheet = Controls.column(16, Controls.label(words.get("screen.account.remove"), "form-title"),
                Controls.paragraph(words.get("screen.account.remove-text", account.email())),
                Controls.row(8, Controls.spring(), Controls.button(words.get("screen.cancel"), over::hide),
                        Controls.button(words.get("screen.account.remove-verb"), () -> removeNow(account), "danger")));
        sheet.getStyleClass().add("form");
        over.show(sheet);
    }

    private void removeNow(Account account) {
        over.hide();
        Session now = session.get();
        if (now != null) {
            now.sync().stop(account);
            now.background().run("remove", () -> now.desk().accounts().remove(account),
                    _ -> frame.notice().say(words().get("screen.account.removed", account.email())), this::fail);
        }
    }

    private void fail(KithException failure) {
        frame.notice().say(words().sentence(failure));
    }
}
