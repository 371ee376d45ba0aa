package app.kith.store;

import app.kith.contact.EmailAddress;
import app.kith.contact.PersonName;
import app.kith.contact.Property;
import app.kith.contact.Value.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that is known of one address, and what is to be proposed from it. */
final class Evidence {
    /** So much personal mail makes it likely that somebody is a customer to whom the user never wrote. */
    private static final int OFTEN = 3;
    private static final int TWICE = 2;
    private static final int SURE = 90;
    private static final Pattern STATUS = Pattern.compile("\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern MAILBOX = Pattern.compile("^55[013]\\b");
    /** Who is refused for what he is or sends has the right address. */
    private static final Pattern POLICY = Pattern.compile(
            "(?i)spam|relay|policy|blocked|black ?list|denied|authenticat|sender|quota|over ?limit|too many|greylist");

    private final long id;
    private final EmailAddress email;
    private final String name;
    private final @Nullable Long contact;
    private final boolean had;
    private final int received;
    private final int personal;
    private final int sent;
    private final @Nullable Long lastIn;
    private final @Nullable Long lastAt;
    private final @Nullable Long lastMessage;
    private final Map<String, String> decisions = new HashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<Property, Long> newest = new HashMap<>();
    private final KnownValues known = new KnownValues();
    private final Map<String, Moved> moved = new LinkedHashMap<>();
    private @Nullable Bounce bounce;

    Evidence(ResultSet row) throws SQLException {
        this.id = row.getLong("id");
        this.email = EmailAddress.of(row.getString("normal"));
        this.name = row.getString("name");
        this.contact = row.getObject("contact_id", Long.class);
        this.had = row.getBoolean("had");
        this.received = row.getInt("received");
        this.personal = received - row.getInt("automatic");
        this.sent = row.getInt("sent");
        this.lastIn = row.getObject("last_in", Long.class);
        this.lastAt = row.getObject("last_at", Long.class);
        this.lastMessage = row.getObject("last_message", Long.class);
    }

    /** What signatures say: the latest spelling, with all the times that it was seen. */
    private record Found(Property property, String label, String raw, String normal, String line, int confidence,
            int seen, long firstAt, long lastAt, long message) {}

    private record Moved(String normal, String shown, String sentence, int seen, long firstAt, long lastAt,
            long message) {}

    private record Bounce(String status, String reason, boolean sure, int seen, long firstAt, long lastAt,
            long message) {}

    boolean isCustomer() {
        return contact != null;
    }

    void decided(String what, String content) {
        decisions.put(what, content);
    }

    /** Takes what a signature says; the oldest first. */
    void signed(ResultSet row) throws SQLException {
        Property property = Property.valueOf(row.getString("property"));
        String normal = row.getString("normal");
        Found now = new Found(property, row.getString("label"), row.getString("raw"), normal, row.getString("line"),
                row.getInt("confidence"), row.getInt("seen"), row.getLong("first_at"), row.getLong("last_at"),
                row.getLong("last_message"));
        found.merge(property + "/" + normal, now, (a, b) -> new Found(property, b.label, b.raw, normal, b.line,
                Math.max(a.confidence, b.confidence), a.seen + b.seen, Math.min(a.firstAt, b.firstAt), b.lastAt,
                b.message));
        newest.put(property, now.message);
    }

    /** Takes what a card of the customer says, or once said. */
    void said(ResultSet row) throws SQLException {
        Property property = Property.valueOf(row.getString("property"));
        if (row.getBoolean("former")) {
            known.addFormer(property, row.getString("normal"));
        } else {
            known.add(property, row.getString("label"), row.getString("raw"), row.getString("normal"),
                    Mark.valueOf(row.getString("mark")));
        }
    }

    /** Takes a notice of delivery. */
    void bounced(ResultSet row) throws SQLException {
        returned(row.getString(2), row.getString(3).equals("PERMANENT"), row.getString(4), row.getLong(5),
                row.getLong(6));
    }

    /** Takes what a sending server said for good of a letter's recipient (RFC 5321: 550, 551 and 553 are about the mailbox). */
    void refused(ResultSet row) throws SQLException {
        String answer = row.getString(2);
        Matcher status = STATUS.matcher(answer);
        boolean mailbox = MAILBOX.matcher(answer).find() && !POLICY.matcher(answer).find();
        if (mailbox) {
            returned(status.find() ? status.group() : "", true, answer, row.getLong(3), row.getLong(4));
        }
    }

    /** A full mailbox, a mail too large or a spam filter do not make an address wrong. */
    private void returned(String status, boolean lasting, String reason, long message, long at) {
        boolean wrong = status.matches("5\\.1\\.(?:1|2|3|6|10)|5\\.2\\.1");
        boolean perhaps = lasting && (status.isEmpty() || status.matches("5\\.(?:0|1|4)\\.\\d+|5\\.5\\.0"));
        if (!wrong && !perhaps) {
            return;
        }
        Bounce before = bounce;
        if (before == null) {
            bounce = new Bounce(status, reason, wrong, 1, at, at, message);
        } else if (at >= before.lastAt) {
            bounce = new Bounce(status, reason, wrong || before.sure, before.seen + 1, before.firstAt, at, message);
        } else {
            bounce = new Bounce(before.status, before.reason, wrong || before.sure, before.seen + 1,
                    Math.min(at, before.firstAt), before.lastAt, before.message);
        }
    }

    /** Takes what a mail of the address tells of a new one; the oldest first. */
    void moved(ResultSet row) throws SQLException {
        String normal = row.getString(2);
        Moved now = new Moved(normal, row.getString(3), row.getString(4), 1, row.getLong(6), row.getLong(6),
                row.getLong(5));
        moved.merge(normal, now, (a, b) -> new Moved(normal, b.shown, b.sentence, a.seen + 1, a.firstAt, b.lastAt,
                b.message));
    }

    /** {@return what is to be proposed now} */
    List<ProposalRow> proposals() {
        List<ProposalRow> rows = new ArrayList<>();
        if (contact == null) {
            person(rows);
        } else {
            facts(rows);
            bounce(rows);
            moved(rows);
        }
        return rows;
    }

    private void person(List<ProposalRow> rows) {
        boolean inTouch = personal > 0 || sent > 0 && received == 0;
        if (!inTouch || email.isMachine() || decisions.containsKey("person")) {
            return;
        }
        ProposalKind kind = email.isRole() ? ProposalKind.ROLE : ProposalKind.PERSON;
        int level = had
                ? ProposalRow.OPEN
                : sent > 0
                        ? ProposalRow.CERTAIN
                        : personal >= OFTEN && kind == ProposalKind.PERSON ? ProposalRow.LIKELY : ProposalRow.OPEN;
        long rank = Math.min(sent, 999) * 1000L + Math.min(personal, 999) + (sent > 0 ? 1_000_000 : 0);
        List<String> signed = found.values().stream().filter(each -> each.property == Property.NAME)
                .map(Found::raw).toList();
        String shown = PersonName.shown(name, signed);
        rows.add(new ProposalRow(id, kind, "", "", null, "", shown, "", "", personal + sent, 0,
                lastAt == null ? 0 : lastAt, lastMessage, level, rank));
    }

    private void facts(List<ProposalRow> rows) {
        for (Found each : found.values()) {
            String what = ProposalRow.what(ProposalKind.FACT, each.property.name(), each.normal);
            Long latest = newest.get(each.property);
            boolean now = latest != null && latest == each.message;
            if (now && !decisions.containsKey(what) && isNews(each)) {
                rows.add(new ProposalRow(id, ProposalKind.FACT, each.property.name(), each.normal, contact, each.label,
                        each.raw, each.line, known.present(each.property, each.label), each.seen, each.firstAt,
                        each.lastAt, each.message, level(each), 0));
            }
        }
    }

    private boolean isNews(Found each) {
        EmailAddress other = EmailAddress.of(each.raw);
        return switch (each.property) {
            case NAME -> !known.has(Property.NAME) && !known.has(Property.FAMILY_NAME)
                    && !known.has(Property.GIVEN_NAME)
                    && (name.isEmpty() || PersonName.isSameInCharacters(each.raw, name));
            case EMAIL -> other.isComplete() && !other.isMachine() && !other.isRole()
                    && !known.says(Property.EMAIL, each.raw, each.normal);
            default -> !known.says(each.property, each.raw, each.normal);
        };
    }

    /** Nothing is overwritten unasked, and no address is added: with it would come all its mail. */
    private int level(Found each) {
        boolean fills = !known.has(each.property, each.label) && each.property != Property.EMAIL
                && (each.property != Property.NAME || name.isEmpty());
        if (!fills || known.had(each.property, each.normal)) {
            return ProposalRow.OPEN;
        }
        return each.seen >= TWICE
                ? ProposalRow.CERTAIN
                : each.confidence >= SURE ? ProposalRow.LIKELY : ProposalRow.OPEN;
    }

    private void bounce(List<ProposalRow> rows) {
        Bounce last = bounce;
        if (last == null || lastIn != null && lastIn > last.lastAt || known.isInvalid(email.normal())) {
            return;
        }
        String decided = decisions.get("bounce");
        if (decided != null && decided.equals("refused " + last.message)) {
            return;
        }
        rows.add(new ProposalRow(id, ProposalKind.BOUNCE, "", "", contact, last.status, email.shown(), last.reason, "",
                last.seen, last.firstAt, last.lastAt, last.message,
                last.sure && last.seen >= TWICE ? ProposalRow.CERTAIN : ProposalRow.OPEN, 0));
    }

    /** An office's address is not a person's new one. What was told, taken up and taken back again is told once more. */
    private void moved(List<ProposalRow> rows) {
        for (Moved each : moved.values()) {
            EmailAddress other = EmailAddress.of(each.shown);
            boolean office = other.isRole() && !email.isRole();
            String what = ProposalRow.what(ProposalKind.MOVED, "", each.normal);
            if (!office && !decisions.containsKey(what)
                    && !known.says(Property.EMAIL, each.shown, each.normal)) {
                rows.add(new ProposalRow(id, ProposalKind.MOVED, Property.EMAIL.name(), each.normal, contact, "",
                        each.shown, each.sentence, email.shown(), each.seen, each.firstAt, each.lastAt, each.message,
                        each.seen >= TWICE ? ProposalRow.LIKELY : ProposalRow.OPEN, 0));
            }
        }
    }
}
