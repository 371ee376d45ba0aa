package app.kith.ui;

import app.kith.desk.DemoDesk;
import app.kith.desk.Desk;
import app.kith.desk.FrontDoor;
import app.kith.ui.Session.Place;
import app.kith.ui.find.Command;
import app.kith.ui.look.Calendars;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Privacy;
import app.kith.ui.look.Settings;
import app.kith.ui.look.SettingsFile;
import app.kith.ui.start.StartModel;
import app.kith.ui.start.StartView;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.Background;
import app.kith.vault.KeyRing;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window: first the opening of a data folder, then its contents. Language and theme can be changed at any time; the views are
 * made anew, the models stay. JavaFX thread only.
 */
final class MainWindow {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

    private final Stage stage;
    private final Path home;
    private final Runnable exit;
    private final Background background;
    private final Clock clock;
    private final SettingsFile file;
    private final StartModel start;
    private final StackPane content = new StackPane();
    private final Sheet over = new Sheet();
    private final Notice notice = new Notice();
    private final Scene scene;
    private final Outside outside;
    private final Sheets sheets;
    private final WindowLock lock;
    private Settings settings = Settings.USUAL;
    private Words words = Words.of(settings.locale());
    private @Nullable Session session;
    private @Nullable MainView main;
    private @Nullable FrontDoor door;
    private @Nullable Writing writing;
    private @Nullable ApartWindows apart;
    private @Nullable Finding finding;
    private boolean erasing;

    /**
     * What is around the window.
     *
     * @param browser opens an address in the program that the system has for it
     * @param outside puts something before the world outside; gives it back as it is for the real one
     * @param exit ends the program
     */
    record Around(Consumer<String> browser, UnaryOperator<Outside> outside, Runnable exit) {}

