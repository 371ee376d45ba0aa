/**
 * The box over everything: one line in which people, mails, files, notes and records are found as one types, and every action of the
 * program by its name; and the sheet of all keys. In: the search, the actions. Out: what was chosen.
 */
@NullMarked
package app.kith.ui.find;

import org.jspecify.annotations.NullMarked;
