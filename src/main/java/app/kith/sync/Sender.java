package app.kith.sync;

import app.kith.account.Account;
import app.kith.account.Provider;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.FolderRole;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.Recipient;
import app.kith.change.Outgoing.State;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import app.kith.sync.smtp.Delivery;
import app.kith.sync.smtp.Reply;
import app.kith.sync.smtp.SmtpConnection;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in one account: first looks what became of messages in doubt, then sends, then files what was sent.
 *
 * <p>Exactly once: SENDING is entered, forced, before the end of a message goes to the server. Whatever is cut or killed before that
 * is sent anew; whatever is cut or killed after it is in doubt, and never sent again unless the user says so.
 */
final class Sender {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int MOST_ATTEMPTS = 24;

    private final Account account;
    private final String secret;
    private final Outbox outbox;
    private final StopSignal stop;
    private final List<KithException> errors = new ArrayList<>();
    private int sent;

    Sender(Account account, String secret, Outbox outbox, StopSignal stop) {
        this.account = account;
        this.secret = secret;
        this.outbox = outbox;
        this.stop = stop;
    }

    /** Does it. Never throws: what went wrong is in the answer. */
    Sent run() {
        attempt(this::lookForDoubtful);
        attempt(this::sendDue);
        attempt(this::fileSent);
        return new Sent(sent, errors);
    }

    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (KithException e) {
            errors.add(e);
        }
    }

    /** A copy in the Sent folder proves that a message in doubt was taken. Without one nothing is concluded. */
    private void lookForDoubtful() {
        List<Outgoing> doubtful = outbox.list(account).stream().filter(Sender::isDoubtful).toList();
        if (doubtful.isEmpty()) {
            return;
        }
        List<Outgoing> open = new ArrayList<>();
        for (Outgoing outgoing : doubtful) {
            if (canBeFound(outgoing) && outbox.seen(outgoing)) {
                settle(outgoing);
            } else {
                open.add(outgoing);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
            Runnable release = stop.onRequest(connection::cut);
            try {
                String folder = sentFolder(connection);
                for (Outgoing outgoing : open) {
                    boolean found = canBeFound(outgoing) && folder != null
                            && connection.holds(folder, outgoing.messageId());
                    if (found) {
                        settle(outgoing);
                    } else if (outgoing.state() == State.WAITING) {
                        outbox.step(outgoing, Actor.SYNC, "outgoing-not-found",
                                now -> now.at(now.notBefore(), now.attempts(), false));
                    }
                }
            } finally {
                release.run();
            }
        }
    }

    private static boolean isDoubtful(Outgoing outgoing) {
        return outgoing.state() == State.IN_DOUBT || outgoing.state() == State.WAITING && outgoing.lookFirst();
    }

    /** A copy proves nothing where the server took the message for some recipients before. */
    private static boolean canBeFound(Outgoing outgoing) {
        return !outgoing.any(Fate.TAKEN);
    }

    private void settle(Outgoing outgoing) {
        outbox.step(outgoing, Actor.SYNC, "outgoing-found", now -> Outbox.taken(
                now.state() == State.IN_DOUBT ? now : now.turn(Fate.WAITING, Fate.OFFERED), now.answer())
                .at(now.notBefore(), now.attempts(), false));
        sent++;
    }

    private void sendDue() {
        List<Outgoing> due = outbox.list(account).stream().filter(outgoing -> outgoing.state() == State.WAITING
                && !outgoing.lookFirst() && !outgoing.notBefore().isAfter(outbox.now())).toList();
        @Nullable
        SmtpConnection connection = null;
        try {
            for (Outgoing outgoing : due) {
                stop.check();
                if (connection == null || !connection.isOpen()) {
                    connection = SmtpConnection.open(account, secret, SILENCE, (_, _) -> {});
                    outbox.learn(account.id(), connection.largest());
                }
                send(connection, outgoing);
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void send(SmtpConnection connection, Outgoing outgoing) {
        Runnable release = stop.onRequest(connection::cut);
        Outgoing[] now = {outgoing};
        try {
            List<String> wanted = outgoing.recipients().stream().filter(each -> each.fate() == Fate.WAITING)
                    .map(Recipient::address).toList();
            Delivery delivery = connection.send(outgoing.sender(), wanted, outbox.raw(outgoing), outgoing.messageId(),
                    taken -> now[0] = outbox.step(outgoing, Actor.SYNC, "outgoing-sending",
                            before -> offered(before, taken).to(State.SENDING, before.answer())));
            outbox.step(now[0], Actor.SYNC, "outgoing-" + delivery.fate().name().toLowerCase(java.util.Locale.ROOT),
                    before -> after(before, delivery));
            report(outgoing, delivery);
        } finally {
            release.run();
        }
    }

    private static Outgoing offered(Outgoing outgoing, List<String> taken) {
        return outgoing.with(outgoing.recipients().stream()
                .map(each -> each.fate() == Fate.WAITING && taken.contains(each.address())
                        ? new Recipient(each.address(), Fate.OFFERED, each.answer())
                        : each)
                .toList());
    }

    private void report(Outgoing outgoing, Delivery delivery) {
        if (delivery.fate() == Delivery.Fate.TAKEN) {
            sent++;
        }
        Server smtp = account.smtp();
        String host = smtp == null ? account.email() : smtp.host();
        if (delivery.fate() == Delivery.Fate.IN_DOUBT) {
            errors.add(new KithException(Problem.SENT_IN_DOUBT, outgoing.id(), host));
        } else if (delivery.fate() != Delivery.Fate.TAKEN) {
            errors.add(new KithException(Problem.MAIL_REFUSED, outgoing.id(), host, delivery.answer()));
        }
        delivery.refused().forEach((address, reply) -> errors
                .add(new KithException(Problem.MAIL_REFUSED, outgoing.id(), host, address + ": " + reply.said())));
    }

    /** What becomes of a message by what the server said. */
    private Outgoing after(Outgoing outgoing, Delivery delivery) {
        Outgoing told = outgoing.with(outgoing.recipients().stream().map(each -> {
            Reply reply = delivery.refused().get(each.address());
            boolean forGood = reply != null && !reply.later();
            return reply == null
                    ? each
                    : new Recipient(each.address(), forGood ? Fate.REFUSED : each.fate(), reply.said());
        }).toList());
        return switch (delivery.fate()) {
            case IN_DOUBT -> told.to(State.IN_DOUBT, delivery.answer());
            case TAKEN -> {
                Outgoing taken = Outbox.taken(told, delivery.answer());
                yield taken.state() == State.WAITING ? putOff(taken, delivery.answer()) : taken;
            }
            case LATER -> putOff(told.turn(Fate.OFFERED, Fate.WAITING), delivery.answer());
            case REFUSED -> {
                Outgoing refused = told.turn(Fate.OFFERED, Fate.REFUSED).turn(Fate.WAITING, Fate.REFUSED);
                yield refused.to(refused.any(Fate.TAKEN) ? State.SENT : State.REFUSED, delivery.answer());
            }
        };
    }

    /** Each pause is twice the one before; after about three days it is given up. */
    private Outgoing putOff(Outgoing outgoing, String answer) {
        int attempts = outgoing.attempts() + 1;
        if (attempts >= MOST_ATTEMPTS) {
            Outgoing refused = outgoing.turn(Fate.WAITING, Fate.REFUSED);
            return refused.to(refused.any(Fate.TAKEN) ? State.SENT : State.REFUSED, answer);
        }
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return outgoing.to(State.WAITING, answer).at(
                outbox.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause), attempts, false);
    }

    /** Puts a copy of what was sent into the Sent folder, where the server does not do that itself and has not got one. */
    private void fileSent() {
        List<Outgoing> open = outbox.list(account).stream().filter(outgoing -> outgoing.state() == State.SENT).toList();
        boolean serverFiles = Provider.of(account.email()).filter(Provider::filesSent).isPresent()
                || Provider.ofServer(account.imap().host()).filter(Provider::filesSent).isPresent();
        if (open.isEmpty() || serverFiles) {
            return;
        }
        try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
            Runnable release = stop.onRequest(connection::cut);
            try {
                String folder = sentFolder(connection);
                folder = folder == null ? connection.create("Sent") : folder;
                for (Outgoing outgoing : open) {
                    if (!connection.holds(folder, outgoing.messageId())) {
                        connection.append(folder, "\\Seen", outbox.raw(outgoing));
                    }
                    outbox.step(outgoing, Actor.SYNC, "outgoing-filed", now -> now.to(State.FILED, now.answer()));
                }
            } finally {
                release.run();
            }
        }
    }

    private static @Nullable String sentFolder(ImapConnection connection) {
        return connection.list().stream().filter(folder -> folder.selectable() && folder.role() == FolderRole.SENT)
                .map(Listed::name).findFirst().orElse(null);
    }

    /**
     * What was sent.
     *
     * @param count messages that a server took
     * @param errors what went wrong
     */
    record Sent(int count, List<KithException> errors) {}
}
