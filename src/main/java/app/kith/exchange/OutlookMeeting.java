package app.kith.exchange;

import com.pff.PSTAppointment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an appointment of Outlook that others take part in as the mail that tells of it: a calendar part (RFC 5545), for a
 * meeting that another program arranged with the number by which its invitation is known, so that the two are one. Of a meeting that
 * comes again only the first time is told.
 */
final class OutlookMeeting {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    /** [MS-OXOCAL] 2.2.1.27: behind it stands a number that another program gave. */
    private static final byte[] FOREIGN = "vCal-Uid".getBytes(StandardCharsets.US_ASCII);

    private final PSTAppointment appointment;
    private final PstItem item;

    private OutlookMeeting(PSTAppointment appointment) {
        this.appointment = appointment;
        this.item = new PstItem(appointment);
    }

    /**
     * Writes a meeting.
     *
     * @return a mail; null where nobody else takes part, or where it has no time
     * @throws IOException where its files cannot be read
     */
    static byte @Nullable [] mime(PSTAppointment appointment) throws IOException {
        OutlookMeeting meeting = new OutlookMeeting(appointment);
        Date start = appointment.getStartTime();
        boolean others = meeting.item.recipients().stream().anyMatch(one -> one.address().indexOf('@') > 0);
        return start == null || !others ? null : meeting.write(start.toInstant());
    }

    private byte[] write(Instant start) throws IOException {
        OutlookItem.File calendar = new OutlookItem.File("meeting.ics", "text/calendar", "",
                String.join("\r\n", lines(start)).getBytes(StandardCharsets.UTF_8));
        // Nobody wrote it as a letter: it asks for no answer and makes nobody a correspondent.
        return OutlookMail.mime(item, List.of(calendar), "Auto-Submitted: auto-generated");
    }

    private List<String> lines(Instant start) {
        Date until = appointment.getEndTime();
        Instant end = until == null || until.toInstant().isBefore(start) ? start : until.toInstant();
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VEVENT",
                "UID:" + escaped(uid(start)), "DTSTART" + time(start), "DTEND" + time(end),
                "SUMMARY:" + escaped(item.text(0x0037).replaceFirst("^\\x01.", "")),
                "LOCATION:" + escaped(String.valueOf(appointment.getLocation()))));
        String organizer = item.text(0x0C1F).indexOf('@') > 0 ? item.text(0x0C1F) : item.text(0x0065);
        if (organizer.indexOf('@') > 0) {
            lines.add("ORGANIZER:mailto:" + organizer);
        }
        item.recipients().stream().filter(one -> one.address().indexOf('@') > 0)
                .forEach(one -> lines.add("ATTENDEE:mailto:" + one.address()));
        lines.addAll(List.of("END:VEVENT", "END:VCALENDAR", ""));
        return lines;
    }

    /** Whole days are kept as the midnights of the owner's zone; half a day later it is that day in UTC, too. */
    private String time(Instant time) {
        return appointment.getSubType()
                ? ";VALUE=DATE:" + DAY.format(time.plus(Duration.ofHours(12)))
                : ":" + TIME.format(time);
    }

    /** Outlook's own numbers cannot be had whole from the reader, which rounds the time in them. */
    private String uid(Instant start) {
        byte[] data = data();
        boolean foreign = data.length > FOREIGN.length + 4
                && Arrays.equals(data, 0, FOREIGN.length, FOREIGN, 0, FOREIGN.length);
        return foreign
                ? new String(data, FOREIGN.length + 4, data.length - FOREIGN.length - 4, StandardCharsets.UTF_8)
                        .replace("\u0000", "")
                : "pst-" + digest(start + " " + item.text(0x0037) + HexFormat.of().formatHex(data))
                        + "@outlook.invalid";
    }

    private byte[] data() {
        try {
            byte[] data = appointment.getCleanGlobalObjectId().getData();
            return data == null ? new byte[0] : data;
        } catch (RuntimeException | AssertionError e) {
            return new byte[0]; // There is none, or it is damaged.
        }
    }

    private static String digest(String text) {
        try {
            return Long.toHexString(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8))).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.equals("null")
                ? ""
                : text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("[\\r\\n]+", " ");
    }
}
