package app.kith.support;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads all messages of all folders over one bare socket and throws the bytes away: the floor that a bench is measured against.
 *
 * @param seconds wall time, sign-in included
 * @param bytes what came from the server, after decryption
 * @param messages how many messages were read
 */
public record RawImapRead(double seconds, long bytes, long messages) {
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");

    /**
     * Reads a mailbox of the loopback interface.
     *
     * @param port port of IMAP
     * @param authority certificate to trust, for TLS from the first byte on; null for no TLS
     * @param user user name
     * @param password password
     * @return how it went
     * @throws IOException if it did not go
     * @throws GeneralSecurityException if the certificate cannot be used
     */
    public static RawImapRead of(int port, @Nullable Path authority, String user, String password) throws IOException,
            GeneralSecurityException {
        long start = System.nanoTime();
        long messages = 0;
        try (RawImap imap = new RawImap(port, authority == null ? null : TestCertificates.trusting(authority))) {
            imap.login(user, password);
            for (RawImap.Response listed : imap.command("LIST \"\" \"*\"")) {
                if (listed.text().startsWith("* LIST") && !listed.text().matches(".*\\\\(?:NonExistent|Noselect).*")) {
                    long here = select(imap,
                            listed.text().replaceFirst("\\* LIST \\([^)]*\\) (?:NIL|\"[^\"]*\") ", ""));
                    messages += here;
                    if (here > 0) {
                        imap.drain("FETCH 1:* (UID FLAGS BODY.PEEK[])");
                    }
                }
            }
            return new RawImapRead((System.nanoTime() - start) / 1e9, imap.received(), messages);
        }
    }

    private static long select(RawImap imap, String name) throws IOException {
        long exists = 0;
        for (RawImap.Response answer : imap.command("EXAMINE " + name)) {
            Matcher found = EXISTS.matcher(answer.text());
            exists = found.matches() ? Long.parseLong(found.group(1)) : exists;
        }
        return exists;
    }
}
