package app.kith.assist;

import app.kith.change.Change;
import app.kith.change.MessageFlags;
import app.kith.change.NextNumbers;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How rules do something to mail on servers. */
public interface ServerActs {

    /**
     * What has to be entered.
     *
     * @param free the numbers that are free
     * @param flags flags to set by the numbers of the messages
     * @param folders folders into which messages go, by their numbers
     * @return the changes; none for mail that no server holds
     */
    List<Change> changes(NextNumbers free, Map<Long, MessageFlags> flags, Map<Long, String> folders);

    /**
     * Has servers told what was entered.
     *
     * @param entered the changes
     */
    void told(Collection<Change> entered);
}
