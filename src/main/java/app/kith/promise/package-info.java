/**
 * Promises: sentences of a mail in which its author says what will be done by when.
 *
 * <p>In: the new text of a mail and when and where it was written. Out: the day that is promised, with the sentence as proof. The rules
 * know Chinese and English; they would rather miss a promise than find one that is none. Floor 0.
 */
@NullMarked
package app.kith.promise;

import org.jspecify.annotations.NullMarked;
