package app.kith.cli;

import app.kith.contact.HomeCountry;
import app.kith.desk.Desk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith settings country}. */
final class SettingsCommands {
    private SettingsCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Country(shell));
    }

    @Command(name = "settings", description = "what holds for everything", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "country", description = "show or choose the country of telephone numbers that name none and stand on a card that tells none")
    private static final class Country extends DeskCommand {
        @Parameters(paramLabel = "NAME", arity = "0..1", description = "name or two-letter code; \"system\" for that of the system")
        private @Nullable String name;

        Country(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            String wanted = name;
            long change = wanted == null ? 0 : desk.country().choose(wanted.equals("system") ? "" : wanted);
            if (!terminal.json()) {
                terminal.line(HomeCountry.code());
                if (wanted != null) {
                    terminal.changed(change);
                }
                return;
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("country", HomeCountry.code());
            json.put("chosen", !desk.country().chosen().isEmpty());
            if (wanted != null) {
                json.put("change", change);
            }
            terminal.document(json);
        }
    }
}
