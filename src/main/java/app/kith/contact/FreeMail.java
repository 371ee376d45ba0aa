package app.kith.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains of free mail services. People there are customers like any other; the domain just names no company. */
public final class FreeMail {
    private static final Set<String> DOMAINS = read();

    private FreeMail() {}

    /**
     * Tells whether a domain belongs to a free mail service.
     *
     * @param domain lower-case domain
     * @return true if anybody can have a mailbox there
     */
    public static boolean is(String domain) {
        return DOMAINS.contains(domain);
    }

    private static Set<String> read() {
        try (InputStream in = FreeMail.class.getResourceAsStream("free-mail.txt")) {
            if (in == null) {
                throw new IllegalStateException("free-mail.txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
