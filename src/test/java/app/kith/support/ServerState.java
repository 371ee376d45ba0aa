package app.kith.support;

import java.util.Map;
import java.util.Set;

/**
 * What lies on a server: the truth to compare a client's store with. Maps are sorted by name and UID.
 *
 * @param folders by path, {@code /} between levels
 */
public record ServerState(Map<String, FolderState> folders) {

    /**
     * One folder.
     *
     * @param uidValidity its UIDVALIDITY
     * @param messages by UID
     */
    public record FolderState(long uidValidity, Map<Long, MessageState> messages) {}

    /**
     * One message.
     *
     * @param flags flags and keywords, without {@code \Recent}
     * @param sha256 digest of its bytes, in lower-case hex
     */
    public record MessageState(Set<String> flags, String sha256) {}

    /** {@return the number of messages in all folders} */
    public int messages() {
        return folders.values().stream().mapToInt(folder -> folder.messages().size()).sum();
    }
}
