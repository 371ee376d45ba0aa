/**
 * Contacts come in from files and go out into files: tables (csv, xlsx, xls, docx), vCards, LDIF, JSON.
 *
 * <p>In: a file, and {@link app.kith.exchange.ExistingCards}, what is there already. Out: the changes of one change set, and a report
 * that names every row that was refused. The other way {@link app.kith.exchange.ExportCards} goes in and a file comes out. What
 * another program calls its columns stands in {@code presets.json}. Files are hostile until read: everything here is bounded. Floor 2.
 */
@NullMarked
package app.kith.exchange;

import org.jspecify.annotations.NullMarked;
