package app.kith.cli;

import app.kith.account.Account;
import app.kith.desk.Desk;
import app.kith.sync.Reason;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncPlan;
import app.kith.sync.SyncProgress;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.SyncReport.Told;
import app.kith.sync.SyncService;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith sync} */
@Command(name = "sync", description = "follow the mail servers: one pass over every account")
final class SyncCommand implements Callable<Integer> {
    private static final long PROGRESS_EVERY = 100_000_000L;
    private static final int SOME_REFUSED = 6;

    private final Shell shell;
    private volatile long lastShown;

    @Option(names = "--account", paramLabel = "E", description = "this account only")
    private @Nullable String account;

    @Option(names = "--folder", paramLabel = "F", description = "this folder only")
    private String folder = "";

    @Option(names = "--watch", description = "stay, and follow what arrives (IDLE)")
    private boolean watch;

    @Option(names = "--plan", description = "only say what would be done")
    private boolean plan;

    @Option(names = "--history", description = "only say what earlier passes did")
    private boolean history;

    @Option(names = "--days", description = "with --history: a sum for each day, back to twelve months")
    private boolean days;

    @Option(names = "--yes", description = "say yes to the first pass over an address book")
    private boolean yes;

    SyncCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (history) {
            return days ? new SyncHistory(shell).days(account) : new SyncHistory(shell).list(account);
        }
        StopSignal stop = new StopSignal();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> endInOrder(stop, ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try (Desk desk = shell.desk()) {
            List<Account> accounts = account == null ? unpaused(desk) : List.of(desk.accounts().find(account));
            return plan ? plan(desk, accounts) : watch ? watch(desk, accounts, stop) : pass(desk, accounts, stop);
        } finally {
            ended.countDown();
        }
    }

    /** An account that is paused is followed only where it is named. */
    private List<Account> unpaused(Desk desk) {
        List<Account> all = desk.accounts().list();
        all.stream().filter(each -> each.schedule().paused()).forEach(
                each -> shell.terminal().note(shell.terminal().words().get("cli.paused", each.email())));
        return all.stream().filter(each -> !each.schedule().paused()).toList();
    }

