package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.desk.MailExport;
import app.kith.desk.Segments;
import app.kith.exchange.EmptyTable;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.exchange.Parcel;
import app.kith.store.CustomerList.Sort;
import app.kith.store.Customers;
import app.kith.store.MailList;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

/** {@code kith export …} */
final class ExportCommands {
    private ExportCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Contacts(shell)).addSubcommand(new Customer(shell))
                .addSubcommand(new Mail(shell)).addSubcommand(new Everything(shell)).addSubcommand(new Template(shell));
    }

    @Command(name = "export", description = "write into files", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "contacts", description = "write customers into a file")
    private static final class Contacts extends DeskCommand {
        @Option(names = "--format", paramLabel = "csv|xlsx|vcf|vcf3|json", description = "form of the file (default: that of the profile, else by its ending)")
        private Exporter.@Nullable Format format;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to make")
        private Path out = Path.of("");

        @Option(names = "--profile", paramLabel = "P", description = "what goes out: standard (all, sensitive numbers masked), full, business-card, mailing, one of kith profiles, or properties with commas between them")
        private String profile = ExportProfile.builtIn().getFirst().id();

        @Option(names = "--query", paramLabel = "Q", description = "only customers whose name, company or address holds these words")
        private String query = "";

        @Option(names = "--replace", description = "replace the file if it is there")
        private boolean replace;

        Contacts(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ExportProfile chosen = desk.transfers().profiles().find(profile);
            Exporter.Format form = format != null
                    ? format
                    : chosen.format() != null ? chosen.format() : Exporter.Format.of(out);
            List<Long> wanted = query.isBlank()
                    ? List.of()
                    : Arrays.stream(
                            desk.customerList().ids(Segments.read(query), new Sort(Customers.Order.NAME, "", false), 0,
                                    ZonedDateTime.now(Clock.system(ZoneId.systemDefault()))))
                            .boxed().toList();
            boolean nobody = wanted.isEmpty() && !query.isBlank();
            long count = desk.transfers().exports().write(nobody ? List.of(-1L) : wanted, form, chosen, out,
                    replace, terminal.words());
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", out.toString());
                json.put("format", form.name().toLowerCase(Locale.ROOT));
                json.put("profile", profile);
                json.put("contacts", count);
                terminal.document(json);
            } else {
                terminal.line(terminal.words().count("export.done", count, out));
            }
        }
    }

    @Command(name = "template", description = "write an empty table of customers, to be filled in and imported")
    private static final class Template implements Runnable {
        private final Shell shell;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to make, a CSV")
        private Path out = Path.of("");

        @Option(names = "--replace", description = "replace the file if it is there")
        private boolean replace;

        Template(Shell shell) {
            this.shell = shell;
        }

        @Override
        public void run() {
            Terminal terminal = shell.terminal();
            EmptyTable.write(out, replace, terminal.words());
            if (terminal.json()) {
                terminal.document(Map.of("file", out.toString()));
            } else {
                terminal.line(terminal.words().get("out.template-done", out));
            }
        }
    }

    /** An export with mail in it: what it says at its end. */
    private abstract static class WithMail extends DeskCommand {
        private static final int SOME_REFUSED = 6;

        @Option(names = "--replace", description = "replace what is there, if it is a file or a folder that Kith wrote")
        boolean replace;

        private boolean someRefused;

        WithMail(Shell shell) {
            super(shell);
        }

        @Override
        int exit() {
            return someRefused ? SOME_REFUSED : 0;
        }

        void say(ExportedMail done, Path out, String format, Terminal terminal) {
            someRefused = !done.aside().isEmpty();
            Words words = terminal.words();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("out", out.toString());
                json.put("format", format);
                json.putAll(done.report(words));
                terminal.document(json);
                return;
            }
            terminal.line(words.count("export.mail-done", done.mails(), out));
            if (done.headersOnly() > 0) {
                terminal.line(words.count("export.headers-only", done.headersOnly()));
            }
            if (someRefused) {
                terminal.line(words.count("export.set-aside", done.aside().size()));
                done.aside().forEach(one -> terminal.note(one.message() + ": " + words.sentence(one.reason())));
            }
        }
    }

    /** The forms of what consists of several files. */
    private enum Wrapping {
        FOLDER,
        ZIP
    }

    @Command(name = "customer", description = "write one customer with timeline, mails and files, for somebody who takes over")
    private static final class Customer extends WithMail {
        @Parameters(paramLabel = "ID", description = "number of the customer")
        private long contact;

        @Option(names = "--format", paramLabel = "folder|zip", description = "a folder or a ZIP file (default: by the name's ending)")
        private @Nullable Wrapping format;

        @Option(names = "--out", paramLabel = "F", required = true, description = "the folder or ZIP file to make")
        private Path out = Path.of("");

        @Option(names = "--profile", paramLabel = "P", description = "what of the card goes out, as in export contacts")
        private String profile = ExportProfile.builtIn().getFirst().id();

        Customer(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            boolean zipped = format == null ? Parcel.isZip(out) : format == Wrapping.ZIP;
            ExportedMail done = desk.transfers().handOver().write(contact, desk.transfers().profiles().find(profile),
                    new Destination(out, zipped, replace, terminal.words(), ZoneId.systemDefault()));
            say(done, out, zipped ? "zip" : "folder", terminal);
        }
    }

    @Command(name = "mail", description = "write mails into files for other mail programs")
    private static final class Mail extends WithMail {
        @Option(names = "--format", paramLabel = "eml|mbox", description = "a file for each mail, or one for all (default: mbox for names that end so, else eml)")
        private MailExport.@Nullable Format format;

        @Option(names = "--out", paramLabel = "F", required = true, description = "the folder, ZIP file (eml) or mbox file to make")
        private Path out = Path.of("");

        @Option(names = "--contact", paramLabel = "ID", description = "only mails that name this customer")
        private long contact;

        @Option(names = "--query", paramLabel = "Q", description = "only mails whose subject or author holds these words")
        private String query = "";

        @Option(names = "--account", paramLabel = "E", description = "only mails in folders of this account")
        private String account = "";

        Mail(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            MailExport.Format form = format != null
                    ? format
                    : String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".mbox")
                            ? MailExport.Format.MBOX
                            : MailExport.Format.EML;
            long of = account.isEmpty() ? 0 : desk.accounts().find(account).id();
            ExportedMail done = desk.transfers().mailExport().write(new MailList.Filter(contact, query, of), form,
                    new Destination(out, replace, terminal.words(), ZoneId.systemDefault()));
            say(done, out, form.name().toLowerCase(Locale.ROOT), terminal);
        }
    }

    /** The form of an export of everything: there is one. */
    private enum Document {
        JSON
    }

    @Command(name = "everything", description = "write everything but secrets, for another program: a JSON document alone, or in a folder with the mails as they came")
    private static final class Everything extends WithMail {
        @Option(names = "--format", paramLabel = "json", description = "form of the document")
        private Document format = Document.JSON;

        @Option(names = "--out", paramLabel = "F", required = true, description = "the file to make where the name ends in .json; else a folder, or a ZIP file, with the mails too")
        private Path out = Path.of("");

        Everything(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Destination to = new Destination(out, replace, terminal.words(), ZoneId.systemDefault());
            boolean alone = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
            ExportedMail done = alone
                    ? desk.transfers().fullExport().document(to)
                    : desk.transfers().fullExport().write(to);
            say(done, out, format.name().toLowerCase(Locale.ROOT), terminal);
        }
    }
}
