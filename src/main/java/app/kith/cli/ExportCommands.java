package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.store.Customers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith export …} */
final class ExportCommands {
    private ExportCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Contacts(shell));
    }

    @Command(name = "export", description = "write into files", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "contacts", description = "write customers into a file")
    private static final class Contacts extends DeskCommand {
        @Option(names = "--format", paramLabel = "csv|xlsx|vcf|vcf3|json", description = "form of the file (default: by its ending)")
        private Exporter.@Nullable Format format;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to make")
        private Path out = Path.of("");

        @Option(names = "--profile", paramLabel = "P", description = "what goes out: standard (all, sensitive numbers masked), full, business-card, mailing, or properties with commas between them")
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
            Exporter.Format form = format == null ? Exporter.Format.of(out) : format;
            List<Long> wanted = query.isBlank()
                    ? List.of()
                    : Arrays.stream(desk.customers().ids(query, Customers.Order.NAME, 0)).boxed().toList();
            boolean nobody = wanted.isEmpty() && !query.isBlank();
            long count = desk.exports().write(nobody ? List.of(-1L) : wanted, form, ExportProfile.of(profile), out,
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
}
