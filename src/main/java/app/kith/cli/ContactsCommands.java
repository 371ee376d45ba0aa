package app.kith.cli;

import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.FactName;
import app.kith.desk.Segments;
import app.kith.desk.TimelineJson;
import app.kith.store.CustomerList.Sort;
import app.kith.store.CustomerQuery;
import app.kith.store.CustomerQuery.At;
import app.kith.store.CustomerQuery.Clause;
import app.kith.store.Customers;
import app.kith.store.Customers.AddressRow;
import app.kith.store.Customers.Customer;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.DueView;
import app.kith.store.RelationView.Related;
import app.kith.store.StageSteps;
import app.kith.store.StageSteps.Step;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith contacts …} */
final class ContactsCommands {
    private ContactsCommands() {}

    static CommandLine of(Shell shell) {
        CommandLine contacts = new CommandLine(new Group()).addSubcommand(new ListAll(shell))
                .addSubcommand(new Show(shell));
        ContactEdits.addTo(contacts, shell);
        return contacts;
    }

    private static Map<String, Object> json(CustomerRow row, List<String> emails) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("name", row.name());
        json.put("company", row.company());
        json.put("emails", emails);
        json.put("lastContact", text(row.lastContact()));
        json.put("lastDirection", row.lastContact() == null ? null : row.lastOutgoing() ? "out" : "in");
        json.put("received", row.received());
        json.put("sent", row.sent());
        json.put("kind", row.isCompany() ? "company" : "person");
        json.put("title", row.title());
        json.put("stage", row.stage());
        json.put("stageSince", text(row.stageSince()));
        json.put("tags", row.tags());
        Customers.Standing standing = row.standing();
        json.put("owesAnswer", standing.owes());
        json.put("owesSince", text(standing.owesSince()));
        json.put("awaitsAnswer", standing.waits());
        json.put("awaitsSince", text(standing.waitsSince()));
        json.put("lastRealContact", text(standing.lastReal()));
        json.put("keepInTouchDays", standing.keepDays() == 0 ? null : standing.keepDays());
        json.put("nextTask", standing.nextTask() == 0 ? null : standing.nextTask());
        json.put("nextStep", standing.nextTitle().isEmpty() ? null : standing.nextTitle());
        json.put("nextDue", text(standing.nextDue()));
        return json;
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    @Command(name = "contacts", description = "customers", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list customers, last contact first")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--query", paramLabel = "Q", description = "words that name, company or address must hold; tag:vip, stage:, instage:>30d, company:, is:due, NAME:VALUE of a field of your own, a minus before what must not hold, OR")
        private String query = "";

        @Option(names = "--limit", paramLabel = "N", description = "at most so many")
        private int limit;

        @Option(names = "--only", paramLabel = "your_turn|waiting|due|dormant", split = ",", description = "only customers to whom an answer is owed, from whom one is awaited, with whom something is due, with whom there was no contact for 90 days")
        private Set<Customers.Filter> only = Set.of();

        @Option(names = "--stage", paramLabel = "S", split = ",", description = "only customers at this stage, or at one of several")
        private List<String> stages = List.of();

        @Option(names = "--order", paramLabel = "ORDER", description = "in which order: ${COMPLETION-CANDIDATES}")
        private Customers.Order order = Customers.Order.LAST_CONTACT;

        @Option(names = "--order-field", paramLabel = "NAME", description = "in the order of a field of your own")
        private String orderOwn = "";

