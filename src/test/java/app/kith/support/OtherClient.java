package app.kith.support;

import app.kith.support.RawImap.Response;
import app.kith.support.ServerState.FolderState;
import app.kith.support.ServerState.MessageState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The user's other mail program: changes a mailbox behind the client's back, and tells what lies there. Folders go by their paths
 * with {@code /} between levels, as the server of these tests has it. Not thread-safe; failures are unchecked.
 */
public final class OtherClient implements AutoCloseable {
    private static final Pattern LISTED = Pattern.compile("\\* LIST \\(([^)]*)\\) (?:NIL|\"[^\"]*\") (.+)");
    private static final Pattern UID = Pattern.compile("\\bUID (\\d+)");
    private static final Pattern FLAGS = Pattern.compile("\\bFLAGS \\(([^)]*)\\)");
    private static final Pattern VALIDITY = Pattern.compile("\\[UIDVALIDITY (\\d+)]");
    private static final Pattern APPENDED = Pattern.compile("\\[APPENDUID \\d+ (\\d+)]");
    private static final Pattern COPIED = Pattern.compile("\\[COPYUID \\d+ [0-9:,]+ (\\d+)]");

    private final RawImap imap;

    OtherClient(int port, String user, String password) {
        try {
            imap = new RawImap(port, null);
            imap.login(user, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the UID of a new message; flags as in the protocol} */
    public long append(String folder, byte[] raw, String... flags) {
        List<Response> answer = command("APPEND " + quoted(folder) + " (" + String.join(" ", flags) + ")", raw);
        return number(APPENDED, answer);
    }

    /** Sets flags of messages. */
    public void addFlags(String folder, Set<String> flags, long... uids) {
        select(folder);
        command("UID STORE " + set(uids) + " +FLAGS.SILENT (" + String.join(" ", flags) + ")");
    }

    /** Takes flags off messages. */
    public void removeFlags(String folder, Set<String> flags, long... uids) {
        select(folder);
        command("UID STORE " + set(uids) + " -FLAGS.SILENT (" + String.join(" ", flags) + ")");
    }

    /** {@return the new UID of a moved message} */
    public long move(String folder, long uid, String target) {
        select(folder);
        return number(COPIED, command("UID MOVE " + uid + " " + quoted(target)));
    }

    /** Copies messages. */
    public void copy(String folder, String target, long... uids) {
        select(folder);
        command("UID COPY " + set(uids) + " " + quoted(target));
    }

    /** Deletes messages for good. */
    public void expunge(String folder, long... uids) {
        addFlags(folder, Set.of("\\Deleted"), uids);
        command("UID EXPUNGE " + set(uids));
    }

    /** Makes a folder. */
    public void create(String folder) {
        command("CREATE " + quoted(folder));
    }

    /** Deletes a folder with what is in it. */
    public void delete(String folder) {
        command("DELETE " + quoted(folder));
    }

    /** Renames a folder. */
    public void rename(String folder, String to) {
        command("RENAME " + quoted(folder) + " " + quoted(to));
    }

    /** {@return the paths of all folders that can be selected} */
    public List<String> folders() {
        return command("LIST \"\" \"*\"").stream().map(answer -> listed(answer)).filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /** {@return the UIDs of a folder, in their order} */
    public List<Long> uids(String folder) {
        select(folder);
        return command("UID FETCH 1:* (UID)").stream().map(answer -> UID.matcher(answer.text())).filter(Matcher::find)
                .map(
                        found -> Long.valueOf(found.group(1)))
                .toList();
    }

    /** {@return the SHA-256 of the bytes of a message, in lower-case hex} */
    public String digest(String folder, long uid) {
        select(folder);
        return command("UID FETCH " + uid + " (UID BODY.PEEK[])").stream()
                .filter(answer -> !answer.literals().isEmpty()).map(answer -> sha256(answer.literals().getFirst()))
                .findFirst().orElseThrow();
    }

    /** {@return the bytes of a message} */
    public byte[] raw(String folder, long uid) {
        select(folder);
        return command("UID FETCH " + uid + " (UID BODY.PEEK[])").stream()
                .filter(answer -> !answer.literals().isEmpty()).map(answer -> answer.literals().getFirst())
                .findFirst().orElseThrow();
    }

    /** {@return everything that lies on the server now} */
    public ServerState state() {
        Map<String, FolderState> folders = new TreeMap<>();
        for (String folder : folders()) {
            long validity = number(VALIDITY, select(folder));
            Map<Long, MessageState> messages = new TreeMap<>();
            for (Response answer : command("UID FETCH 1:* (UID FLAGS BODY.PEEK[])")) {
                if (!answer.literals().isEmpty()) {
                    messages.put(number(UID, List.of(answer)), new MessageState(flags(answer), sha256(answer.literals()
                            .getFirst())));
                }
            }
            folders.put(folder, new FolderState(validity, messages));
        }
        return new ServerState(folders);
    }

    private static Set<String> flags(Response answer) {
        Matcher found = FLAGS.matcher(answer.text());
        if (!found.find()) {
            throw new IllegalStateException("no flags in " + answer.text());
        }
        Set<String> flags = new TreeSet<>(Arrays.asList(found.group(1).split(" ")));
        flags.removeAll(Set.of("\\Recent", ""));
        return flags;
    }

    /** {@return the SHA-256 of some bytes, in lower-case hex} */
    public static String sha256(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String listed(Response answer) {
        Matcher found = LISTED.matcher(answer.text());
        if (!found.matches() || found.group(1).contains("\\NonExistent") || found.group(1).contains("\\Noselect")) {
            return "";
        }
        String name = found.group(2);
        String bare = name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\\\"", "\"").replace("\\\\",
                        "\\")
                : name;
        return MailboxName.decode(bare);
    }

    private List<Response> select(String folder) {
        return command("SELECT " + quoted(folder));
    }

    private List<Response> command(String line) {
        try {
            return imap.command(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Response> command(String line, byte[] literal) {
        try {
            return imap.command(line, literal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, List<Response> answers) {
        for (Response answer : answers) {
            Matcher found = pattern.matcher(answer.text());
            if (found.find()) {
                return Long.parseLong(found.group(1));
            }
        }
        throw new IllegalStateException("no " + pattern + " in " + answers);
    }

    private static String quoted(String folder) {
        return '"' + MailboxName.encode(folder).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String set(long... uids) {
        return LongStream.of(uids).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        imap.close();
    }
}
