/**
 * Which records are one person or one company: normal forms are compared, differences weighed in bits, pairs gathered into
 * groups, and every decision explained.
 *
 * <p>In: profiles, made of values by a {@link app.kith.match.Schema}, and what is known besides (answers, signs). Out: pairs with
 * probability and reasons, groups to propose, groups that are safe. Floor 0: no files, no sockets, no SQL, no store.
 */
@NullMarked
package app.kith.match;

import org.jspecify.annotations.NullMarked;
