package app.kith.cli;

import app.kith.contact.Property;
import app.kith.desk.Desk;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith profiles …}: what of contacts goes out. */
final class ProfilesCommands {
    private ProfilesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Save(shell))
                .addSubcommand(new Remove(shell));
    }

    @Command(name = "profiles", description = "export profiles: which fields go out, in which order, what is masked", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Iterable<Property> properties) {
        StringBuilder all = new StringBuilder();
        properties.forEach(one -> all.append(all.isEmpty() ? "" : ",").append(word(one)));
        return all.toString();
    }

    @Command(name = "list", description = "print the profiles")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<ExportProfile> all = desk.transfers().profiles().all();
            terminal.items(all.stream().map(ListAll::json).toList(), () -> {
                Table table = new Table(List.of(terminal.words().get("profile.name"),
                        terminal.words().get("profile.fields"), terminal.words().get("profile.masked"),
                        terminal.words().get("profile.sensitive"), terminal.words().get("profile.format")));
                all.forEach(one -> table.row(one.id(),
                        one.properties().size() == Property.values().length ? "*" : words(one.properties()),
                        words(one.masked()), word(one.sensitive()).replace('_', '-'),
                        one.format() == null ? "" : word(one.format())));
                return table;
            });
        }

        private static Map<String, Object> json(ExportProfile profile) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", profile.id());
            json.put("fields", profile.properties().stream().map(ProfilesCommands::word).toList());
            json.put("masked", profile.masked().stream().map(ProfilesCommands::word).sorted().toList());
            json.put("sensitive", word(profile.sensitive()).replace('_', '-'));
            json.put("format", profile.format() == null ? null : word(profile.format()));
            return json;
        }
    }

    @Command(name = "save", description = "keep a profile, or change the one of that name")
    private static final class Save extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        @Option(names = "--fields", paramLabel = "F,F…", description = "what goes out, in that order: name,company,phone,email (default: all)")
        private String fields = "";

        @Option(names = "--mask", paramLabel = "F,F…", description = "what of it is hidden but for so much as is needed to know it again: 138****5678, w***@x.com")
        private String mask = "";

        @Option(names = "--sensitive", paramLabel = "shown|masked|left-out", description = "what becomes of numbers of identity cards and bank accounts (default: masked)")
        private String sensitive = "masked";

        @Option(names = "--format", paramLabel = "csv|xlsx|vcf|vcf3|json", description = "the form of files (default: by their endings)")
        private Exporter.@Nullable Format format;

        Save(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Property> out = fields.isEmpty() ? List.of(Property.values()) : properties(fields);
            Set<Property> hidden = properties(mask).stream().collect(Collectors.toSet());
            terminal.changed(desk.transfers().profiles()
                    .save(new ExportProfile(name.strip(), out, hidden, sensitive(sensitive), format)));
        }

        private static ExportProfile.Sensitive sensitive(String text) {
            try {
                return ExportProfile.Sensitive.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new KithException(e, Problem.USAGE, text);
            }
        }

        private static List<Property> properties(String names) {
            try {
                return ExportProfile.properties(names);
            } catch (IllegalArgumentException e) {
                throw new KithException(e, Problem.USAGE, names);
            }
        }
    }

    @Command(name = "remove", description = "remove one of your own profiles")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.transfers().profiles().remove(name));
        }
    }
}
