package app.kith.exchange;

import app.kith.change.MessageFlags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a file.
 *
 * @param raw its bytes, with CRLF line ends as they go over a line
 * @param received when it was received, as far as the file says so beside the mail; null where it does not
 * @param flags its flags
 * @param folder folder within the file or folder that is read; empty for none
 * @param place where it stands: the file, and its number there
 */
public record FoundMail(byte[] raw, @Nullable Instant received, MessageFlags flags, String folder, String place) {}
