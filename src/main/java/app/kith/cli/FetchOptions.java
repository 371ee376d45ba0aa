package app.kith.cli;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code kith account add|edit}: which mail of the account is fetched, and when. */
final class FetchOptions {
    private static final String NONE = "none";

    @Option(names = "--since", paramLabel = "DATE|none", description = "fetch only mail received from this day on, as 2026-03-01")
    private @Nullable String since;

    @Option(names = "--largest", paramLabel = "SIZE", description = "fetch only mail up to this size, as 20M or 500K; 60M at most")
    private @Nullable String largest;

    @Option(names = "--leave-out-folder", paramLabel = "PATH", description = "fetch nothing of this folder; may be repeated")
    private List<String> leaveOut = new ArrayList<>();

    @Option(names = "--fetch-folder", paramLabel = "PATH", description = "fetch this folder again; may be repeated")
    private List<String> fetch = new ArrayList<>();

    @Option(names = "--follow-shared", paramLabel = "PATH", description = "fetch this folder of other people too; may be repeated")
    private List<String> follow = new ArrayList<>();

    @Option(names = "--leave-shared", paramLabel = "PATH", description = "follow this folder of other people no more; may be repeated")
    private List<String> leave = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "ADDRESS-OR-DOMAIN", description = "fetch no mail from there; may be repeated")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--include", paramLabel = "ADDRESS-OR-DOMAIN", description = "exclude this no more; may be repeated")
    private List<String> include = new ArrayList<>();

    @Option(names = "--headers-only", description = "fetch only the headers; the rest of a mail comes when it is opened")
    private boolean headersOnly;

    @Option(names = "--whole-mails", description = "fetch whole mails again, also those of which the header is here")
    private boolean whole;

    @Option(names = "--known-people", description = "fetch only mail from and to customers and whoever you wrote to")
    private boolean known;

    @Option(names = "--all-people", description = "fetch the mail of everybody again")
    private boolean everybody;

    @Option(names = "--schedule", paramLabel = "push|manual|every:15|at:08:00,13:00|weekly:mon,thu:08:00", description = "when mail is fetched; every: in minutes")
    private @Nullable String schedule;

    @Option(names = "--pause", description = "fetch nothing until --resume")
    private boolean pause;

    @Option(names = "--resume", description = "fetch again")
    private boolean resume;

    /** The account with what is given here. */
    Account over(Account account) {
        return account.with(scope(account.scope())).with(schedule(account.schedule()));
    }

    private Scope scope(Scope before) {
        if (headersOnly && whole) {
            throw new KithException(Problem.USAGE, "--headers-only --whole-mails");
        }
        if (known && everybody) {
            throw new KithException(Problem.USAGE, "--known-people --all-people");
        }
        String day = since;
        String size = largest;
        Scope wanted = before.withLeftOut(edited(before.leftOut(), leaveOut, fetch))
                .withShared(edited(before.shared(), follow, leave))
                .withExcluded(edited(before.excluded(), exclude, Scope.ALL.withExcluded(include).excluded()));
        wanted = wanted.withHeadersOnly(headersOnly || before.headersOnly() && !whole);
        wanted = wanted.withKnownOnly(known || before.knownOnly() && !everybody);
        if (day != null) {
            wanted = wanted.withSince(day.equals(NONE) ? null : read(day, LocalDate::parse));
        }
        return size == null ? wanted : wanted.withLargest(read(size, FetchOptions::bytes));
    }

    private static List<String> edited(List<String> before, List<String> added, List<String> taken) {
        List<String> names = new ArrayList<>(before);
        names.removeAll(taken);
        names.addAll(added);
        return names;
    }

    private Schedule schedule(Schedule before) {
        if (pause && resume) {
            throw new KithException(Problem.USAGE, "--pause --resume");
        }
        String word = schedule;
        Schedule wanted = word == null ? before : read(word, Schedule::of);
        return wanted.pausing(pause || before.paused() && !resume);
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new KithException(e, Problem.USAGE, text);
        }
    }

    private static long bytes(String text) {
        String size = text.toUpperCase(Locale.ROOT);
        int shift = size.endsWith("M") ? 20 : size.endsWith("K") ? 10 : 0;
        long number = Long.parseLong(shift == 0 ? size : size.substring(0, size.length() - 1));
        if (number < 1 || number > Scope.MOST >> shift) {
            throw new IllegalArgumentException("not a size up to 60M: " + text);
        }
        return number << shift;
    }

    static Map<String, Object> json(Scope scope) {
        Map<String, Object> json = new LinkedHashMap<>();
        LocalDate since = scope.since();
        json.put("since", since == null ? null : since.toString());
        json.put("largest", scope.largest());
        json.put("leftOutFolders", scope.leftOut());
        json.put("excluded", scope.excluded());
        json.put("sharedFolders", scope.shared());
        json.put("headersOnly", scope.headersOnly());
        json.put("knownPeople", scope.knownOnly());
        return json;
    }
}
