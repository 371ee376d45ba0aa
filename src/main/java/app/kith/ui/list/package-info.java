/**
 * Long lists as windows on a query.
 *
 * <p>In: the numbers of everything that is listed, and a way to read rows. Out: a list that holds rows only around what is seen,
 * and keeps selection and scroll when the numbers change.
 */
@NullMarked
package app.kith.ui.list;

import org.jspecify.annotations.NullMarked;