    /**
     * Makes the window; {@link #open} shows it.
     *
     * @param stage the system's window
     * @param home the data folder
     * @param keyRing the key store of the system
     * @param background where work is done
     * @param clock what time it is
     * @param around what is around it
     */
    MainWindow(Stage stage, Path home, KeyRing keyRing, Background background, Clock clock, Around around) {
        this.stage = stage;
        this.home = home;
        this.exit = around.exit();
        this.background = background;
        this.clock = clock;
        this.file = new SettingsFile(home);
        this.start = new StartModel(home, background, keyRing, this::opened, this::sampleOpened);
        StackPane root = new StackPane(content, over);
        this.scene = new Scene(root, settings.width(), settings.height());
        this.lock = new WindowLock(stage, root, new WindowLock.Around(this::own, () -> words, () -> settings,
                this::keepNow, this::wishToLock, notice::say, clock));
        this.outside = new AskFirst(around.outside()
                .apply(new WindowOutside(stage, () -> words, around.browser(), notice,
                        (title, node) -> over.show(title, node, words), PrinterJob::createPrinterJob,
                        this::remind)),
                lock::confirm);
        this.sheets = new Sheets(this::currentSession, new Sheets.Frame(over, () -> words, () -> settings,
                this::change, outside, notice, clock, lock));
        over.setId("over");
        WindowDrops.install(scene, () -> lock.isLocked() ? null : session, file -> filesIn().open(file));
        Resting.install(scene, root, clock, background, this::currentSession);
        Keys.install(scene, this::currentMain, this::currentSession, new Keys.Acts(this::zoom, sheets::settings,
                this::openFind, () -> find(now -> now.keys(commands())), () -> find(Finding::help),
                this::wishToLock, lock::isLocked));
        stage.setTitle("Kith 知客");
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(480);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dress());
    }

    private void remind(String title, String text) {
        if (!settings.quiet()) {
            SystemNotice.show(title, text);
        }
    }

    private @Nullable MainView currentMain() {
        return main;
    }

    private @Nullable Session currentSession() {
        return session;
    }

    /**
     * Shows the window and begins to open the data folder.
     *
     * @param sample whether to open the sample mailbox instead
     * @param passphrase the user's words where they were given to the program; null for none
     */
    void open(boolean sample, char @Nullable [] passphrase) {
        background.run("settings", file::read, read -> {
            settings = read;
            words = Words.of(settings.locale());
            Calendars.speak(words.locale());
            dress();
            stage.setWidth(settings.width());
            stage.setHeight(settings.height());
            show();
            stage.show();
            if (sample) {
                start.sample();
            } else if (passphrase != null) {
                start.open(passphrase);
            } else if (settings.privacy().locked()) {
                start.beginLocked();
            } else {
                start.begin();
            }
        }, failure -> LOG.error("The window could not be opened: {}", failure.problem()));
    }

    /** Brings the window before all others, for somebody who started the program a second time. */
    void toFront() {
        background.soon("front", () -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
    }

    private void opened(Desk desk) {
        listenAtTheDoor();
        Session entered = new Session(desk, desk, background, clock);
        entered.setReopening(() -> {
            erasing = true;
            reopen(entered);
        }, () -> {
            start.rebuildNext();
            reopen(entered);
        });
        enter(entered);
        if (erasing) {
            erasing = false;
            notice.say(words.get("erase.finished"));
        }
        sheets.guard().acts(entered).watch();
        sheets.guard().holdTo(entered);
        keepNow(before -> before.locked(false));
        entered.tidying().begin();
        entered.lookout().begin();
        entered.newMail().begin();
    }

    /** Closes the data folder and opens it again: so an erasure that was begun is done, or the store built anew. */
    private void reopen(Session of) {
        over.hide();
        lock.forget();
        if (apart != null) {
            apart.closeAll();
        }
        Runnable letters = writing == null ? () -> {} : writing.closeAll();
        session = null;
        main = null;
        finding = null;
        apart = null;
        writing = null;
        FrontDoor opened = door;
        door = null;
        show();
        background.run("reopen", () -> {
            if (opened != null) {
                opened.close();
            }
            letters.run();
            of.close();
            return true;
        }, _ -> start.begin(), this::fail);
    }

    private void sampleOpened(DemoDesk demo) {
        enter(new Session(demo.desk(), demo, background, clock));
    }

    private void enter(Session entered) {
        session = entered;
        entered.acts().readsOnOpen(!settings.keepsUnread());
        DoneNotices done = new DoneNotices(entered, () -> words, notice);
        entered.recordActs().setOnDone(done::told, this::fail);
        entered.jobs().setTold(new JobNotices(entered, () -> words, notice, () -> filesIn().jobs()));
        entered.jobs().look();
        entered.followRules(done::ruled);
        show();
        entered.background().execute(entered.desk()::search); // So that the index follows from the start.
        entered.background().run("opens-on", entered.desk().customers()::count, customers -> {
            if (customers > 0 && entered.place().get() == Place.CUSTOMERS) {
                entered.place().set(Place.TODAY);
            }
        }, this::fail);
        entered.background().run("accounts", entered.desk().accounts()::list, accounts -> {
            if (accounts.isEmpty()) {
                sheets.firstAccount();
            }
        }, this::fail);
        if (!entered.desk().damages().isEmpty()) {
            notice.offer(words.count("screen.damages", entered.desk().damages().size()),
                    words.get("guard.check.title"), sheets.guard()::check);
        }
    }

    private void openFind() {
        find(now -> now.open(commands()));
    }

    private void find(Consumer<Finding> act) {
        Finding now = finding;
        if (now != null) {
            act.accept(now);
        }
    }

    private List<Command> commands() {
        Session now = session;
        MainView view = main;
        return now == null || view == null
                ? List.of()
                : Commands.of(now, view, words,
                        new Commands.Acts(() -> filesIn().choose(), () -> filesIn().template(), () -> filesIn().jobs(),
                                () -> filesIn().out(), () -> sheets.account(null),
                                sheets::settings,
                                sheets::texts, sheets::fields, sheets::stages, sheets::rules,
                                sheets.guard().acts(now)::now, this::zoom,
                                this::change,
                                this::openFind,
                                () -> find(one -> one.keys(commands())), () -> find(Finding::help),
                                new Commands.Guarding(this::wishToLock, sheets.guard()::protection,
                                        sheets.guard()::backups, sheets.guard()::propose, sheets.guard()::check)));
    }

    private FilesIn filesIn() {
        return new FilesIn(Objects.requireNonNull(session), over, words, outside, this::fail);
    }

    private void listenAtTheDoor() {
        background.execute(() -> {
            try {
                door = FrontDoor.open(home, this::toFront);
            } catch (IOException e) {
                LOG.info("No door for a second start: {}", e.getClass().getSimpleName());
            }
        });
    }

    /** Makes the views anew, in the language and theme chosen. */
    private void show() {
        Session now = session;
        if (now == null) {
            content.getChildren().setAll(new StartView(start, words, this::speak,
                    () -> outside.existing(words.get("guard.start.restore"))));
            return;
        }
        Dates dates = new Dates(words, clock);
        finding = new Finding(now, over, words, dates, notice::say);
        MainView view = new MainView(now, settings, words, dates, outside, notice,
                new MainView.Acts(sheets::settings, this::keep,
                        new SyncView.Acts(() -> sheets.account(null), sheets::account, sheets::remove),
                        letters(now).acts(), sheets::newCustomer, () -> filesIn().choose(),
                        () -> filesIn().jobs(), sheets::rules, sheets::stages, apart(now)::open, sheets.guard()::care));
        main = view;
        content.getChildren().setAll(view);
    }

    private ApartWindows apart(Session of) {
        ApartWindows known = apart;
        ApartWindows now = known == null
                ? new ApartWindows(of, new ApartWindows.Around(outside, () -> words, () -> settings, this::keep,
                        () -> letters(of).acts()))
                : known;
        apart = now;
        return now;
    }

    private Writing letters(Session of) {
        Writing known = writing;
        Writing now = known == null
                ? new Writing(of, new Writing.Frame(stage, () -> words, () -> settings, notice, clock))
                : known;
        writing = now;
        return now;
    }

    private void speak(Locale language) {
        change(now -> now.speaking(language.toLanguageTag()));
    }

    private void dress() {
        Look.take(Look.isDark(settings.theme()));
        Look.dress(scene, settings);
    }

    /** Takes a choice of the user at once. */
    private void change(UnaryOperator<Settings> step) {
        Settings before = settings;
        keep(step);
        dress();
        if (!before.language().equals(settings.language())) {
            words = Words.of(settings.locale());
            Calendars.speak(words.locale());
            show();
            if (over.isShown()) {
                sheets.settings();
            }
        }
    }

    /** Keeps a choice; while a divider is dragged only its end is written. */
    private void keep(UnaryOperator<Settings> step) {
        settings = step.apply(settings);
        if (session != null) {
            session.acts().readsOnOpen(!settings.keepsUnread());
        }
        background.later(Duration.ofMillis(400), "keep-settings", this::write);
    }

    /** What was chosen for the lock holds also after a stop in the next moment. */
    private void keepNow(UnaryOperator<Privacy> step) {
        Privacy now = step.apply(settings.privacy());
        if (!now.equals(settings.privacy())) {
            settings = settings.keeping(now);
            write();
        }
    }

    /** The sample mailbox is nobody's: it has no words that would open it again. */
    private @Nullable Session own() {
        Session now = session;
        return now != null && now.desk().home().equals(home.toAbsolutePath().normalize()) ? now : null;
    }

    private void wishToLock() {
        if (session != null && own() == null) {
            notice.say(words.get("guard.lock.sample"));
        } else if (!lock.isLocked()) {
            sheets.guard().lock();
        }
    }

    private void write() {
        Settings now = settings;
        if (Files.isDirectory(home)) {
            background.execute(() -> file.write(now));
        }
    }

    private void zoom(int step) {
        change(now -> now.zoomed(step == 0 ? 100 : now.zoom() + step));
    }

    private void fail(KithException failure) {
        notice.say(words.sentence(failure));
    }

    /** Ends: the window goes at once, the program when everything received is kept. */
    private void close() {
        if (apart != null) {
            apart.closeAll();
        }
        settings = settings.sized(stage.getWidth(), stage.getHeight());
        stage.hide();
        lock.close();
        Session now = session;
        Settings last = settings;
        Runnable letters = writing == null ? () -> {} : writing.closeAll();
        background.run("close", () -> {
            if (Files.isDirectory(home)) {
                file.write(last);
            }
            FrontDoor opened = door;
            if (opened != null) {
                opened.close();
            }
            letters.run();
            if (now != null) {
                now.close();
            }
            return true;
        }, _ -> exit.run(), _ -> exit.run());
    }
}
