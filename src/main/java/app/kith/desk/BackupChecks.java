package app.kith.desk;

import app.kith.vault.KeyRing;
import app.kith.vault.SafeFile;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Trials of backups: whether everything can be had back from one, and what came of the last time. Blocks. */
public final class BackupChecks {
    private static final String FILE = "backup-check.json";
    /** All is read and built once: that is cheap enough once in so long a time. */
    private static final Duration EVERY = Duration.ofDays(30);

    private final Path home;
    private final Protection protection;
    private final Clock clock;

    /**
     * What came of a trial.
     *
     * @param at when it was
     * @param file the backup
     * @param ok whether everything can be had back from it
     * @param problem why it could not be tried to the end; null where it was
     */
    public record Checked(Instant at, Path file, boolean ok, @Nullable Problem problem) {}

    private record Kept(@Nullable String at, @Nullable String file, boolean ok, @Nullable String problem) {}

    BackupChecks(Path home, Protection protection, Clock clock) {
        this.home = home;
        this.protection = protection;
        this.clock = clock;
    }

    /** {@return what came of the last trial; empty where there was none} */
    public Optional<Checked> last() {
        try {
            Kept kept = Backups.JSON.readValue(Files.readString(home.resolve(FILE)), Kept.class);
            return kept.at() == null || kept.file() == null
                    ? Optional.empty()
                    : Optional.of(new Checked(Instant.parse(kept.at()), Path.of(kept.file()), kept.ok(),
                            kept.problem() == null ? null : Problem.valueOf(kept.problem())));
        } catch (IOException | JacksonException | DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty(); // Then it is tried again too early.
        }
    }

    /** {@return whether a backup should be tried once there is a new one} */
    public boolean isDue() {
        return last().map(last -> !last.ok() || !last.at().plus(EVERY).isAfter(clock.instant())).orElse(true);
    }

    /**
     * Brings a backup of this data folder back beside it, builds everything from it, looks it through, and throws it away.
     *
     * @param file the backup
     * @param typed opens a backup of another data folder, or one that was made when other keys were; null for none
     * @param progress told how far it is; stops it by throwing
     * @return what was found; it is remembered
     * @throws KithException BACKUP_DAMAGED, PASSPHRASE_NEEDED, NO_ROOM, CANCELLED …; damage is remembered too
     */
    public BackupFile.Verified check(Path file, char @Nullable [] typed, BackupFile.Progress progress) {
        Path beside = home.toAbsolutePath().normalize().getParent();
        Path room = beside != null && Files.isWritable(beside)
                ? beside
                : Path.of(System.getProperty("java.io.tmpdir"));
        try {
            BackupFile.Verified verified = BackupFile.verify(file, room,
                    folder -> DeskOptions.of(folder, typed, typed == null ? protection.lend(folder) : KeyRing.none()),
                    progress);
            remember(new Kept(clock.instant().toString(), file.toString(), verified.ok(), null));
            return verified;
        } catch (KithException e) {
            if (e.problem() != Problem.CANCELLED && e.problem() != Problem.PASSPHRASE_NEEDED
                    && e.problem() != Problem.WRONG_PASSPHRASE && e.problem() != Problem.CODE_MISTYPED) {
                remember(new Kept(clock.instant().toString(), file.toString(), false, e.problem().name()));
            }
            throw e;
        }
    }

    private void remember(Kept kept) {
        try {
            SafeFile.write(home.resolve(FILE), Backups.JSON.writeValueAsBytes(kept));
        } catch (IOException e) {
            throw Backups.disk(home.resolve(FILE), e);
        }
    }
}
