package app.kith.demo;

import java.time.Instant;
import java.util.Set;

/**
 * One message of the sample mailbox.
 *
 * @param folder folder path with {@code /} between its levels, for example {@code INBOX} or {@code 客户/华东}
 * @param flags IMAP flags and keywords as they stand in the protocol, for example {@code \Seen} or {@code $Forwarded}
 * @param received the server's INTERNALDATE, in whole seconds
 * @param raw the message as bytes with CRLF line ends; a new array at each reading of the mailbox, which the caller may keep
 */
public record SampleMessage(String folder, Set<String> flags, Instant received, byte[] raw) {

    @Override
    public String toString() {
        return "SampleMessage[" + folder + ", " + received + ", " + raw.length + " bytes]";
    }
}
