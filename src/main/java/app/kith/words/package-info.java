/**
 * The words of the program in both languages, and the problems it can name.
 *
 * <p>In: a key, or a {@link app.kith.words.Problem} with its arguments. Out: one plain sentence in English or Chinese: what
 * failed, why, and what to do. Floor 0: resources on the class path only, no files, no screen.
 */
@NullMarked
package app.kith.words;

import org.jspecify.annotations.NullMarked;