        @Option(names = "--reverse", description = "the order turned round")
        private boolean turned;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Long> ids = Arrays.stream(desk.customerList().ids(wanted(),
                    new Sort(order, orderOwn, turned), limit,
                    ZonedDateTime.now(Clock.system(ZoneId.systemDefault())))).boxed().toList();
            Map<Long, CustomerRow> rows = desk.customers().rows(ids).stream()
                    .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
            Map<Long, List<String>> emails = desk.customers().emails(ids);
            List<CustomerRow> ordered = ids.stream().filter(rows::containsKey).map(rows::get).toList();
            terminal.items(ordered.stream().map(row -> json(row, emails.getOrDefault(row.id(), List.of()))).toList(),
                    () -> table(terminal.words(), ordered, emails));
        }

        private CustomerQuery wanted() {
            List<Clause> clauses = new ArrayList<>(Segments.read(query).and(only).clauses());
            List<CustomerQuery.Test> at = stages.stream().filter(stage -> !stage.isBlank())
                    .map(stage -> (CustomerQuery.Test) new At(stage)).toList();
            if (!at.isEmpty()) {
                clauses.add(new Clause(false, at));
            }
            return new CustomerQuery(clauses);
        }

        private static Table table(Words words, List<CustomerRow> rows, Map<Long, List<String>> emails) {
            Table table = new Table(List.of("#", words.get("cli.head.name"), words.get("cli.head.company"),
                    words.get("cli.head.email"), words.get("cli.head.last-contact"), words.get("cli.head.mails")));
            rows.forEach(row -> table.row(row.id(), row.name(), row.company(),
                    String.join(", ", emails.getOrDefault(row.id(), List.of())),
                    row.lastContact() == null ? "-" : row.lastContact(), row.received() + row.sent()));
            return table;
        }
    }

    @Command(name = "show", description = "show everything known of a customer")
    private static final class Show extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the customer's number")
        private long id;

        @Option(names = "--as-of", paramLabel = "TIME", description = "what was known then: 2026-05-03 or 2026-05-03T08:00:00Z")
        private String asOf = "";

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (!asOf.isEmpty()) {
                past(terminal, desk.customers().asOf(id, asOf()));
                return;
            }
            Customer customer = desk.customers().find(id)
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
            List<Map<String, Object>> conversations = ConversationsCommands.rows(desk,
                    desk.conversations().ids(id, "", 0));
            if (terminal.json()) {
                Map<String, Object> json = json(customer.row(),
                        desk.customers().emails(List.of(id)).getOrDefault(id, List.of()));
                DueView.Rhythm rhythm = desk.due().rhythm(id, Clock.systemUTC().instant());
                json.put("replyHours", hours(rhythm.times().mine()));
                json.put("theirReplyHours", hours(rhythm.times().theirs()));
                json.put("mailsIn90Days", rhythm.mails());
                json.put("stages", desk.stageSteps().of(id).stream().map(Show::step).toList());
                json.put("addresses", customer.addresses().stream().map(Show::address).toList());
                json.put("values", customer.values().stream().map(Show::value).toList());
                json.put("relations", desk.relations().of(customer).stream().map(Show::relation).toList());
                json.put("conversations", conversations);
                json.put("timeline",
                        desk.timeline().of(id).stream().map(item -> TimelineJson.of(item, terminal.words()))
                                .toList());
                terminal.document(json);
            } else {
                print(terminal, customer, desk.stageSteps().of(id), conversations);
            }
        }

        /** A day means its end. */
        private Instant asOf() {
            Instant time = EntriesCommands.time(asOf);
            return asOf.contains("T") ? time : time.plus(Duration.ofDays(1)).minusMillis(1);
        }

        private void past(Terminal terminal, List<ShownValue> values) {
            if (values.isEmpty()) {
                throw new KithException(Problem.NOT_FOUND, "#" + id + " (" + asOf + ")");
            }
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", id);
                json.put("asOf", asOf().toString());
                json.put("values", values.stream().map(Show::value).toList());
                terminal.document(json);
            } else {
                print(terminal, values);
            }
        }

        private static Map<String, Object> value(ShownValue shown) {
            Value value = shown.value();
            Origin origin = shown.origins().getFirst();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("property", word(value.property()));
            json.put("label", value.label());
            json.put("value", value.raw());
            json.put("normal", value.normal());
            if (value.property() == Property.ADDRESS) {
                json.put("parts", parts(PostalAddress.parts(value.raw())));
            }
            json.put("source", word(origin.source().kind()));
            json.put("place", origin.source().place());
            json.put("where", origin.place());
            json.put("since", origin.since().toString());
            json.put("why", word(shown.why()));
            json.put("sources", shown.origins().size());
            return json;
        }

        private static Map<String, String> parts(PostalAddress address) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("box", address.box());
            parts.put("extended", address.extended());
            parts.put("street", address.street());
            parts.put("locality", address.locality());
            parts.put("region", address.region());
            parts.put("postcode", address.postcode());
            parts.put("country", address.country());
            parts.values().removeIf(String::isEmpty);
            return parts;
        }

        private static String word(Enum<?> one) {
            return one.name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Double hours(OptionalDouble median) {
            return median.isEmpty() ? null : Math.round(median.getAsDouble() * 10) / 10.0;
        }

        private static Map<String, Object> step(Step step) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("stage", step.stage());
            json.put("from", step.from().toString());
            json.put("to", text(step.to()));
            json.put("days", step.days(Clock.systemUTC().instant()));
            json.put("source", word(step.source().kind()));
            json.put("place", step.source().place());
            json.put("actor", word(step.actor()));
            return json;
        }

        private static Map<String, Object> relation(Related related) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", related.kind());
            json.put("contact", related.contact() == 0 ? null : related.contact());
            json.put("name", related.name());
            json.put("saidBy", related.holder());
            return json;
        }

        private static Map<String, Object> address(AddressRow row) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("email", row.email());
            json.put("name", row.name());
            json.put("received", row.received());
            json.put("sent", row.sent());
            json.put("lastReceived", text(row.lastIn()));
            json.put("lastSent", text(row.lastOut()));
            return json;
        }

        private static void print(Terminal terminal, List<ShownValue> values) {
            for (ShownValue shown : values.stream().filter(one -> one.value().property().isText()).toList()) {
                Value value = shown.value();
                Source source = shown.origins().getFirst().source();
                terminal.line("  " + FactName.of(terminal.words(), value.property(), value.label()) + ": "
                        + value.raw() + "  ("
                        + terminal.words().get("cli.source." + word(source.kind()), source.place()) + ")");
            }
        }

        private static void print(Terminal terminal, Customer customer, List<Step> steps,
                List<Map<String, Object>> conversations) {
            Words words = terminal.words();
            CustomerRow row = customer.row();
            terminal.line(row.name() + (row.company().isEmpty() ? "" : " · " + row.company()));
            if (row.stageSince() != null) {
                terminal.line(words.get("cli.stage-since", row.stage(), row.stageSince(), words.count("follow.days",
                        StageSteps.days(row.stageSince(), Clock.systemUTC().instant()))));
            }
            steps.stream().filter(step -> step.to() != null).forEach(step -> terminal
                    .line("  " + words.get("cli.stage-step", step.stage(), step.from(), String.valueOf(step.to()))));
            print(terminal, customer.values());
            terminal.line(words.get("cli.exchanged", row.received(), row.sent(),
                    row.lastContact() == null ? "-" : row.lastContact()));
            Table table = new Table(List.of("#", words.get("cli.head.subject"), words.get("cli.head.mails"),
                    words.get("cli.head.last-contact")));
            conversations.forEach(c -> table.row(c.get("id"), c.get("subject"), c.get("messages"), c.get("lastAt")));
            terminal.table(table);
        }
    }
}
