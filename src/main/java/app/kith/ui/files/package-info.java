/**
 * The page of files: everything that came and went with mail, newest first, sifted by kind and by words of the name. A row knows the
 * mail and the customer it belongs to, and can be opened, saved, copied and dragged out as in the mail itself.
 */
@NullMarked
package app.kith.ui.files;

import org.jspecify.annotations.NullMarked;
