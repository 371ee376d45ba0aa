package app.kith.sync.imap;

import java.util.Locale;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Gathers the state of a folder from the answers to EXAMINE. */
final class Examined {
    private long uidNext;
    private long uidValidity;
    private long modSeq;

    boolean take(IMAPResponse response) throws ProtocolException {
        if (!response.isOK()) {
            return false;
        }
        response.skipSpaces();
        if (response.readByte() == '[') {
            String code = String.valueOf(response.readAtom()).toUpperCase(Locale.ROOT);
            switch (code) {
                case "UIDNEXT" -> uidNext = response.readLong();
                case "UIDVALIDITY" -> uidValidity = response.readLong();
                case "HIGHESTMODSEQ" -> modSeq = response.readLong();
                default -> {
                }
            }
        }
        return true;
    }

    Counts counts(long messages) {
        return new Counts(messages, uidNext, uidValidity, modSeq);
    }
}
