package app.kith.ui;

import app.kith.contact.Entry;
import app.kith.ui.Session.Place;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.find.Command;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.ui.mail.ConversationListView;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Every action of the program by its name, with its keys: what the box finds and the sheet of keys shows. */
final class Commands {
    private static final int STEP = 10;

    private final Words words;
    private final List<Command> all = new ArrayList<>();
    private String group = "";

    /**
     * What the actions ask of the window.
     *
     * @param importFile lets the user choose a file to take in
     * @param template writes an empty table for an import
     * @param jobs opens the saved imports
     * @param out shows what can be written out
     * @param addAccount adds a mailbox
     * @param settings opens the settings
     * @param texts opens signatures and templates
     * @param fields opens the fields of the user's own
     * @param stages opens the stages of the user's sales
     * @param rules opens the rules
     * @param backUp makes a backup
     * @param zoom makes all larger or smaller by so many percent; 0 for the usual size
     * @param change changes settings
     * @param find opens the box
     * @param keys opens the sheet of keys
     * @param help opens the help
     * @param guard what keeps the data
     */
    record Acts(Runnable importFile, Runnable template, Runnable jobs, Runnable out, Runnable addAccount, Runnable settings,
            Runnable texts, Runnable fields, Runnable stages, Runnable rules, Runnable backUp,
            IntConsumer zoom,
            Consumer<UnaryOperator<Settings>> change, Runnable find, Runnable keys, Runnable help, Guarding guard) {}

    /**
     * What keeps the data.
     *
     * @param lock locks the window
     * @param protection shows what opens the data
     * @param backups shows the backups
     * @param plan proposes to keep backups
     * @param check checks everything that is kept
     */
    record Guarding(Runnable lock, Runnable protection, Runnable backups, Runnable plan, Runnable check) {}

    private Commands(Words words) {
        this.words = words;
    }

    static List<Command> of(Session session, MainView view, Words words, Acts acts) {
        Commands made = new Commands(words);
        made.places(session);
        made.mail(session, view);
        made.customers(session, view, acts);
        made.looks(view, acts);
        made.program(session, acts);
        return made.all;
    }

    private void group(String key) {
        group = words.get("find.group." + key);
    }

    private void add(String name, String keys, String icon, Runnable act) {
        all.add(new Command(group, name, keys, icon, act));
    }

    private void places(Session session) {
        group("go");
        int number = 0;
        for (Place place : Place.values()) {
            number++;
            String name = words.get("screen.nav." + place.name().toLowerCase(Locale.ROOT));
            add(words.get("find.go", name), number > 9 ? "" : "Ctrl+" + number, Navigation.icon(place),
                    () -> session.place().set(place));
        }
    }

    private void mail(Session session, MainView view) {
        group("mail");
        add(words.get("write.new"), "Ctrl+N", "fth-edit-3", view::write);
        add(words.get("write.reply"), "Ctrl+R", "fth-corner-up-left", () -> view.answer(Kind.REPLY));
        add(words.get("write.reply-all"), "Ctrl+Shift+R", "fth-corner-up-left", () -> view.answer(Kind.REPLY_ALL));
        add(words.get("write.forward"), "Ctrl+Shift+F", "fth-corner-up-right", () -> view.answer(Kind.FORWARD));
        ConversationListView list = view.conversationList();
        add(words.get("mails.command.archive"), "E", "fth-archive", inMail(session, list::archive));
        add(words.get("mails.command.delete"), words.get("mails.key.delete"), "fth-trash-2",
                inMail(session, list::delete));
        add(words.get("mails.command.flag"), "S", "fth-flag", inMail(session, list::flag));
        add(words.get("mails.command.read"), "U", "fth-mail", inMail(session, list::turnRead));
        add(words.get("mails.all-read"), "", "fth-check-circle", inMail(session, list::readAll));
    }

    /** Nothing is done to mail that is not seen: elsewhere one comes to the mail first. */
    private static Runnable inMail(Session session, Runnable act) {
        return () -> {
            if (session.place().get() == Place.MAIL) {
                act.run();
            } else {
                session.place().set(Place.MAIL);
            }
        };
    }

