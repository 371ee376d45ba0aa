package app.kith.exchange;

import app.kith.change.MessageFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maildir: mails in {@code cur} and {@code new}, flags behind {@code :2,} (or {@code ;2,} where a colon cannot be in a name), folders
 * within it as {@code .Name.Sub} (Maildir++) or as plain folders.
 */
final class Maildir {
    private Maildir() {}

    static boolean each(Path maildir, String folder, MailTaker taker) throws IOException {
        for (String part : List.of("cur", "new")) {
            for (Path file : members(maildir.resolve(part), false)) {
                String name = String.valueOf(file.getFileName());
                MessageFlags flags = flags(name);
                if ((flags.bits() & MessageFlags.DELETED) == 0 && !taker.mail(new FoundMail(
                        MailFiles.Lines.crlf(MailFiles.small(file)), Files.getLastModifiedTime(file).toInstant(), flags,
                        folder, name))) {
                    return false;
                }
            }
        }
        for (Path inner : members(maildir, true)) {
            String name = String.valueOf(inner.getFileName());
            boolean isDeeper = Files.isDirectory(inner.resolve("cur"));
            String within = name.startsWith(".") ? name.substring(1).replace('.', '/') : name;
            if (isDeeper && !each(inner, MailFiles.under(folder, within), taker)) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> members(Path folder, boolean folders) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(path -> !Files.isSymbolicLink(path)
                    && (folders ? Files.isDirectory(path) : Files.isRegularFile(path))).sorted().toList());
        }
    }

    private static MessageFlags flags(String name) {
        int info = Math.max(name.lastIndexOf(":2,"), name.lastIndexOf(";2,"));
        String letters = info < 0 ? "" : name.substring(info + 3);
        int bits = (letters.contains("S") ? MessageFlags.SEEN : 0) | (letters.contains("R") ? MessageFlags.ANSWERED : 0)
                | (letters.contains("F") ? MessageFlags.FLAGGED : 0)
                | (letters.contains("T") ? MessageFlags.DELETED : 0);
        return bits == 0 ? MessageFlags.NONE : new MessageFlags(bits, List.of());
    }
}
