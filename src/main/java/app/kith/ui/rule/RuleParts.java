package app.kith.ui.rule;

import app.kith.words.Words;
import java.util.function.Supplier;

/**
 * What each line of a rule needs.
 *
 * @param known what may be named in it
 * @param words the language of the screen
 * @param changed told of every change
 */
record RuleParts(Supplier<Known> known, Words words, Runnable changed) {}
