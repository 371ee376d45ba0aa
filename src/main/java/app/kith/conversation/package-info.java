/**
 * Threading: which messages belong to one conversation.
 *
 * <p>In: the ids that a message carries and names. Out: conversations that do not depend on the order of arrival. Floor 0.
 */
@NullMarked
package app.kith.conversation;

import org.jspecify.annotations.NullMarked;
