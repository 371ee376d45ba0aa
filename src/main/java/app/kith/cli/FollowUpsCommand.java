package app.kith.cli;

import app.kith.assist.Agenda;
import app.kith.assist.FollowUp;
import app.kith.assist.FollowUp.Kind;
import app.kith.assist.FollowUps;
import app.kith.desk.Desk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith followups …}: tasks, promises, answers owed and awaited, contacts to be made. */
final class FollowUpsCommand {
    private FollowUpsCommand() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Done(shell))
                .addSubcommand(new Snooze(shell)).addSubcommand(new Accept(shell)).addSubcommand(new Refuse(shell))
                .addSubcommand(new Remind(shell));
    }

    @Command(name = "followups", description = "what is to be followed up", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /** Which of them are wanted. */
    private enum Due {
        TODAY,
        WEEK,
        OVERDUE
    }

    @Command(name = "list", description = "list open tasks, the first due first and those without a day last, then promises found, answers owed, answers awaited, and contacts to be made")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--due", paramLabel = "today|week|overdue", description = "only what is due today or before, within seven days or before, or was due before today")
        private @Nullable Due due;

        @Option(names = "--kind", paramLabel = "turn|waiting|promise|task|interval|meeting|birthday", description = "only answers owed, answers awaited for three days, promises found in mail, tasks, customers to keep in touch with; or, of the next days, meetings or birthdays")
        private @Nullable Kind kind;

        @Option(names = "--days", paramLabel = "N", description = "meetings and birthdays of so many days, today among them (default: 7)")
        private int days = 7;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
            List<FollowUp> found = found(desk, Clock.system(ZoneId.systemDefault())).stream()
                    .filter(one -> isWanted(one.day(), today)).toList();
            terminal.items(found.stream().map(one -> json(one, today)).toList(), () -> table(terminal.words(), found));
        }

        private List<FollowUp> found(Desk desk, Clock clock) {
            Agenda agenda = desk.agenda(clock);
            return kind == null ? agenda.all() : switch (kind) {
                case TASK -> agenda.tasks();
                case PROMISE -> agenda.promises();
                case TURN -> agenda.turns();
                case WAITING -> agenda.waiting();
                case INTERVAL -> agenda.intervals();
                case MEETING -> desk.ahead(clock).meetings(days);
                case BIRTHDAY -> desk.ahead(clock).birthdays(days);
            };
        }

        private boolean isWanted(@Nullable LocalDate day, LocalDate today) {
            if (due == null) {
                return true;
            }
            return day != null && switch (due) {
                case TODAY -> !day.isAfter(today);
                case WEEK -> day.isBefore(today.plusDays(7));
                case OVERDUE -> day.isBefore(today);
            };
        }

        private static Table table(Words words, List<FollowUp> found) {
            Table table = new Table(List.of("#", words.get("cli.head.kind"), words.get("cli.head.due"),
                    words.get("cli.head.contact"), words.get("cli.head.what")));
            found.forEach(one -> table.row(one.id(), words.get("follow.kind." + kind(one)),
                    one.day() == null ? "-" : one.day(), one.with().name(), (one.title() + " " + one.text()).strip()));
            return table;
        }

        private static String kind(FollowUp one) {
            return one.kind().name().toLowerCase(Locale.ROOT);
        }

        private static Map<String, Object> json(FollowUp one, LocalDate today) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", one.kind() == Kind.TASK ? one.task() : one.id());
            json.put("contact", one.with().contact() == 0 ? null : one.with().contact());
            json.put("name", one.with().name());
            json.put("title", one.title());
            json.put("text", one.text());
            json.put("due", ContactsCommands.text(due(one)));
            json.put("overdue", one.day() != null && one.day().isBefore(today));
            json.put("kind", kind(one));
            json.put("whose", one.theirs() ? "theirs" : "mine");
            json.put("since", ContactsCommands.text(one.since()));
            json.put("conversation", one.conversation() == 0 ? null : one.conversation());
            json.put("message", one.message() == 0 ? null : one.message());
            return json;
        }

        private static @Nullable Instant due(FollowUp one) {
            LocalDate day = one.day();
            return one.at() != null || day == null ? one.at() : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
    }

    /** An act on one of them. */
    private abstract static class Act extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the number of a task (of a mail to be reminded of), or the id of something else, as the list has it")
        private String id = "";

        Act(Shell shell) {
            super(shell);
        }

        abstract long act(FollowUps followUps, String what);

        static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new KithException(e, Problem.USAGE, text);
            }
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            long change = act(desk.followUps(Clock.system(ZoneId.systemDefault())), id);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("change", change == 0 ? null : change);
            if (terminal.json()) {
                terminal.document(json);
            } else {
                terminal.line("#" + id + "  " + (change == 0
                        ? terminal.words().get("cli.unchanged")
                        : terminal.words().get("cli.changed", String.valueOf(change))));
            }
        }
    }

    @Command(name = "done", description = "a task is done; an answer is not wanted any more; a customer need not be sought for another interval")
    private static final class Done extends Act {
        Done(Shell shell) {
            super(shell);
        }

        @Override
        long act(FollowUps followUps, String what) {
            return followUps.done(what);
        }
    }

    @Command(name = "snooze", description = "put something off to a later day")
    private static final class Snooze extends Act {
        @Option(names = "--until", paramLabel = "DATE", required = true, description = "until which day: 2026-05-03")
        private String until = "";

        Snooze(Shell shell) {
            super(shell);
        }

        @Override
        long act(FollowUps followUps, String what) {
            return followUps.snooze(what, day(until));
        }
    }

    @Command(name = "accept", description = "make a task of a promise")
    private static final class Accept extends Act {
        Accept(Shell shell) {
            super(shell);
        }

        @Override
        long act(FollowUps followUps, String what) {
            return followUps.accept(what);
        }
    }

    @Command(name = "refuse", description = "do not propose a promise again")
    private static final class Refuse extends Act {
        Refuse(Shell shell) {
            super(shell);
        }

        @Override
        long act(FollowUps followUps, String what) {
            return followUps.refuse(what);
        }
    }

    @Command(name = "remind", description = "make a task of a mail, to come back to it on a day")
    private static final class Remind extends Act {
        @Option(names = "--on", paramLabel = "DATE", required = true, description = "on which day: 2026-05-03")
        private String day = "";

        Remind(Shell shell) {
            super(shell);
        }

        @Override
        long act(FollowUps followUps, String what) {
            return followUps.remind(message(what), day(day));
        }

        private static long message(String what) {
            try {
                return Long.parseLong(what);
            } catch (NumberFormatException e) {
                throw new KithException(e, Problem.USAGE, what);
            }
        }
    }
}
