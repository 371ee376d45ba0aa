/**
 * People and companies as plain values: cards, values, sources, e-mail addresses and names, and how they are brought into a
 * normal form.
 *
 * <p>In: what a source says. Out: immutable values and pure functions over them. Floor 0: no files, no sockets, no SQL.
 */
@NullMarked
package app.kith.contact;

import org.jspecify.annotations.NullMarked;
