package app.kith.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar item that came with a mail (RFC 5545, RFC 6047).
 *
 * @param method iTIP method in upper case: {@code REQUEST}, {@code REPLY}, {@code CANCEL}, {@code PUBLISH} …; empty where none is given
 * @param uid the item's UID, by which later answers and changes are joined to it; empty where there is none
 * @param summary title
 * @param start start in UTC; null where it could not be read
 * @param end end in UTC; null where there is none
 * @param allDay whether start and end are days without a time
 * @param location place; empty where there is none
 * @param organizer who invites; null where nobody is named
 * @param attendees who is invited
 * @param answers what they answered, by address in lower case: {@code ACCEPTED}, {@code DECLINED}, {@code TENTATIVE} …; who has not
 *     answered may be missing
 * @param zone the zone in which the organiser wrote the start; null where it is UTC or cannot be known
 */
public record Invitation(String method, String uid, String summary, @Nullable Instant start, @Nullable Instant end,
        boolean allDay, String location, @Nullable Mailbox organizer, List<Mailbox> attendees,
        Map<String, String> answers, @Nullable ZoneId zone) {

    /** Keeps its own copies. */
    public Invitation {
        attendees = List.copyOf(attendees);
        answers = Map.copyOf(answers);
    }
}
