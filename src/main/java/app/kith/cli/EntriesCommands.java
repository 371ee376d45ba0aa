package app.kith.cli;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.contact.Source;
import app.kith.desk.Desk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith activities …} and {@code kith records …}. */
final class EntriesCommands {
    private EntriesCommands() {}

    static CommandLine activities(Shell shell) {
        return group(new Activities(), shell, false);
    }

    static CommandLine records(Shell shell) {
        return group(new BusinessRecords(), shell, true);
    }

    private static CommandLine group(Object group, Shell shell, boolean records) {
        return new CommandLine(group).addSubcommand(new EntriesList(shell, records)).addSubcommand(new Add(shell))
                .addSubcommand(new Edit(shell)).addSubcommand(new Remove(shell));
    }

    /** Reads an instant, or a day in the user's zone. */
    static Instant time(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new KithException(e, Problem.USAGE, text);
        }
    }

    @Command(name = "activities", description = "calls, meetings, notes and tasks", synopsisSubcommandLabel = "COMMAND")
    private static final class Activities {}

    @Command(name = "records", description = "quotations, orders, contracts and service cases", synopsisSubcommandLabel = "COMMAND")
    private static final class BusinessRecords {}

    /** What is said of an activity or record; what is not said stays. */
    private abstract static class Said extends DeskCommand {
        @Option(names = "--at", paramLabel = "TIME", description = "when: 2026-03-12 or 2026-03-12T08:00:00Z; now where it is not given")
        private String at = "";

        @Option(names = "--until", paramLabel = "TIME", description = "when it ended, or when a task is due")
        private String until = "";

        @Option(names = "--title", paramLabel = "T", description = "short name")
        private @Nullable String title;

        @Option(names = "--text", paramLabel = "TEXT", description = "what was said")
        private @Nullable String text;

        @Option(names = "--number", paramLabel = "N", description = "number of the record")
        private @Nullable String number;

        @Option(names = "--amount", paramLabel = "A", description = "amount")
        private @Nullable BigDecimal amount;

        @Option(names = "--currency", paramLabel = "CUR", description = "currency of the amount")
        private @Nullable String currency;

        @Option(names = "--file", paramLabel = "F", description = "a file that is kept with it; may be given again")
        private List<Path> files = List.of();

        @Option(names = "--state", paramLabel = "S", description = "where it stands; a task is open or done")
        private @Nullable String state;

        Said(Shell shell) {
            super(shell);
        }

        /** What is said; the files are kept before an entry names them. */
        Entry on(Entry base, Desk desk) {
            List<KeptFile> kept = new ArrayList<>(kept(base));
            files.forEach(file -> kept.add(desk.keptFiles().keep(file)));
            return new Entry(base.id(), base.contact(), base.kind(), at.isEmpty() ? base.at() : time(at),
                    until.isEmpty() ? base.until() : time(until), or(title, base.title()), or(text, base.text()),
                    or(number, base.number()), amount == null ? base.amount() : amount, or(currency, base.currency()),
                    or(state, base.state()), base.source(), kept);
        }

        /** What stays of the files that are kept with it. */
        List<KeptFile> kept(Entry base) {
            return base.files();
        }

        private static String or(@Nullable String said, String base) {
            return said == null ? base : said;
        }
    }

    @Command(name = "add", description = "enter one")
    private static final class Add extends Said {
        @Option(names = "--contact", paramLabel = "ID", required = true, description = "the customer's number")
        private long contact;

        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "call, meeting, note, task, quotation, order, contract, case")
        private Entry.@Nullable Kind kind;

        @Option(names = "--message", paramLabel = "ID", description = "number of the mail that it hangs on")
        private long message;

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Entry.Kind wanted = java.util.Objects.requireNonNull(kind);
            Entry entry = on(new Entry(0, contact, wanted, Instant.now(), null, "", "", "", null, "",
                    wanted == Entry.Kind.TASK ? Entry.OPEN : "", source(desk)), desk);
            ContactEdits.tell(terminal, desk.records().log(entry));
        }

        private Source source(Desk desk) {
            if (message == 0) {
                return new Source(Source.Kind.HAND, "");
            }
            if (desk.conversations().message(message).isEmpty()) {
                throw new KithException(Problem.NOT_FOUND, "message " + message);
            }
            return Entry.aboutMail(message);
        }
    }

    @Command(name = "edit", description = "change one")
    private static final class Edit extends Said {
        @Parameters(paramLabel = "ID", description = "its number")
        private long id;

        @Option(names = "--remove-file", paramLabel = "NAME", description = "a file that is no longer kept with it; may be given again")
        private List<String> gone = List.of();

        Edit(Shell shell) {
            super(shell);
        }

        @Override
        List<KeptFile> kept(Entry base) {
            gone.stream().filter(name -> base.files().stream().noneMatch(file -> file.name().equals(name))).findFirst()
                    .ifPresent(name -> {
                        throw new KithException(Problem.NOT_FOUND, name);
                    });
            return base.files().stream().filter(file -> !gone.contains(file.name())).toList();
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ContactEdits.tell(terminal, desk.records().change(on(desk.records().entry(id), desk)));
        }
    }

    @Command(name = "remove", description = "take one away; \"undo\" brings it back")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "its number")
        private long id;

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ContactEdits.tell(terminal, desk.records().remove(id));
        }
    }
}
