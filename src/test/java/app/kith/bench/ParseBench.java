package app.kith.bench;

import app.kith.demo.SampleMailbox;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * Reading alone, on one thread: Kith's reader, which gives all that the program shows, beside what Angus and mime4j need for the subject,
 * the addresses and the text. The messages are those of the sample mailbox, or the files of {@code -Dkith.bench.mails=DIR}.
 */
final class ParseBench implements Bench.Scenario {
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 3_000);
    private static final int RUNS = Integer.getInteger("kith.bench.runs", 5);
    private static final String FOLDER = System.getProperty("kith.bench.mails", "");

    /** Reads one message and gives the number of letters found, so that no reading can be left out. */
    private interface Candidate {
        long read(byte[] raw) throws Exception;
    }

    @Override
    public void run() throws Exception {
        // As the program would set it: without it Angus looks for its provider anew for each part.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        List<byte[]> mails = mails();
        long bytes = mails.stream().mapToLong(raw -> raw.length).sum();
        System.out.printf(Locale.ROOT, "%d messages, %.1f MB, one thread; best of %d runs%n", mails.size(), bytes / 1e6,
                RUNS);
        MailReader reader = new MailReader();
        Session session = Session.getInstance(new Properties());
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        candidates.put("kith", raw -> kith(reader, raw));
        candidates.put("angus", raw -> angus(session, raw));
        candidates.put("mime4j", ParseBench::mime4j);
        Map<String, Double> best = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<String, Candidate> candidate : candidates.entrySet()) {
                best.merge(candidate.getKey(), seconds(candidate.getValue(), mails), Math::min);
            }
        }
        double own = best.getOrDefault("kith", 1.0);
        best.forEach((name, seconds) -> System.out.printf(Locale.ROOT,
                "%-7s %7.0f messages/s  %6.1f MB/s  %.2f times Kith's time%n", name, mails.size() / seconds,
                bytes / 1e6 / seconds, seconds / own));
    }

    private static List<byte[]> mails() throws IOException {
        List<byte[]> mails = new ArrayList<>();
        if (FOLDER.isBlank()) {
            SampleMailbox.of(1, MESSAGES, Instant.parse("2026-11-22T12:00:00Z")).messages()
                    .forEach(message -> mails.add(message.raw()));
            return mails;
        }
        try (Stream<Path> files = Files.walk(Path.of(FOLDER))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                mails.add(Files.readAllBytes(file));
            }
        }
        return mails;
    }

    private static double seconds(Candidate candidate, List<byte[]> mails) {
        long letters = 0;
        long start = System.nanoTime();
        for (byte[] raw : mails) {
            try {
                letters += candidate.read(raw);
            } catch (Exception e) {
                // A message that a reader cannot read costs it the time until then.
                letters++;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (letters < 0) {
            throw new IllegalStateException("nothing was read");
        }
        return seconds;
    }

    private static long kith(MailReader reader, byte[] raw) {
        Mail mail = reader.read(raw);
        return (long) mail.subject().length() + mail.from().size() + mail.text().length();
    }

    private static long angus(Session session, byte[] raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        long letters = length(message.getSubject());
        letters += message.getFrom() == null ? 0 : message.getFrom().length;
        letters += message.getAllRecipients() == null ? 0 : message.getAllRecipients().length;
        letters += message.getSentDate() == null ? 0 : 1;
        return letters + angusText(message);
    }

    private static long angusText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent() instanceof String text ? text.length() : 0;
        }
        long letters = 0;
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                letters += length(child.getFileName()) + angusText(child);
            }
        }
        return letters;
    }

    private static long mime4j(byte[] raw) throws IOException {
        Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
        try {
            long letters = length(message.getSubject());
            letters += message.getFrom() == null ? 0 : message.getFrom().size();
            letters += message.getTo() == null ? 0 : message.getTo().size();
            letters += message.getDate() == null ? 0 : 1;
            return letters + mime4jText(message);
        } finally {
            message.dispose();
        }
    }

    private static long mime4jText(Entity entity) throws IOException {
        if (entity.getBody() instanceof TextBody text) {
            StringWriter words = new StringWriter();
            try (Reader reader = text.getReader()) {
                reader.transferTo(words);
            }
            return words.getBuffer().length();
        }
        long letters = 0;
        if (entity.getBody() instanceof org.apache.james.mime4j.dom.Multipart multipart) {
            for (Entity child : multipart.getBodyParts()) {
                letters += length(child.getFilename()) + mime4jText(child);
            }
        }
        return letters;
    }

    private static int length(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
