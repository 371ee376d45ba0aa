package app.kith.ui;

import app.kith.change.Outgoing.State;
import app.kith.ui.look.Outside;
import app.kith.ui.sync.Alarms;
import app.kith.ui.sync.Alarms.Alarm;
import app.kith.ui.sync.Alarms.Kind;
import app.kith.ui.sync.SyncWords;
import app.kith.words.Words;
import java.util.stream.Collectors;

/**
 * Says by the system what is wrong with mailboxes and letters, to somebody who does not look at the window: never what stands in a mail,
 * nor to whom. JavaFX thread only.
 */
final class AlarmNotices {
    private static final String TITLE = "Kith 知客";

    private final Session session;
    private final Words words;
    private final SyncWords says;
    private final Outside outside;

    AlarmNotices(Session session, Words words, SyncWords says, Outside outside) {
        this.session = session;
        this.words = words;
        this.says = says;
        this.outside = outside;
    }

    /** Looks whether there is something to say. */
    void look() {
        Alarms alarms = session.alarms();
        alarms.look(session.sync().allProperty().get(), session.sync().passesProperty().get(),
                session.clock().instant()).forEach(this::say);
        if (!session.outbox().isLoaded()) {
            return; // What was refused before is not known yet.
        }
        int refused = alarms.refusedLetters(session.outbox().rowsProperty().get().stream()
                .filter(row -> row.outgoing().state() == State.REFUSED).map(row -> row.outgoing().id())
                .collect(Collectors.toSet()));
        if (refused > 0) {
            outside.remind(TITLE, words.count("screen.alarm.letters", refused));
        }
    }

    private void say(Alarm alarm) {
        String account = alarm.state().account().email();
        outside.remind(TITLE, alarm.kind() == Kind.DAY
                ? words.get("screen.alarm.day", account)
                : words.get("screen.alarm.account", account, says.line(alarm.state())));
    }
}
