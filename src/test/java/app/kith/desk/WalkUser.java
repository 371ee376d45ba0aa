package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.compose.Letter;
import app.kith.compose.MessageId;
import app.kith.mail.Mailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.HostileSmtp;
import app.kith.support.OtherClient;
import app.kith.sync.OperationQueue.Entered;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/** The user on a random walk: does something to any mail that the desk shows, and writes letters. */
final class WalkUser {
    private static final List<MessageFlags> MARKS = List.of(new MessageFlags(MessageFlags.SEEN, List.of()),
            new MessageFlags(MessageFlags.FLAGGED, List.of()), new MessageFlags(MessageFlags.ANSWERED, List.of()),
            new MessageFlags(0, List.of("$Label1")));

    /** How many conversations are on the screen. */
    private static final int AT_ONCE = 12;

    private final Random random;
    private final WalkModel model;
    private final HostileSmtp smtp;
    private final TreeSet<Long> seen = new TreeSet<>();
    private final Map<Long, String> letters = new HashMap<>();
    private Entered last = new Entered(List.of(), 0, List.of(), List.of());

    WalkUser(Random random, WalkModel model, HostileSmtp smtp) {
        this.random = random;
        this.model = model;
        this.smtp = smtp;
    }

    /** Looks at what the desk shows now. */
    void look(Desk desk) {
        seen.removeIf(message -> desk.operations().lying(message).isEmpty());
        long[] conversations = desk.conversations().ids(0, "", 0);
        for (long conversation : Arrays.copyOf(conversations, Math.min(AT_ONCE, conversations.length))) {
            for (MessageRow row : desk.conversations().messages(conversation)) {
                if (!desk.operations().lying(row.id()).isEmpty()) {
                    seen.add(row.id());
                }
            }
        }
    }

    static String digest(Desk desk, long message) {
        MessageRow row = desk.conversations().message(message).orElseThrow();
        return HexFormat.of().formatHex(row.digest());
    }

    private String act(Desk desk, Function<List<Long>, Entered> act) {
        if (seen.isEmpty()) {
            return "";
        }
        long message = List.copyOf(seen).get(random.nextInt(seen.size()));
        try {
            last = act.apply(List.of(message));
        } catch (KithException e) {
            assertThat(e.problem()).isEqualTo(Problem.NOT_ON_SERVER);
            return "";
        }
        model.entered(digest(desk, message), last.operations());
        return told(last.operations());
    }

    private static String told(List<Operation> operations) {
        return operations.stream().map(each -> "#" + each.id() + " of " + each.message() + " in " + each.path() + ": "
                + (each.to() == null ? "+" + each.add().words() + " -" + each.remove().words() : each.to().path()))
                .toList().toString();
    }

    String mark(Desk desk) {
        MessageFlags flag = MARKS.get(random.nextInt(MARKS.size()));
        boolean on = random.nextBoolean();
        return act(desk, mail -> desk.operations().flag(mail, on ? flag : MessageFlags.NONE,
                on ? MessageFlags.NONE : flag));
    }

    String move(Desk desk) {
        List<String> paths = desk.folders().folders(1).stream().filter(folder -> folder.selectable())
                .map(folder -> folder.key().path()).toList();
        String path = paths.isEmpty() ? "" : paths.get(random.nextInt(paths.size()));
        return act(desk, mail -> desk.operations().move(mail, path));
    }

    String send(Desk desk) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> act(desk, desk.operations()::archive);
            case 2 -> act(desk, desk.operations()::delete);
            default -> act(desk, mail -> desk.operations().junk(mail, random.nextBoolean()));
        };
    }

    /** Takes back what was done last, or has tried again what failed. */
    String thinkAgain(Desk desk) {
        Optional<Operation> failed = desk.operations().list().stream()
                .filter(operation -> operation.state() == Operation.State.FAILED).findFirst();
        if (failed.isPresent()) {
            model.forget(digest(desk, failed.get().message()));
            try {
                desk.operations().retry(failed.get().id());
            } catch (KithException e) {
                assertThat(e.problem()).isEqualTo(Problem.NOT_ON_SERVER);
                desk.operations().cancel(failed.get().id());
            }
            return "again " + told(List.of(failed.get()));
        }
        last.operations().forEach(operation -> model.forget(digest(desk, operation.message())));
        Entered undone = last;
        last = new Entered(List.of(), 0, List.of(), List.of());
        desk.operations().undo(undone);
        return "undo " + told(undone.operations());
    }

    String write(Desk desk) {
        Account account = desk.accounts().list().getFirst();
        Letter letter = new Letter(MessageId.make(account.email()), ZonedDateTime.now(ZoneOffset.UTC),
                new Mailbox("", account.email()), List.of(new Mailbox("Anna", "anna@customer.example")), List.of(),
                List.of(), "Letter", "Text\n.\nMore", null, List.of(), List.of(), List.of());
        Outgoing outgoing = desk.outbox().queue(account, letter, Instant.EPOCH).outgoing();
        letters.put(outgoing.id(), OtherClient.sha256(desk.mails().raw(outgoing.message())));
        return "#" + outgoing.id();
    }

    /** Takes back a letter that has not been sent, if there is one. */
    String takeBack(Desk desk) {
        Optional<Outgoing> waiting = desk.outbox().list().stream().filter(each -> each.state() == State.WAITING)
                .findFirst();
        waiting.ifPresent(outgoing -> desk.outbox().cancel(outgoing.id()));
        return waiting.map(outgoing -> "#" + outgoing.id()).orElse("");
    }

    /** Answers for what is in doubt as only the user can. Returns whether there was anything. */
    boolean answerDoubts(Desk desk) {
        Map<String, Long> taken = taken();
        List<Outgoing> doubtful = desk.outbox().list().stream().filter(each -> each.state() == State.IN_DOUBT).toList();
        for (Outgoing outgoing : doubtful) {
            if (taken.containsKey(letters.get(outgoing.id()))) {
                desk.outbox().cancel(outgoing.id());
            } else {
                desk.outbox().retry(outgoing.id());
            }
        }
        return !doubtful.isEmpty();
    }

    private Map<String, Long> taken() {
        Map<String, Long> taken = new HashMap<>();
        smtp.taken().forEach(each -> taken.merge(OtherClient.sha256(each.raw()), 1L, Long::sum));
        return taken;
    }

    /** Every letter has gone out once, or never where it was taken back. */
    void checkLetters(Desk desk, String where) {
        Map<String, Long> taken = taken();
        Map<Long, State> states = new HashMap<>();
        desk.outbox().list().forEach(outgoing -> states.put(outgoing.id(), outgoing.state()));
        letters.forEach((id, digest) -> {
            State state = states.get(id);
            assertThat(state).as("%s: letter %s", where, id).isIn(State.FILED, State.CANCELLED);
            assertThat(taken.getOrDefault(digest, 0L)).as("%s: letter %s was sent", where, id)
                    .isEqualTo(state == State.FILED ? 1 : 0);
            if (state == State.FILED) {
                model.arrived(digest);
            }
        });
    }

    int letters() {
        return letters.size();
    }
}
