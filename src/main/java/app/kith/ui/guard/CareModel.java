package app.kith.ui.guard;

import app.kith.desk.BackupChecks.Checked;
import app.kith.desk.Desk;
import app.kith.ui.work.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is lacking for the data to be safe, for Today. JavaFX thread only. */
public final class CareModel {
    private static final Logger LOG = LoggerFactory.getLogger(CareModel.class);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Desk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Care>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());

    private boolean waiting;

    /** What can be lacking. */
    public enum Kind {
        /** Backups are made, and open on this computer only. */
        NO_RECOVERY,
        /** There is mail, and nobody has said whether backups are to be made. */
        NO_PLAN,
        /** The last trial of a backup failed. */
        TRIAL_FAILED
    }

    /**
     * Something that is lacking.
     *
     * @param kind what
     * @param file the backup or folder that it is about; the data folder where it is about neither
     */
    public record Care(Kind kind, Path file) {}

    /**
     * Makes the model; {@link #look} reads.
     *
     * @param desk whose data
     * @param background where work is done
     */
    public CareModel(Desk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /** {@return what is lacking, gravest first} */
    public ReadOnlyObjectProperty<List<Care>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Reads it again. */
    public void look() {
        background.run("care", this::read, now -> {
            if (!now.equals(all.get())) {
                all.set(now);
            }
        }, failure -> LOG.warn("Not read: {}", failure.problem()));
    }

    /** Reads it again after a while: mail may have come, or what is lacking may be there. */
    public void lookSoon() {
        if (!waiting) {
            waiting = true;
            background.later(PAUSE, this, () -> {
                waiting = false;
                look();
            });
        }
    }

    private List<Care> read() {
        List<Care> lacking = new ArrayList<>();
        desk.backupChecks().last().filter(last -> !last.ok()).map(Checked::file)
                .ifPresent(file -> lacking.add(new Care(Kind.TRIAL_FAILED, file)));
        boolean made = desk.backups().last().isPresent();
        if (made && !desk.protection().ways().elsewhere()) {
            lacking.add(new Care(Kind.NO_RECOVERY, desk.home()));
        }
        if (!made && !desk.backups().isPlanned() && hasMail()) {
            lacking.add(new Care(Kind.NO_PLAN, app.kith.desk.Backups.usual(desk.home())));
        }
        return List.copyOf(lacking);
    }

    private boolean hasMail() {
        return !desk.accounts().list().isEmpty() && desk.conversations().count() > 0;
    }
}
