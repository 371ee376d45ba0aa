/**
 * The projection: an encrypted H2 database with everything that is queried, listed and joined.
 *
 * <p>In: change sets and mail events, each applied in one transaction with the position it stands at. Out: rows for the screen
 * and the command line, and a note of what changed. It can be thrown away and built again from the logs. Floor 1.
 */
@NullMarked
package app.kith.store;

import org.jspecify.annotations.NullMarked;
