package app.kith.desk;

import app.kith.support.MailServer;
import app.kith.support.OtherClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** All that others do to a mailbox on a random walk: mail comes, another program changes it, the server numbers a folder anew. */
final class WalkOther implements AutoCloseable {
    private static final List<String> FLAGS = List.of("\\Seen", "\\Flagged", "\\Answered", "$Label1");
    private static final List<String> KEPT = List.of("INBOX", "Archive", "Drafts", "Junk", "Sent", "Trash");

    private final MailServer server;
    private final Random random;
    private final WalkModel model;
    private final List<String> own = new ArrayList<>();
    private OtherClient client;
    private int mails;
    private int names;

    WalkOther(MailServer server, Random random, WalkModel model) {
        this.server = server;
        this.random = random;
        this.model = model;
        this.client = server.otherClient();
    }

    /** A mail in some folder; only such as the model knows to be there are touched. */
    private record Mail(String folder, long uid, String digest) {
        @Override
        public String toString() {
            return digest.substring(0, 6) + " in " + folder;
        }
    }

    private String folder() {
        int which = random.nextInt(KEPT.size() + own.size());
        return which < KEPT.size() ? KEPT.get(which) : own.get(which - KEPT.size());
    }

    private List<Mail> pick() {
        String folder = random.nextBoolean() ? "INBOX" : folder();
        List<Long> uids = client.uids(folder);
        if (uids.isEmpty()) {
            return List.of();
        }
        long uid = uids.get(random.nextInt(uids.size()));
        String digest = client.digest(folder, uid);
        return model.lives(digest) ? List.of(new Mail(folder, uid, digest)) : List.of();
    }

    String arrive() {
        int number = ++mails;
        String text = "From: Anna <anna@customer.example>\r\nTo: sales@example.test\r\nSubject: Step " + number
                + (random.nextInt(10) == 0 ? "" : "\r\nMessage-ID: <walk-" + number + "@customer.example>")
                + "\r\n\r\nText " + number + " of the walk " + "word ".repeat(random.nextInt(40)) + "\r\n";
        byte[] raw = text.getBytes(StandardCharsets.US_ASCII);
        String folder = random.nextInt(3) > 0 ? "INBOX" : folder();
        client.append(folder, raw);
        model.arrived(OtherClient.sha256(raw));
        return number + " in " + folder;
    }

    String flag(Desk desk) {
        List<Mail> mails = pick();
        for (Mail mail : mails) {
            String flag = FLAGS.get(random.nextInt(FLAGS.size()));
            boolean on = random.nextBoolean();
            if (on) {
                client.addFlags(mail.folder(), Set.of(flag), mail.uid());
            } else {
                client.removeFlags(mail.folder(), Set.of(flag), mail.uid());
            }
            boolean userComesAfter = desk.operations().list().stream().anyMatch(operation -> WalkModel.touches(
                    operation, flag) && WalkUser.digest(desk, operation.message()).equals(mail.digest()));
            model.flagged(mail.digest(), flag, on, userComesAfter);
        }
        return mails.toString();
    }

    String move() {
        List<Mail> mails = pick();
        String to = folder();
        for (Mail mail : mails) {
            if (!to.equals(mail.folder())) {
                client.move(mail.folder(), mail.uid(), to);
                model.moved(mail.digest());
            }
        }
        return mails + " to " + to;
    }

    String expunge() {
        List<Mail> mails = pick();
        for (Mail mail : mails) {
            client.expunge(mail.folder(), mail.uid());
            model.expunged(mail.digest());
        }
        return mails.toString();
    }

    /** Makes a folder, gives one another name, or deletes one with all that is in it. */
    String changeFolders() {
        String done = changeFolder();
        // The server ends a connection whose folder has gone.
        client.close();
        client = server.otherClient();
        return done;
    }

    private String changeFolder() {
        model.foldersChanged();
        if (own.size() < 2) {
            own.add(name("Projekt "));
            client.create(own.getLast());
            return "made " + own.getLast();
        }
        String old = own.get(random.nextInt(own.size()));
        if (random.nextBoolean()) {
            own.remove(old);
            client.uids(old).forEach(uid -> model.expunged(client.digest(old, uid)));
            client.delete(old);
            return "deleted " + old;
        }
        own.add(name("项目 "));
        own.remove(old);
        client.rename(old, own.getLast());
        return old + " is now " + own.getLast();
    }

    /** A name that no folder has now; it may have been another folder's before. */
    private String name(String kind) {
        String name = kind + ++names % 4;
        return own.contains(name) ? name(kind) : name;
    }

    String numberAnew() {
        String folder = folder();
        client.close();
        boolean done = server.newUidValidity(folder);
        client = server.otherClient();
        return done ? folder : "nothing";
    }

    @Override
    public void close() {
        client.close();
    }
}
