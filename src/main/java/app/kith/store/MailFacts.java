package app.kith.store;

import java.time.Instant;
import java.util.List;

/**
 * What the store knows of a mail without reading it.
 *
 * @param id its number
 * @param conversation number of its conversation
 * @param sentAt when it was sent
 * @param status bits of {@link MessageStatus}
 * @param subject its subject; may be empty
 * @param preview its first words; may be empty
 * @param who name or address of whom it was exchanged with; may be empty
 * @param email address of whom it was exchanged with; empty where there is none
 * @param contact number of the customer whom it was exchanged with; 0 where it is none
 * @param attachments how many files came with it
 * @param places where it lies
 */
public record MailFacts(long id, long conversation, Instant sentAt, int status, String subject, String preview,
        String who, String email, long contact, int attachments, List<Place> places) {

    /** Keeps its own copy. */
    public MailFacts {
        places = List.copyOf(places);
    }

    /**
     * A folder in which a mail lies.
     *
     * @param account address of the account
     * @param path the folder
     * @param separator what divides the names in its path
     * @param role the name of its {@link app.kith.change.FolderRole}
     */
    public record Place(String account, String path, String separator, String role) {

        /**
         * Tells whether this is the folder of a name.
         *
         * @param name the whole path or its last name, in any case
         * @return whether it is
         */
        public boolean isNamed(String name) {
            String last = separator.isEmpty() ? path : path.substring(path.lastIndexOf(separator) + 1);
            return path.equalsIgnoreCase(name) || last.equalsIgnoreCase(name);
        }
    }

    /**
     * Tells whether a bit of its status is set.
     *
     * @param bit one of {@link MessageStatus}
     * @return whether it is
     */
    public boolean is(int bit) {
        return (status & bit) != 0;
    }
}
