package app.kith.ui.mail;

import app.kith.mail.Invitation;
import app.kith.mail.Mailbox;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A meeting that came by mail: what, when, where, who. */
final class InvitationView extends HBox {
    private static final int SHOWN = 12;
    private static final Set<String> METHODS = Set.of("request", "cancel", "reply", "counter", "publish");
    private static final Set<String> ANSWERS = Set.of("accepted", "declined", "tentative", "delegated");

    private final Invitation invitation;
    private final Words words;
    private final Dates dates;
    private final VBox lines = Controls.column(4);

    InvitationView(Invitation invitation, Words words, Dates dates) {
        super(12);
        this.invitation = invitation;
        this.words = words;
        this.dates = dates;
        getStyleClass().addAll("notice", "invitation");
        lines.setMinWidth(0);
        setHgrow(lines, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(Controls.icon("fth-calendar"), lines);
        lines.getChildren().add(Controls.label(method(), "muted"));
        if (!invitation.summary().isEmpty()) {
            lines.getChildren().add(Controls.paragraph(invitation.summary(), "card-title"));
        }
        when();
        if (!invitation.location().isEmpty()) {
            line("fth-map-pin", invitation.location());
        }
        Mailbox organizer = invitation.organizer();
        if (organizer != null) {
            line("fth-user", words.get("screen.invitation.organizer", name(organizer)));
        }
        attendees();
    }

    private String method() {
        String method = invitation.method().toLowerCase(Locale.ROOT);
        return words.get("screen.invitation." + (METHODS.contains(method) ? method : "request"));
    }

    private void when() {
        Instant start = invitation.start();
        if (start == null) {
            return;
        }
        if (invitation.allDay()) {
            line("fth-clock", dates.days(start, invitation.end()));
            return;
        }
        line("fth-clock", dates.period(start, invitation.end(), dates.zone()));
        ZoneId theirs = invitation.zone();
        boolean other = theirs != null
                && !theirs.getRules().getOffset(start).equals(dates.zone().getRules().getOffset(start));
        if (theirs != null && other) {
            Label there = line("fth-globe", dates.period(start, invitation.end(), theirs));
            there.getStyleClass().add("muted");
        }
    }

    private void attendees() {
        List<Mailbox> all = invitation.attendees();
        all.stream().limit(SHOWN).forEach(who -> {
            String answer = invitation.answers().getOrDefault(who.address().toLowerCase(Locale.ROOT), "")
                    .toLowerCase(Locale.ROOT);
            boolean known = ANSWERS.contains(answer);
            line(icon(answer), words.get("screen.invitation.attendee", name(who),
                    words.get("screen.invitation." + (known ? answer : "open"))));
        });
        if (all.size() > SHOWN) {
            lines.getChildren().add(
                    Controls.label(words.count("screen.invitation.more", all.size() - SHOWN), "muted"));
        }
    }

    private static String icon(String answer) {
        return switch (answer) {
            case "accepted" -> "fth-check";
            case "declined" -> "fth-x";
            default -> "fth-help-circle";
        };
    }

    private Label line(String icon, String text) {
        Label label = Controls.paragraph(text);
        HBox line = Controls.row(8, Controls.icon(icon), label);
        line.getStyleClass().add("invitation-line");
        lines.getChildren().add(line);
        return label;
    }

    private static String name(Mailbox who) {
        return who.name().isEmpty() ? who.address() : who.name();
    }
}
