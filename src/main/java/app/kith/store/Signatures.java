package app.kith.store;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.mail.Signature;
import app.kith.mail.SignatureField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what signatures say. People sign all their mails alike, so what was read lately is kept: reading them all was a quarter of the
 * work of a first pull. Safe for any thread.
 */
public final class Signatures {
    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);
    private static final int KEPT = 4_096;

    private final Map<Signed, List<SignatureValue>> lately = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Signed, List<SignatureValue>> eldest) {
            return size() > KEPT;
        }
    };

    private record Signed(String block, Mailbox author) {}

    /**
     * Reads what the signature of a message says. Mail that a program wrote says nothing.
     *
     * @param mail the message
     * @param parts its text taken apart
     * @return what it says; empty where it has no signature
     */
    List<SignatureValue> of(Mail mail, NewText parts) {
        String block = parts.signature();
        if (block == null || mail.from().isEmpty() || mail.isAutomatic()) {
            return List.of();
        }
        Signed signed = new Signed(block, mail.from().getFirst());
        List<SignatureValue> known = known(signed);
        if (known != null) {
            return known;
        }
        List<SignatureValue> read = SignatureValue.of(fields(signed));
        synchronized (lately) {
            lately.put(signed, read);
        }
        return read;
    }

    private @Nullable List<SignatureValue> known(Signed signed) {
        synchronized (lately) {
            return lately.get(signed);
        }
    }

    /** A signature that the reader cannot cope with must not keep its mail away. */
    private static List<SignatureField> fields(Signed signed) {
        try {
            return Signature.of(signed.block(), signed.author()).fields();
        } catch (RuntimeException e) {
            LOG.warn("A signature could not be read", e);
            return List.of();
        }
    }
}
