package app.kith.sync.imap;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Cursor;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an IMAP server, signed in. Commands are written and answers taken one by one, so that any number of messages
 * passes through in bounded memory. Used by one thread; {@link #cut} alone may come from another.
 *
 * <p>Protection is never bargained for: with STARTTLS required and not offered, or a session that is open before TLS (PREAUTH),
 * the connection is refused; a plain one is made to this machine only.
 */
public final class ImapConnection implements Closeable {
    private final Server server;
    private final Commands commands;
    private final Sockets sockets;
    private final AngusProtocol protocol;
    private long exists;

    private ImapConnection(Account account, Sockets sockets, AngusProtocol protocol) {
        this.server = account.imap();
        this.commands = new Commands(account, protocol);
        this.sockets = sockets;
        this.protocol = protocol;
    }

    /**
     * Connects and signs in.
     *
     * @param account where and as whom
     * @param secret password or app password, or an access token marked by {@link app.kith.account.Bearer}
     * @param silence how long the server may say nothing
     * @param steps told of each step as it is done, for the account test
     * @return the connection
     * @throws KithException for whatever went wrong; what is wrong with the sign-in, and SERVER_BUSY, as {@link Refusal} tells them apart
     */
    public static ImapConnection open(Account account, String secret, Duration silence, Consumer<Step> steps) {
        // Within one machine there is no line to spare.
        return open(account, secret, silence, steps, !account.imap().isLoopback());
    }

    static ImapConnection open(Account account, String secret, Duration silence, Consumer<Step> steps,
            boolean compressed) {
        Server server = account.imap();
        if (server.security() == Security.NONE && !server.isLoopback()) {
            throw new KithException(Problem.PLAIN_REFUSED, server.host());
        }
        Sockets sockets = new Sockets(Trust.sockets(account.certificate()));
        try {
            return new ImapConnection(account, sockets,
                    new Entrance(account, sockets, steps).enter(secret, silence, compressed));
        } catch (IOException | ProtocolException e) {
            sockets.cut();
            throw ImapFailure.of(e, server);
        } catch (RuntimeException e) {
            sockets.cut();
            throw e;
        }
    }

    /**
     * Tells whether the server has a capability.
     *
     * @param capability its name
     * @return true if the server says so
     */
    public boolean has(String capability) {
        return protocol.hasCapability(capability);
    }

    /** Switches QRESYNC or CONDSTORE on where the server has them (RFC 7162). */
    public void enableResync() {
        if (!has("ENABLE")) {
            return;
        }
        String wanted = has("QRESYNC") ? "QRESYNC" : has("CONDSTORE") ? "CONDSTORE" : "";
        try {
            if (!wanted.isEmpty()) {
                protocol.enable(wanted);
            }
        } catch (ConnectionException e) {
            throw ImapFailure.of(e, server);
        } catch (ProtocolException e) {
            // Announced and then refused: the pass compares instead.
        }
    }

    /**
     * Lists the folders, with their counts where the server can give them in the same answer (RFC 5819). Those of other people, as
     * the server's namespaces tell (RFC 2342), have a role of their own.
     *
     * @return the folders, in the server's order
     */
    public List<Listed> list() {
        return new ImapFolders(this).list();
    }

    /**
     * Asks how many messages a folder has that is not open.
     *
     * @param folder its name
     * @return the number; −1 where the server does not say
     */
    public long messages(String folder) {
        return new ImapFolders(this).messages(folder);
    }

    /**
     * Opens a folder for reading, without changing anything on the server.
     *
     * @param folder its name
     * @param since what is known of it, asked to be told only of changes since (QRESYNC); null to be told nothing
     * @param changes takes the changes since, where the server gives them
     * @return the folder's state
     */
    public Counts examine(String folder, @Nullable Cursor since, Changes changes) {
        Argument arguments = new Argument();
        mailbox(arguments, folder);
        if (since != null && protocol.isEnabled("QRESYNC")) {
            arguments.writeArgument(
                    list("QRESYNC", list(String.valueOf(since.uidValidity()), String.valueOf(since.modSeq()))));
        } else if (has("CONDSTORE")) {
            arguments.writeArgument(list("CONDSTORE"));
        }
        Examined state = new Examined();
        run("EXAMINE", arguments, (response, word) -> {
            if (!state.take(response)) {
                change(response, word, changes);
            }
        });
        return state.counts(exists);
    }

    static Argument list(Object... words) {
        Argument list = new Argument();
        for (Object word : words) {
            if (word instanceof Argument inner) {
                list.writeArgument(inner);
            } else {
                list.writeAtom(String.valueOf(word));
            }
        }
        return list;
    }

    AngusProtocol protocol() {
        return protocol;
    }

    Server server() {
        return server;
    }

    boolean supportsUtf8() {
        return protocol.supportsUtf8();
    }

    void mailbox(Argument arguments, String folder) {
        if (protocol.supportsUtf8()) {
            arguments.writeString(folder, StandardCharsets.UTF_8);
        } else {
            arguments.writeString(BASE64MailboxEncoder.encode(folder));
        }
    }

    void change(IMAPResponse response, String word, Changes changes) throws ProtocolException {
        if (word.equals("EXISTS")) {
            exists = response.getNumber();
        } else if (word.equals("EXPUNGE")) {
            exists--;
        } else if (word.equals("VANISHED")) {
            response.skipSpaces();
            String[] earlier = response.peekByte() == '(' ? response.readAtomStringList() : null;
            String set = response.readAtom();
            if (set != null && !set.isEmpty()) {
                long[] uids = UidSet.parse(set, 10_000_000);
                exists -= earlier == null ? uids.length : 0;
                changes.vanished(uids, earlier != null);
            }
        } else if (response instanceof Fetched fetched && fetched.uid() > 0) {
            changes.fetched(fetched);
        }
    }

    /**
     * Asks for UIDs with flags, and date and size where wanted.
     *
     * @param set UIDs as IMAP writes them
     * @param items what is asked for, for example {@code UID FLAGS}
     * @param modifier for example {@code (CHANGEDSINCE 7)}; empty for none
     * @param changes takes the answers
     */
    public void fetch(String set, String items, String modifier, Changes changes) {
        run("UID FETCH " + set + " (" + items + ")" + (modifier.isEmpty() ? "" : " " + modifier), null,
                (response, word) -> change(response, word, changes));
    }

    /**
     * Asks which of some UIDs are there.
     *
     * @param set UIDs as IMAP writes them
     * @return those that are, ascending
     */
    public long[] existing(String set) {
        List<Long> found = new ArrayList<>();
        run("UID SEARCH UID " + set, null, (response, word) -> {
            if (word.equals("SEARCH")) {
                for (long uid = response.readLong(); uid > 0; uid = response.readLong()) {
                    found.add(uid);
                }
            }
        });
        return found.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * Looks for a message by its Message-ID.
     *
     * @param folder name of the folder
     * @param messageId the id, without angle brackets
     * @return whether the folder has it
     */
    public boolean holds(String folder, String messageId) {
        examine(folder, null, _ -> {});
        Argument arguments = new Argument();
        arguments.writeAtom("HEADER");
        arguments.writeAtom("Message-ID");
        arguments.writeString(messageId);
        boolean[] found = {false};
        run("UID SEARCH", arguments, (response, word) -> found[0] |= word.equals("SEARCH") && response.readLong() > 0);
        return found[0];
    }

    /**
     * Puts a message into a folder.
     *
     * @param folder name of the folder
     * @param flags its flags as IMAP writes them
     * @param raw the message
     */
    public void append(String folder, String flags, byte[] raw) {
        Argument arguments = new Argument();
        mailbox(arguments, folder);
        arguments.writeArgument(list(flags));
        arguments.writeBytes(raw);
        run("APPEND", arguments, (_, _) -> {});
    }

    /**
     * Makes a folder of the user's own, below the inbox where the server wants it there.
     *
     * @param name its name
     * @return the name that it got
     */
    public String create(String name) {
        return new ImapFolders(this).create(name);
    }

    /** {@return the item by which the server tells its own name of a message; empty where it has none} */
    String nameItem() {
        return has("X-GM-EXT-1") ? "X-GM-MSGID" : has("OBJECTID") ? "EMAILID" : "";
    }

    /**
     * Asks what the server calls messages, with all else that a new place of a known one needs.
     *
     * @param uids the UIDs
     * @param changes takes the answers; none where the server has no names for its messages
     */
    public void names(long[] uids, Changes changes) {
        if (!nameItem().isEmpty()) {
            fetch(UidSet.of(uids), "UID FLAGS INTERNALDATE " + nameItem(), "", changes);
        }
    }

    /** {@return whether the server has names for its messages} */
    public boolean hasNames() {
        return !nameItem().isEmpty();
    }

    /** {@return whether EXAMINE tells by itself what changed (QRESYNC)} */
    public boolean resyncs() {
        return protocol.isEnabled("QRESYNC");
    }

    /**
     * Writes UIDs as IMAP wants them.
     *
     * @param uids the UIDs, in any order
     * @return the set
     */
    public String set(long[] uids) {
        return UidSet.of(uids);
    }

    /**
     * Fetches whole messages, several commands under way at once.
     *
     * @param sets the UIDs of each command, in the order in which they are wanted
     * @param atOnce how many commands may be under way
     * @param changes takes the messages as they come, and whatever else the server says of messages meanwhile
     */
    public void fetchMessages(List<long[]> sets, int atOnce, Changes changes) {
        fetchMessages(sets, atOnce, false, changes);
    }

    /**
     * Fetches messages, several commands under way at once.
     *
     * @param sets the UIDs of each command, in the order in which they are wanted
     * @param atOnce how many commands may be under way
     * @param headers whether only their headers are wanted
     * @param changes takes the messages as they come, and whatever else the server says of messages meanwhile
     */
    public void fetchMessages(List<long[]> sets, int atOnce, boolean headers, Changes changes) {
        new Fetching(this).run(sets, atOnce, headers, changes);
    }

    static String word(IMAPResponse response) {
        String key = response.getKey();
        return key == null ? "" : key.toUpperCase(Locale.ROOT);
    }

    /** Writes a command and takes its answers one by one, its end not among them. */
    void run(String command, @Nullable Argument arguments, Commands.Answers answers) {
        commands.run(command, arguments, answers);
    }

    /**
     * How many messages the open folder has by now.
     *
     * @param changes takes whatever else the server says meanwhile
     * @return the number, after asking the server for news
     */
    public long exists(Changes changes) {
        run("NOOP", null, (response, word) -> change(response, word, changes));
        return exists;
    }

    /** {@return how many messages the open folder has by what the server has said so far} */
    public long exists() {
        return exists;
    }

    /**
     * Waits until the server says that something changed in the open folder (IDLE, RFC 2177).
     *
     * @param atMost how long to wait; below 29 minutes, after which servers may hang up
     * @return whether something changed
     */
    public boolean idle(Duration atMost) {
        return new Idle(this).await(atMost);
    }

    /** Cuts the connection at once, from any thread. */
    public void cut() {
        sockets.cut();
    }

    @Override
    public void close() {
        try {
            protocol.logout();
        } catch (ProtocolException e) {
            // The server may hang up as it likes, now that nothing is wanted any more.
        } finally {
            sockets.cut();
        }
    }

    /**
     * A step of connecting that went well.
     *
     * @param name its name as in the account test
     * @param detail to whom or as whom; may be empty
     */
    public record Step(String name, String detail) {}
}
