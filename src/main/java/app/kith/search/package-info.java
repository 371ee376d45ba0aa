/**
 * Finds: people, companies, mails, files, notes and records, by what is typed into one box.
 *
 * <p>In: what the store holds and the texts of mails, followed by the numbers of the store's transactions. Out: a
 * {@link app.kith.search.Results} for a typed line. The index is a projection like the store: encrypted, and made anew where it is in
 * doubt. Nobody else touches Lucene. Floor 2.
 */
@NullMarked
package app.kith.search;

import org.jspecify.annotations.NullMarked;
