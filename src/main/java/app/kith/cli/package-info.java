/**
 * The command line: a thin shell over the desk, with tables for people and JSON for programs.
 *
 * <p>In: arguments. Out: text, exit states. Floor 4.
 */
@NullMarked
package app.kith.cli;

import org.jspecify.annotations.NullMarked;
