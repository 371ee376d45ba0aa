/**
 * The body of a mail, drawn with JavaFX nodes of our own.
 *
 * <p>In: safe HTML or plain text. Out: a {@link app.kith.ui.body.BodyPage}, made on any thread, and a {@link app.kith.ui.body.MailBody} that
 * draws it. Nothing in here knows an address it could load from: pictures come as bytes from whoever shows the mail, links go back to it.
 * The model ({@code Block}, {@code Inline}) and all that makes it touch no toolkit; the classes named {@code …View} live on the JavaFX thread.
 */
@NullMarked
package app.kith.ui.body;

import org.jspecify.annotations.NullMarked;
