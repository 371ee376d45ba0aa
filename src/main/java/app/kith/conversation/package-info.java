/**
 * Threading: which messages belong to one conversation; and whose turn it is to answer in it.
 *
 * <p>In: the ids that a message carries and names, and for people's mail its subject, people, time and what it quotes. Out:
 * conversations that do not depend on the order of arrival; the store and the command line use one engine. Floor 0.
 */
@NullMarked
package app.kith.conversation;

import org.jspecify.annotations.NullMarked;
