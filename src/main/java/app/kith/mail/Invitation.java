package app.kith.mail;

import java.time.Instant;
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
 */
public record Invitation(String method, String uid, String summary, @Nullable Instant start, @Nullable Instant end,
        boolean allDay,
        String location, @Nullable Mailbox organizer, java.util.List<Mailbox> attendees) {}
