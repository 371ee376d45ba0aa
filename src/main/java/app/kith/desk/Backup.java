package app.kith.desk;

import app.kith.vault.Ways;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that lies somewhere.
 *
 * @param file the file
 * @param made when it was begun
 * @param bytes how large the file is
 * @param changes number of the last change set in it
 * @param mail number of the last record of its mail log
 * @param ways in which ways it can be opened
 */
public record Backup(Path file, Instant made, long bytes, long changes, long mail, Ways ways) {}
