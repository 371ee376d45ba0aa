package app.kith.cli;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.AddressBook.Direction;
import app.kith.desk.Desk;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.AddressBooks;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookPlan.Item;
import app.kith.sync.carddav.BookReport;
import app.kith.sync.carddav.OpenDifference;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith books list|show|set|plan|accept|decide}. */
final class BooksCommands {
    private static final int SOME_REFUSED = 6;

    private BooksCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Show(shell))
                .addSubcommand(new Set(shell)).addSubcommand(new Plan(shell)).addSubcommand(new Accept(shell))
                .addSubcommand(new Decide(shell));
    }

    @Command(name = "books", description = "address books on servers, followed in both directions", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static Optional<Account> account(Desk desk, AddressBook book) {
        return desk.accounts().list().stream().filter(account -> account.id() == book.account()).findFirst();
    }

    private static Account sure(Desk desk, AddressBook book) {
        return account(desk, book).orElseThrow(() -> new KithException(Problem.ACCOUNT_UNKNOWN, book.name()));
    }

    private static Map<String, Object> json(Desk desk, AddressBook book) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", book.id());
        json.put("name", book.name());
        json.put("account", account(desk, book).map(Account::email).orElse(null));
        json.put("url", book.url());
        json.put("writable", book.writable());
        json.put("there", book.there());
        json.put("direction", book.direction().word());
        json.put("addTag", book.tag().isEmpty() ? null : book.tag());
        json.put("accepted", book.accepted());
        json.put("waiting", desk.addressBooks().waiting(book).items().size());
        json.put("conflicts", desk.addressBooks().differences(book).size());
        return json;
    }

    private static Map<String, Object> json(Item item, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", item.kind().word());
        json.put("name", item.name());
        json.put("href", item.href());
        json.put("contact", item.contact() == 0 ? null : item.contact());
        json.put("details", details(item, words));
        return json;
    }

    private static List<String> details(Item item, Words words) {
        return item.kind() == BookPlan.Kind.LEFT_OUT
                ? item.details().stream().map(words::get).toList()
                : item.details();
    }

    private static Map<String, Object> json(OpenDifference difference, int number) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", number);
        json.put("property", difference.property().name().toLowerCase(Locale.ROOT));
        json.put("href", difference.href());
        json.put("ours", difference.ours());
        json.put("theirs", difference.theirs());
        return json;
    }

    static Map<String, Object> json(BookReport report, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", report.name());
        json.put("url", report.url());
        json.put("onServer", report.onServer());
        json.put("local", report.local());
        json.put("fetched", report.fetched());
        json.put("sent", report.sent());
        json.put("removed", report.removed());
        json.put("conflicts", report.conflicts());
        json.put("leftOut", report.leftOut().stream()
                .map(one -> Map.of("href", one.href(), "reason", words.get(one.reason()))).toList());
        json.put("waiting", report.waiting());
        KithException error = report.error();
        json.put("error", error == null ? null : words.sentence(error));
        return json;
    }

    static void print(BookReport report, Terminal terminal) {
        Words words = terminal.words();
        KithException error = report.error();
        String name = report.name().isEmpty() ? report.url() : report.name();
        if (error != null) {
            terminal.note("kith: " + words.sentence(error));
        }
        if (report.waiting() && error == null) {
            terminal.line(words.get("book.cli.waits", name, report.onServer()));
        } else if (!report.waiting()) {
            terminal.line(words.get("book.cli.done", name, report.onServer(), report.local(), report.fetched(),
                    report.sent(), report.removed()));
        }
        report.leftOut().forEach(one -> terminal.line("  " + one.href() + ": " + words.get(one.reason())));
        if (report.conflicts() > 0) {
            terminal.line(words.count("book.cli.conflicts", report.conflicts()));
        }
    }

    @Command(name = "list", description = "list the address books that are known")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--look", description = "ask the servers which there are first")
        private boolean look;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (look) {
                desk.accounts().list().stream().filter(account -> account.carddav() != null)
                        .forEach(account -> desk.addressBooks().look(account, new StopSignal()));
            }
            List<Map<String, Object>> items = desk.addressBooks().list().stream()
                    .filter(book -> account(desk, book).isPresent()).map(book -> json(desk, book)).toList();
            terminal.items(items, () -> {
                Words words = terminal.words();
                Table table = new Table(List.of("id", words.get("cli.head.name"), words.get("cli.head.account"),
                        words.get("book.head.direction"), words.get("book.head.tag"), words.get("book.head.waiting"),
                        words.get("book.head.conflicts")));
                items.forEach(one -> table.row(one.get("id"), one.get("name"), one.get("account"),
                        words.get("book.direction." + one.get("direction"))
                                + (Boolean.TRUE.equals(one.get("accepted")) ? "" : " " + words.get("book.cli.no-yes")),
                        one.get("addTag") == null ? "-" : one.get("addTag"), one.get("waiting"),
                        one.get("conflicts")));
                return table;
            });
        }
    }

    @Command(name = "show", description = "show an address book, what waits to be sent, and what is to be decided")
    private static final class Show extends DeskCommand {
        @Parameters(paramLabel = "BOOK", description = "its id, name or address")
        private String name = "";

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            AddressBook book = desk.addressBooks().find(name);
            Map<String, Object> json = json(desk, book);
            List<OpenDifference> open = desk.addressBooks().differences(book);
            BookPlan waiting = desk.addressBooks().waiting(book);
            if (terminal.json()) {
                json.put("toSend", waiting.items().stream().map(item -> BooksCommands.json(item, terminal.words()))
                        .toList());
                List<Map<String, Object>> differences = new ArrayList<>();
                open.forEach(one -> differences.add(BooksCommands.json(one, differences.size() + 1)));
                json.put("differences", differences);
                terminal.document(json);
                return;
            }
            json.forEach((key, value) -> terminal.line(key + ": " + (value == null ? "-" : value)));
            items(waiting, terminal);
            for (int i = 0; i < open.size(); i++) {
                OpenDifference one = open.get(i);
                terminal.line(terminal.words().get("book.cli.difference", i + 1,
                        one.property().name().toLowerCase(Locale.ROOT), String.join(", ", one.ours()),
                        String.join(", ", one.theirs())));
            }
        }
    }

    private static void items(BookPlan plan, Terminal terminal) {
        Words words = terminal.words();
        Table table = new Table(List.of(words.get("cli.head.what"), words.get("cli.head.name"),
                words.get("book.head.details")));
        plan.items().forEach(item -> table.row(words.get("book.kind." + item.kind().word()),
                item.name().isEmpty() ? item.href() : item.name(), String.join("; ", details(item, words))));
        terminal.table(table);
    }

    @Command(name = "set", description = "choose how an address book is followed")
    private static final class Set extends DeskCommand {
        @Parameters(paramLabel = "BOOK", description = "its id, name or address")
        private String name = "";

        @Option(names = "--direction", paramLabel = "off|read|both", description = "what goes where")
        private @Nullable String direction;

        @Option(names = "--add-tag", paramLabel = "TAG|none", description = "customers with this tag are put into the book")
        private @Nullable String tag;

        Set(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            AddressBook book = desk.addressBooks().find(name);
            AddressBook after = direction == null ? book : book.going(wanted(direction));
            terminal.changed(desk.addressBooks()
                    .set(tag == null ? after : after.tagged(tag.equals("none") ? "" : tag.strip())));
        }

        private static Direction wanted(String word) {
            return Arrays.stream(Direction.values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst()
                    .orElseThrow(() -> new KithException(Problem.USAGE, "--direction " + word));
        }
    }

    @Command(name = "plan", description = "say what the next pass over address books would do; nothing is changed")
    private static final class Plan extends DeskCommand {
        @Parameters(paramLabel = "BOOK", arity = "0..1", description = "its id, name or address; all without it")
        private String name = "";

        Plan(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            AddressBooks books = desk.addressBooks();
            List<AddressBook> wanted = name.isEmpty()
                    ? books.list().stream().filter(book -> book.there() && book.direction() != Direction.OFF
                            && account(desk, book).isPresent()).toList()
                    : List.of(books.find(name));
            List<Map<String, Object>> all = new ArrayList<>();
            for (AddressBook book : wanted) {
                BookPlan plan = books.plan(sure(desk, book), book, new StopSignal());
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", book.id());
                json.put("name", book.name());
                json.put("accepted", book.accepted());
                json.put("items", plan.items().stream().map(item -> json(item, terminal.words())).toList());
                all.add(json);
                if (!terminal.json()) {
                    terminal.line(book.name() + ": " + Arrays.stream(BookPlan.Kind.values())
                            .filter(kind -> plan.count(kind) > 0)
                            .map(kind -> terminal.words().get("book.kind." + kind.word()) + " " + plan.count(kind))
                            .collect(Collectors.joining(", ")));
                    items(plan, terminal);
                }
            }
            if (terminal.json()) {
                terminal.document(Map.of("items", all));
            }
        }
    }

    @Command(name = "accept", description = "say yes to what the next pass comes to, and do it: the first one, or one with which many cards go")
    private static final class Accept extends DeskCommand {
        @Parameters(paramLabel = "BOOK", description = "its id, name or address")
        private String name = "";

        private int exit;

        Accept(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            AddressBook book = desk.addressBooks().find(name);
            BookReport report = desk.addressBooks().accept(sure(desk, book), book, new StopSignal());
            if (terminal.json()) {
                terminal.document(json(report, terminal.words()));
            } else {
                print(report, terminal);
            }
            KithException error = report.error();
            exit = error != null ? error.problem().exit() : report.leftOut().isEmpty() ? 0 : SOME_REFUSED;
        }

        @Override
        int exit() {
            return exit;
        }
    }

    @Command(name = "decide", description = "decide what both sides changed in different ways")
    private static final class Decide extends DeskCommand {
        @Parameters(index = "0", paramLabel = "BOOK", description = "its id, name or address")
        private String name = "";

        @Parameters(index = "1", paramLabel = "NUMBER", description = "which difference, as \"show\" counts them")
        private int number;

        @Parameters(index = "2", paramLabel = "ours|theirs", description = "what holds: the record here, or the server")
        private String side = "";

        Decide(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            AddressBook book = desk.addressBooks().find(name);
            List<OpenDifference> open = desk.addressBooks().differences(book);
            if (number < 1 || number > open.size()) {
                throw new KithException(Problem.NOT_FOUND, String.valueOf(number));
            }
            if (!Objects.equals(side, "ours") && !Objects.equals(side, "theirs")) {
                throw new KithException(Problem.USAGE, side);
            }
            terminal.changed(desk.addressBooks().decide(book, open.get(number - 1), side.equals("ours")));
        }
    }
}
