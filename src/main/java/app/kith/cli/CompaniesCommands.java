package app.kith.cli;

import app.kith.contact.Entry;
import app.kith.contact.ShownValue;
import app.kith.desk.Desk;
import app.kith.store.Companies.Company;
import app.kith.store.Companies.CompanyRow;
import app.kith.store.Companies.Order;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.FileList.Filter;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith companies list|show}. */
final class CompaniesCommands {
    private CompaniesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Show(shell));
    }

    @Command(name = "companies", description = "companies with their people", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static Map<String, Object> json(CompanyRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("name", row.name());
        json.put("domains", row.domains());
        json.put("people", row.people());
        json.put("lastContact", time(row.lastContact()));
        return json;
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Command(name = "list", description = "list companies")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--query", paramLabel = "Q", description = "words of the name or a domain; Chinese names by Pinyin, too")
        private String query = "";

        @Option(names = "--order", paramLabel = "ORDER", description = "last_contact, name or people (default: ${DEFAULT-VALUE})")
        private Order order = Order.LAST_CONTACT;

        @Option(names = "--after", paramLabel = "ID", description = "only those behind this company in the order")
        private long after;

        @Option(names = "--limit", paramLabel = "N", description = "at most so many; 0 for all (default: ${DEFAULT-VALUE})")
        private int limit = 100;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Long> ids = Arrays.stream(desk.companies().ids(query, order, after, limit)).boxed().toList();
            List<CompanyRow> rows = desk.companies().rows(ids);
            terminal.items(rows.stream().map(CompaniesCommands::json).toList(), () -> {
                Table table = new Table(List.of("#", terminal.words().get("cli.head.company"),
                        terminal.words().get("cli.head.domains"), terminal.words().get("cli.head.people"),
                        terminal.words().get("cli.head.last-contact")));
                rows.forEach(row -> table.row(String.valueOf(row.id()), row.name(), String.join(" ", row.domains()),
                        String.valueOf(row.people()), String.valueOf(time(row.lastContact()))));
                return table;
            });
        }
    }

    @Command(name = "show", description = "show a company with what its card says, its people, their mail together, their files and records")
    private static final class Show extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "number of the company, or of a customer who belongs to it")
        private long id;

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Company company = desk.companies().find(id)
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
            List<ShownValue> facts = company.card() == null
                    ? List.of()
                    : desk.customers().find(company.card()).map(Customer::values).orElse(List.of());
            int files = desk.files().ids(new Filter(company.members(), null, ""), 0, 0).length;
            if (terminal.json()) {
                terminal.document(json(company, facts, files));
                return;
            }
            terminal.line(company.row().name() + "  " + String.join(" ", company.row().domains()));
            Facts.print(terminal, facts);
            terminal.line(terminal.words().get("cli.company-sum", company.conversations().length,
                    company.entries().size(), files));
            Table table = new Table(List.of("#", terminal.words().get("cli.head.name"),
                    terminal.words().get("cli.head.last-contact"), terminal.words().get("cli.head.mails")));
            company.people().forEach(one -> table.row(String.valueOf(one.id()), one.name(),
                    String.valueOf(time(one.lastContact())), String.valueOf(one.received() + one.sent())));
            terminal.table(table);
        }

        private static Map<String, Object> json(Company company, List<ShownValue> facts, int files) {
            Map<String, Object> json = CompaniesCommands.json(company.row());
            json.put("card", company.card());
            json.put("values", facts.stream().map(Facts::json).toList());
            json.put("files", files);
            json.put("contacts", company.people().stream().map(Show::json).toList());
            json.put("conversations", Arrays.stream(company.conversations()).boxed().toList());
            json.put("records", company.records().stream().map(Show::json).toList());
            json.put("activities", company.entries().stream().filter(entry -> !entry.kind().isRecord())
                    .map(Show::json).toList());
            return json;
        }

        private static Map<String, Object> json(CustomerRow one) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", one.id());
            json.put("name", one.name());
            json.put("title", one.title());
            json.put("received", one.received());
            json.put("sent", one.sent());
            json.put("lastContact", time(one.lastContact()));
            return json;
        }

        private static Map<String, Object> json(Entry entry) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", entry.id());
            json.put("contact", entry.contact());
            json.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
            json.put("at", entry.at().toString());
            json.put("title", entry.title());
            json.put("number", entry.number());
            json.put("amount", entry.amount());
            json.put("currency", entry.currency());
            json.put("state", entry.state());
            return json;
        }
    }
}
