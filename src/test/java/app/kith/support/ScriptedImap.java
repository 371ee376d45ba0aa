package app.kith.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An IMAP server on loopback that can what no server of a test machine can: Gmail's ids, EMAILID, namespaces that LIST does not show.
 * It reads only, and takes anybody.
 */
public final class ScriptedImap implements Closeable {
    private final ServerSocket listening;
    private final String capabilities;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private volatile String namespaces = "";
    private volatile String refused = "";
    private final AtomicInteger bodies = new AtomicInteger();

    /** A folder: its attributes as LIST shows them, whether LIST "" "*" shows it, its messages by UID. */
    private record Box(String attributes, boolean hidden, Map<Long, Message> messages) {}

    /** A message: its name, as the server's own, and its bytes. */
    private record Message(String name, byte[] raw) {}

    /**
     * Opens the server.
     *
     * @param capabilities what it can besides IMAP4rev1
     */
    public ScriptedImap(String capabilities) throws IOException {
        this.capabilities = capabilities;
        listening = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        Thread.ofVirtual().start(this::serve);
    }

    /** {@return the port} */
    public int port() {
        return listening.getLocalPort();
    }

    /** {@return every command, without its tag} */
    public List<String> heard() {
        return heard;
    }

    /** {@return how many bodies were given away} */
    public int bodies() {
        return bodies.get();
    }

    /** Answers NAMESPACE. */
    public void namespaces(String answer) {
        namespaces = answer;
    }

    /** Refuses a command. */
    public void refuse(String command) {
        refused = command;
    }

    /** Makes a folder. */
    public void folder(String name, String attributes, boolean hidden) {
        boxes.put(name, new Box(attributes, hidden, new TreeMap<>()));
    }

    /** Puts a message into folders, under the name that the server has for it. */
    public void put(String name, String raw, String... folders) {
        for (String folder : folders) {
            Map<Long, Message> messages = boxes.get(folder).messages();
            synchronized (this) {
                messages.put(messages.size() + 1L, new Message(name, raw.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return; // It closes.
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Session session = new Session(socket.getOutputStream());
            session.say("* OK [CAPABILITY IMAP4rev1 " + capabilities + "] ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int gap = line.indexOf(' ');
                String command = line.substring(gap + 1);
                heard.add(command);
                boolean no = command.equals(refused);
                if (!no) {
                    session.answer(command);
                }
                session.say(line.substring(0, gap) + (no ? " NO not here" : " OK done"));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** A connection with the folder that it has open. */
    private final class Session {
        private final OutputStream out;
        private Map<Long, Message> open = Map.of();

        Session(OutputStream out) {
            this.out = out;
        }

        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void answer(String command) throws IOException {
            String upper = command.toUpperCase(Locale.ROOT);
            if (upper.equals("CAPABILITY")) {
                say("* CAPABILITY IMAP4rev1 " + capabilities);
            } else if (upper.equals("NAMESPACE")) {
                say("* NAMESPACE " + namespaces);
            } else if (upper.startsWith("LIST")) {
                list(command.replaceAll("(?i)^LIST \"\" \"?([^\"]*)\"?$", "$1"));
            } else if (upper.startsWith("EXAMINE")) {
                open = boxes.get(command.substring(8).replaceAll(" \\(.*\\)$", "").replace("\"", "")).messages();
                say("* " + open.size() + " EXISTS");
                say("* OK [UIDVALIDITY 7] ids");
                say("* OK [UIDNEXT " + (open.size() + 1) + "] next");
            } else if (upper.startsWith("UID FETCH")) {
                fetch(command.split(" ", 4)[2], upper);
            } else if (upper.startsWith("UID SEARCH UID")) {
                say("* SEARCH " + open.keySet().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            } else if (upper.equals("LOGOUT")) {
                say("* BYE");
            }
        }

        private void list(String pattern) throws IOException {
            Pattern matching = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
            for (Map.Entry<String, Box> box : boxes.entrySet()) {
                boolean shown = pattern.equals("*")
                        ? !box.getValue().hidden()
                        : matching.matcher(box.getKey()).matches();
                if (shown) {
                    say("* LIST (" + box.getValue().attributes() + ") \"/\" \"" + box.getKey() + "\"");
                }
            }
        }

        private void fetch(String set, String items) throws IOException {
            List<Long> uids = new ArrayList<>(open.keySet());
            for (Map.Entry<Long, Message> each : open.entrySet()) {
                if (!within(set, each.getKey())) {
                    continue;
                }
                Message message = each.getValue();
                StringBuilder told = new StringBuilder("* " + (uids.indexOf(each.getKey()) + 1) + " FETCH (UID "
                        + each.getKey() + " FLAGS (\\Seen) RFC822.SIZE " + message.raw().length
                        + " INTERNALDATE \"22-Nov-2026 12:00:00 +0000\"");
                if (items.contains("X-GM-MSGID")) {
                    told.append(" X-GM-MSGID ").append(message.name());
                }
                if (items.contains("EMAILID")) {
                    told.append(" EMAILID (").append(message.name()).append(')');
                }
                if (items.contains("BODY.PEEK[]")) {
                    bodies.incrementAndGet();
                    told.append(" BODY[] {").append(message.raw().length).append("}\r\n")
                            .append(new String(message.raw(), StandardCharsets.UTF_8));
                }
                say(told + ")");
            }
        }

        private static boolean within(String set, long uid) {
            for (String part : set.split(",", -1)) {
                String[] ends = part.split(":", -1);
                long last = ends.length == 1
                        ? Long.parseLong(ends[0])
                        : ends[1].equals("*") ? Long.MAX_VALUE : Long.parseLong(ends[1]);
                if (uid >= Long.parseLong(ends[0]) && uid <= last) {
                    return true;
                }
            }
            return false;
        }
    }
}