    /** A signal that ends the process lets the pass end first: what was received is filed. */
    private static void endInOrder(StopSignal stop, CountDownLatch ended) {
        stop.request();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int pass(Desk desk, List<Account> accounts, StopSignal stop) {
        Terminal terminal = shell.terminal();
        List<SyncReport> reports = new ArrayList<>(desk.sync().pass(accounts, folder, stop, this::show));
        for (int i = 0; yes && i < reports.size(); i++) {
            boolean waits = reports.get(i).books().stream().anyMatch(book -> book.waiting() && book.error() == null);
            if (waits) {
                reports.set(i, reports.get(i).with(desk.addressBooks().pass(accounts.get(i), true, stop)));
            }
        }
        terminal.endProgress();
        if (terminal.json()) {
            terminal.document(Map.of("accounts", reports.stream().map(this::json).toList()));
        } else {
            reports.forEach(this::print);
        }
        return reports.stream().mapToInt(SyncCommand::exit).max().orElse(0);
    }

    private int watch(Desk desk, List<Account> accounts, StopSignal stop) {
        Terminal terminal = shell.terminal();
        List<Thread> watches = accounts.stream().map(each -> SyncService.worker("watch-" + each.id())
                .start(() -> desk.sync().watch(each, true, stop, this::show, report -> {
                    terminal.endProgress();
                    if (terminal.json()) {
                        terminal.document(Map.of("accounts", List.of(json(report))));
                    } else {
                        print(report);
                    }
                }))).toList();
        for (Thread one : watches) {
            try {
                one.join();
            } catch (InterruptedException e) {
                stop.request();
            }
        }
        return 0;
    }

    private int plan(Desk desk, List<Account> accounts) {
        Terminal terminal = shell.terminal();
        List<SyncPlan> plans = accounts.stream().map(each -> desk.sync().plan(each, folder)).toList();
        if (terminal.json()) {
            terminal.document(Map.of("accounts", plans));
        } else {
            Words words = terminal.words();
            for (SyncPlan each : plans) {
                terminal.line(each.account());
                Table table = new Table(List.of(words.get("cli.head.folder"), words.get("cli.head.on-server"),
                        words.get("cli.head.local"), words.get("cli.head.to-fetch"), words.get("cli.head.bytes")));
                each.folders().forEach(f -> table.row(f.folder(), f.onServer(), f.local(), f.toFetch(), f.bytes()));
                terminal.table(table);
                each.folders().stream().filter(f -> !f.leftOut().isEmpty())
                        .forEach(f -> terminal.line(f.folder() + ": " + Reason.sentence(f.leftOut(), words)));
                if (each.changes() > 0) {
                    terminal.line(words.count("cli.plan-changes", each.changes()));
                }
            }
        }
        return 0;
    }

    private void show(SyncProgress progress) {
        long now = System.nanoTime();
        if (now - lastShown > PROGRESS_EVERY) {
            lastShown = now;
            shell.terminal()
                    .progress(shell.terminal().words().get("cli.progress", progress.account(), progress.folder(),
                            progress.done(), progress.total(), progress.messages(), progress.bytes() / 1_000_000));
        }
    }

    private Map<String, Object> json(SyncReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", report.account());
        json.put("status", report.status().word());
        json.put("startedAt", report.startedAt().toString());
        json.put("seconds", seconds(report));
        json.put("folders", report.folders().stream().map(SyncCommand::json).toList());
        json.put("messages", report.messages());
        json.put("sent", report.sent());
        json.put("operations", report.told());
        json.put("addressBooks",
                report.books().stream().map(book -> BooksCommands.json(book, shell.terminal().words())).toList());
        json.put("contactsProposed", report.contactsProposed());
        Instant next = report.nextTry();
        json.put("nextTry", next == null ? null : next.toString());
        json.put("errors", report.errors().stream().map(shell.terminal().words()::sentence).toList());
        return json;
    }

    private static double seconds(SyncReport report) {
        return report.took().toMillis() / 1000.0;
    }

    private static Map<String, Object> json(FolderReport folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.folder());
        json.put("onServer", folder.onServer());
        json.put("local", folder.local());
        json.put("fetched", folder.fetched());
        json.put("flagsChanged", folder.flagsChanged());
        json.put("vanished", folder.vanished());
        json.put("leftOut", folder.leftOut());
        json.put("bytes", folder.bytes());
        return json;
    }

    private void print(SyncReport report) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        terminal.line(words.get("cli.synced", report.account(), words.get("cli.status." + report.status().word()),
                String.format(Locale.ROOT, "%.1f", seconds(report)), report.messages(), report.contactsProposed()));
        if (!report.folders().isEmpty()) {
            Table table = new Table(List.of(words.get("cli.head.folder"), words.get("cli.head.on-server"),
                    words.get("cli.head.local"), words.get("cli.head.fetched"), words.get("cli.head.flags"),
                    words.get("cli.head.vanished"), words.get("cli.head.left-out"), ""));
            report.folders().forEach(f -> table.row(f.folder(), f.onServer(), f.local(), f.fetched(), f.flagsChanged(),
                    f.vanished(), f.leftOut().size(), f.agrees() ? "" : words.get("cli.differs")));
            terminal.table(table);
            report.folders().stream().filter(f -> !f.leftOut().isEmpty()).forEach(f -> terminal
                    .line(f.folder() + ": " + Reason.sentence(Reason.of(f.leftOut()), words)));
        }
        report.books().forEach(book -> BooksCommands.print(book, terminal));
        Told told = report.told();
        if (!told.equals(Told.NOTHING)) {
            terminal.line(words.get("cli.told", told.done(), told.failed(), told.waiting()));
        }
        if (told.marked() > 0) {
            terminal.note(words.count("cli.marked", told.marked()));
        }
        for (KithException error : report.errors()) {
            terminal.note("kith: " + words.sentence(error));
        }
        Instant next = report.nextTry();
        if (next != null) {
            terminal.note(words.get("cli.next-try", next.atZone(ZoneId.systemDefault()).format(
                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale()))));
        }
    }

    private static int exit(SyncReport report) {
        if (report.status() == Status.OK) {
            return 0;
        }
        return report.errors().isEmpty() ? SOME_REFUSED : report.errors().getFirst().problem().exit();
    }
}
