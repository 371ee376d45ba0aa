/**
 * Mail on the screen: the list of conversations, one conversation with its messages, attachments.
 *
 * <p>In: queries of the store, bytes of the mail log. Out: models without controls, and the views bound to them. What a mail says is
 * made inert and laid out off the JavaFX thread; nothing here can reach the network.
 */
@NullMarked
package app.kith.ui.mail;

import org.jspecify.annotations.NullMarked;
