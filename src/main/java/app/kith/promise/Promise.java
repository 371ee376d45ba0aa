package app.kith.promise;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something promised by a day.
 *
 * @param day the day by which, or on which, it is to be done, where the author was
 * @param at the minute, where one is said; else null
 * @param sentence the sentence that says so, on one line
 */
public record Promise(LocalDate day, @Nullable Instant at, String sentence) {}
