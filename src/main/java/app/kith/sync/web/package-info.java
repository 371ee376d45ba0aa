/**
 * What is fetched from the web, only at the user's word: the pictures of a mail.
 *
 * <p>In: addresses that a mail names. Out: the bytes of pictures, or nothing. Nobody else in the program opens a connection to a web
 * server. Nothing of this computer is told beyond what a connection tells by itself.
 */
@NullMarked
package app.kith.sync.web;

import org.jspecify.annotations.NullMarked;