    private void customers(Session session, MainView view, Acts acts) {
        group("customers");
        add(words.get("record.new-customer"), "Ctrl+Shift+N", "fth-user-plus", view::newCustomer);
        add(words.get("list.apart"), "Ctrl+Enter", "fth-external-link", view::apart);
        add(words.get("find.board"), "", "fth-trello", view::showBoard);
        add(words.get("find.note-call"), "Ctrl+Shift+L", "fth-phone", () -> view.note(Entry.Kind.CALL));
        add(words.get("find.note-task"), "Ctrl+Shift+T", "fth-check-square", () -> view.note(Entry.Kind.TASK));
        add(words.get("find.note-meeting"), "", "fth-users", () -> view.note(Entry.Kind.MEETING));
        add(words.get("find.note-note"), "", "fth-edit-2", () -> view.note(Entry.Kind.NOTE));
        add(words.get("handover.begin"), "", "fth-package", view::handOver);
        add(words.get("import.choose"), "", "fth-upload", acts.importFile());
        add(words.get("out.template"), "", "fth-file-plus", acts.template());
        add(words.get("job.title"), "", "fth-repeat", acts.jobs());
        add(words.get("out.title"), "", "fth-download", acts.out());
        add(words.get("find.undo"), "Ctrl+Z", "fth-rotate-ccw", session.recordActs()::undoLast);
        add(words.get("find.redo"), "Ctrl+Shift+Z", "fth-rotate-cw", session.recordActs()::redo);
    }

    private void looks(MainView view, Acts acts) {
        group("view");
        add(words.get("find.everywhere"), "Ctrl+K", "fth-search", acts.find());
        add(words.get("find.here"), "Ctrl+F", "fth-search", view::find);
        add(words.get("find.list"), "F9", "fth-sidebar", view::toggleList);
        add(words.get("find.facts"), "F10", "fth-sidebar", view::toggleFacts);
        add(words.get("screen.settings.larger"), "Ctrl++", "fth-zoom-in", () -> acts.zoom().accept(STEP));
        add(words.get("screen.settings.smaller"), "Ctrl+-", "fth-zoom-out", () -> acts.zoom().accept(-STEP));
        add(words.get("find.usual-size"), "Ctrl+0", "fth-maximize", () -> acts.zoom().accept(0));
        for (Theme theme : Theme.values()) {
            add(words.get("find.theme", words.get("screen.theme." + theme.name().toLowerCase(Locale.ROOT))), "",
                    "fth-moon", () -> acts.change().accept(now -> now.themed(theme)));
        }
        for (Locale language : Words.LANGUAGES) {
            add(words.get("find.language", language.getDisplayLanguage(language)), "", "fth-globe",
                    () -> acts.change().accept(now -> now.speaking(language.toLanguageTag())));
        }
    }

    private void program(Session session, Acts acts) {
        group("program");
        add(words.get("find.sync"), "F5", "fth-refresh-cw", session::sendAndFetch);
        add(words.get("screen.account.add"), "", "fth-plus", acts.addAccount());
        add(words.get("write.texts-edit"), "", "fth-feather", acts.texts());
        add(words.get("list.fields-edit"), "", "fth-sliders", acts.fields());
        add(words.get("stage.open"), "", "fth-trello", acts.stages());
        add(words.get("rule.open"), "", "fth-zap", acts.rules());
        add(words.get("backup.now"), "", "fth-archive", acts.backUp());
        add(words.get("guard.backups-open"), "", "fth-archive", acts.guard().backups());
        add(words.get("guard.plan.title"), "", "fth-archive", acts.guard().plan());
        add(words.get("guard.check.open"), "", "fth-activity", acts.guard().check());
        add(words.get("guard.open"), "", "fth-key", acts.guard().protection());
        add(words.get("guard.lock.now"), "Ctrl+L", "fth-lock", acts.guard().lock());
        add(words.get("screen.settings"), "Ctrl+,", "fth-settings", acts.settings());
        add(words.get("find.help"), "F1", "fth-help-circle", acts.help());
        add(words.get("find.keys-title"), "?", "fth-command", acts.keys());
    }
}
