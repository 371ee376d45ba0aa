package app.kith.desk;

import app.kith.account.Account;
import app.kith.account.Provider;
import app.kith.account.Scope;
import app.kith.store.Customers.Order;
import app.kith.sync.Pass;
import app.kith.sync.Pass.Trouble;
import app.kith.vault.Ways;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report of a fault for whoever is to find it: the program, the system, how much there is, what is set and what the log says last.
 * No name, address, server of the user's own, text of a mail or secret is in it. In English, whatever the language of the window.
 * Blocks.
 */
public final class FaultReport {
    private static final int LINES = 300;
    private static final int PASSES = 3;

    private final Desk desk;
    private final Clock clock;
    private final StringBuilder out = new StringBuilder(20_000);

    private FaultReport(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Makes a report.
     *
     * @param desk the open data
     * @param findings what the check found; null where nothing was checked
     * @param window what is set in the window, by names of the program's own; empty where there is none
     * @param clock what time it is
     * @return some pages of plain text
     */
    public static String of(Desk desk, Doctor.@Nullable Findings findings, Map<String, String> window, Clock clock) {
        FaultReport report = new FaultReport(desk, clock);
        report.program();
        report.data(findings);
        report.keeping();
        report.accounts();
        report.section("Window", new TreeMap<>(window));
        report.log();
        return report.out.toString();
    }

    /**
     * Writes a report.
     *
     * @param report its text
     * @param file where it goes
     * @param replaces whether a file that is there is replaced
     * @throws KithException FILE_EXISTS, DISK
     */
    public static void write(String report, Path file, boolean replaces) {
        try {
            if (!replaces && Files.exists(file)) {
                throw new KithException(Problem.FILE_EXISTS, file);
            }
            Files.writeString(file, report, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Backups.disk(file, e);
        }
    }

    private void section(String title, Map<String, ?> lines) {
        if (!lines.isEmpty()) {
            out.append(title).append('\n');
            lines.forEach((name, value) -> line(name, value));
            out.append('\n');
        }
    }

    private void title(String title) {
        out.append(title).append('\n');
    }

    private void line(String name, Object value) {
        out.append("  ").append(name).append(": ").append(value).append('\n');
    }

    private void program() {
        String version = FaultReport.class.getPackage().getImplementationVersion();
        Runtime runtime = Runtime.getRuntime();
        title("Kith " + (version == null ? "(from classes)" : version));
        line("made", clock.instant().truncatedTo(ChronoUnit.MINUTES));
        line("Java", Runtime.version());
        line("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        line("language", Locale.getDefault().toLanguageTag());
        line("processors", runtime.availableProcessors());
        line("memory, MB", (runtime.totalMemory() - runtime.freeMemory() >> 20) + " used of at most "
                + (runtime.maxMemory() >> 20));
        out.append('\n');
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private void data(Doctor.@Nullable Findings findings) {
        title("Data");
        try {
            line("room left, MB", Files.getFileStore(desk.home()).getUsableSpace() >> 20);
        } catch (IOException e) {
            line("room left", e.getClass().getSimpleName());
        }
        line("damage when opened", desk.damages().size());
        if (findings == null) {
            line("customers", desk.customers().count());
            line("conversations", desk.conversations().count());
            line("check", "not done");
        } else {
            findings.counts().forEach(this::line);
            line("bytes", findings.bytes().ledger() + " ledger, " + findings.bytes().mail() + " mail, "
                    + findings.bytes().store() + " store");
            line("check", findings.healthy() ? "nothing is wrong" : "something is wrong");
            findings.damages().forEach(damage -> line("damage", damage.file() + " record " + damage.sequence()
                    + " at byte " + damage.offset() + ": " + damage.what()));
            findings.faults().forEach(fault -> line("fault", fault));
        }
        out.append('\n');
    }

    private void keeping() {
        Ways ways = desk.protection().ways();
        Instant now = clock.instant();
        Backups backups = desk.backups();
        title("Protection");
        line("opened by", (ways.keyStore() ? "key store " : "") + (ways.passphrase() ? "passphrase " : "")
                + (ways.code() ? "recovery code" : ""));
        line("backups", backups.plan().every().name().toLowerCase(Locale.ROOT)
                + (backups.plan().folder() == null ? ", in the usual folder" : ", in a folder of choice"));
        line("last backup", backups.last().map(last -> age(last, now)).orElse("none"));
        line("last trial", desk.backupChecks().last().map(last -> age(last.at(), now) + ", "
                + (last.ok() ? "all well" : "not well" + (last.problem() == null ? "" : ", " + last.problem())))
                .orElse("none"));
        out.append('\n');
    }

    private static String age(Instant then, Instant now) {
        return Duration.between(then, now).toHours() + " hours ago";
    }

    /** Accounts by number; their server is named where many have the same. */
    private void accounts() {
        for (Account account : desk.accounts().list()) {
            title("Mailbox " + account.id());
            String server = Provider.ofServer(account.imap().host()).map(Provider::id).orElse("of its own");
            line("server", server + ", " + account.imap().security() + ", port " + account.imap().port());
            line("sends", account.smtp() == null
                    ? "no"
                    : account.smtp().security() + ", port " + account.smtp().port());
            line("address book", account.carddav() == null ? "no" : "yes");
            line("own certificate", account.certificate() == null ? "no" : "yes");
            line("schedule", account.schedule().kind().name().toLowerCase(Locale.ROOT)
                    + (account.schedule().paused() ? ", paused" : ""));
            line("scope", account.scope().equals(Scope.ALL) ? "all" : "not all");
            List<Pass> passes = desk.sync().history(account.id());
            passes.stream().limit(PASSES).forEach(pass -> line("pass", pass(pass)));
            out.append('\n');
        }
    }

    private static String pass(Pass pass) {
        String troubles = pass.troubles().stream().map(Trouble::problem).map(String::valueOf)
                .collect(Collectors.joining(" "));
        return pass.startedAt().truncatedTo(ChronoUnit.MINUTES) + " " + pass.status() + ", " + pass.folders().size()
                + " folders, " + pass.folders().stream().mapToLong(Pass.Folder::fetched).sum() + " fetched "
                + troubles;
    }

    private void log() {
        title("Log, last lines");
        try {
            new LogLines(word -> desk.customers().ids(word, Order.NAME, 1).length > 0).last(desk.home(), LINES)
                    .forEach(each -> out.append("  ").append(each).append('\n'));
        } catch (IOException e) {
            line("not read", e.getClass().getSimpleName());
        }
    }
}
