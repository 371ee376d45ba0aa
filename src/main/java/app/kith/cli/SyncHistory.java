package app.kith.cli;

import app.kith.account.Account;
import app.kith.desk.Desk;
import app.kith.sync.Pass;
import app.kith.sync.Pass.Folder;
import app.kith.sync.Pass.Trouble;
import app.kith.sync.PassDay;
import app.kith.sync.SyncReport.Status;
import app.kith.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code kith sync --history}: the reports of passes that are kept. */
final class SyncHistory {
    private final Shell shell;

    SyncHistory(Shell shell) {
        this.shell = shell;
    }

    /** Lists the passes, newest first. */
    int list(@Nullable String email) {
        Terminal terminal = shell.terminal();
        List<Map<String, Object>> items = new ArrayList<>();
        Words words = terminal.words();
        Table table = new Table(List.of(words.get("cli.head.account"), words.get("cli.head.when"),
                words.get("cli.head.state"), words.get("cli.head.seconds"), words.get("cli.head.fetched"),
                words.get("cli.head.flags"), words.get("cli.head.vanished"), words.get("cli.head.left-out")));
        try (Desk desk = shell.desk()) {
            List<Account> accounts = email == null ? desk.accounts().list() : List.of(desk.accounts().find(email));
            for (Account account : accounts) {
                for (Pass pass : desk.sync().history(account.id())) {
                    items.add(json(account, pass, words));
                    row(table, account, pass, words);
                }
            }
        }
        terminal.items(items, () -> table);
        return 0;
    }

    /** Lists the sums of days, newest first. */
    int days(@Nullable String email) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        List<Map<String, Object>> items = new ArrayList<>();
        Table table = new Table(List.of(words.get("cli.head.account"), words.get("cli.head.day"),
                words.get("cli.head.passes"), words.get("cli.head.not-in-step"), words.get("cli.head.fetched"),
                words.get("cli.head.flags"), words.get("cli.head.vanished"), words.get("cli.head.troubles")));
        try (Desk desk = shell.desk()) {
            List<Account> accounts = email == null ? desk.accounts().list() : List.of(desk.accounts().find(email));
            for (Account account : accounts) {
                for (PassDay day : desk.sync().days(account.id())) {
                    items.add(json(account, day, words));
                    table.row(account.email(), day.day(), day.count(), day.count() - day.count(Status.OK),
                            day.fetched(), day.flagsChanged(), day.vanished(), day.troubles().stream()
                                    .map(each -> each.times() + " × " + each.trouble().problem().toLowerCase(
                                            Locale.ROOT).replace('_', '-'))
                                    .collect(Collectors.joining(", ")));
                }
            }
        }
        terminal.items(items, () -> table);
        return 0;
    }

    private static Map<String, Object> json(Account account, PassDay day, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", account.email());
        json.put("day", day.day().toString());
        Map<String, Object> passes = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            passes.put(status.word(), day.count(status));
        }
        json.put("passes", passes);
        json.put("fetched", day.fetched());
        json.put("flagsChanged", day.flagsChanged());
        json.put("vanished", day.vanished());
        json.put("contactsProposed", day.contactsProposed());
        json.put("sent", day.sent());
        json.put("operationsDone", day.done());
        json.put("operationsFailed", day.failed());
        json.put("errors", day.troubles().stream().map(each -> Map.of("times", each.times(), "error",
                words.sentence(each.trouble().failure()))).toList());
        return json;
    }

    private static void row(Table table, Account account, Pass pass, Words words) {
        table.row(account.email(),
                pass.startedAt().atZone(ZoneId.systemDefault()).format(DateTimeFormatter
                        .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(words.locale())),
                words.get("cli.status." + pass.status().word()), String.format(Locale.ROOT, "%.1f", seconds(pass)),
                pass.fetched(), pass.flagsChanged(), pass.vanished(), pass.leftOut());
    }

    private static double seconds(Pass pass) {
        return pass.took().toMillis() / 1000.0;
    }

    private static Map<String, Object> json(Account account, Pass pass, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", account.email());
        json.put("folder", pass.only().isEmpty() ? null : pass.only());
        json.put("status", pass.status().word());
        json.put("startedAt", pass.startedAt().toString());
        json.put("seconds", seconds(pass));
        json.put("folders", pass.folders().stream().map(SyncHistory::json).toList());
        json.put("sent", pass.sent());
        json.put("operations", pass.told());
        json.put("contactsProposed", pass.contactsProposed());
        json.put("errors", pass.troubles().stream().map(Trouble::failure).map(words::sentence).toList());
        return json;
    }

    private static Map<String, Object> json(Folder folder) {
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
}
