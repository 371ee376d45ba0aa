package app.kith.support;

import app.kith.demo.DemoServer;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Another mail program that works in the same mailbox, behind Kith's back. */
public final class SecondClient implements AutoCloseable {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Store store;

    public SecondClient(DemoServer server) throws MessagingException {
        this.store = SESSION.getStore("imap");
        store.connect(server.host(), server.port(), server.address(), server.password());
    }

    /** Runs something with a folder open for writing; what was marked deleted is gone afterwards. */
    public void in(String folder, Work work) throws MessagingException {
        Folder open = store.getFolder(folder);
        open.open(Folder.READ_WRITE);
        try {
            work.on(open);
        } finally {
            open.close(true);
        }
    }

    public void append(String folder, String from, String to, String subject, String text) throws MessagingException {
        String raw = "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject
                + "\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMessage-ID: <" + subject.hashCode()
                + "@other.test>\r\n\r\n" + text;
        append(folder, raw.getBytes(StandardCharsets.UTF_8));
    }

    public void append(String folder, byte[] raw) throws MessagingException {
        append(folder, List.of(raw));
    }

    /** Appends in one go, which saves half of the asking. */
    public void append(String folder, List<byte[]> raws) throws MessagingException {
        Message[] messages = new Message[raws.size()];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = new MimeMessage(SESSION, new ByteArrayInputStream(raws.get(i)));
        }
        store.getFolder(folder).appendMessages(messages);
    }

    public void flag(String folder, int number, Flags.Flag flag, boolean on) throws MessagingException {
        in(folder, open -> open.getMessage(number).setFlag(flag, on));
    }

    public void delete(String folder, int number) throws MessagingException {
        flag(folder, number, Flags.Flag.DELETED, true);
    }

    public void move(String from, int number, String to) throws MessagingException {
        in(from, open -> {
            Message message = open.getMessage(number);
            open.copyMessages(new Message[]{message}, store.getFolder(to));
            message.setFlag(Flags.Flag.DELETED, true);
        });
    }

    public void createFolder(String name) throws MessagingException {
        store.getFolder(name).create(Folder.HOLDS_MESSAGES);
    }

    public void deleteFolder(String name) throws MessagingException {
        store.getFolder(name).delete(true);
    }

    /** How many messages each folder holds. */
    public Map<String, Integer> counts() throws MessagingException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Folder folder : store.getDefaultFolder().list("*")) {
            if ((folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
                counts.put(folder.getFullName(), folder.getMessageCount());
            }
        }
        return new LinkedHashMap<>(counts);
    }

    /** How many of the newest hundred messages of a folder have a subject. */
    public int withSubject(String folder, String subject) throws MessagingException {
        int[] found = {0};
        in(folder, open -> {
            int last = open.getMessageCount();
            Message[] messages = last == 0 ? new Message[0] : open.getMessages(Math.max(1, last - 99), last);
            FetchProfile subjects = new FetchProfile();
            subjects.add(FetchProfile.Item.ENVELOPE);
            open.fetch(messages, subjects);
            for (Message message : messages) {
                found[0] += subject.equals(message.getSubject()) ? 1 : 0;
            }
        });
        return found[0];
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    /** What is done in an open folder. */
    public interface Work {
        void on(Folder folder) throws MessagingException;
    }
}
