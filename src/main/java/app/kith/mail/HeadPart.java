package app.kith.mail;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of words in the lines of a signature that bear no label.
 *
 * @param words the words
 * @param kind what they are, where they and what stands beside them tell; else null
 */
record HeadPart(String words, SignatureField.@Nullable Kind kind) {}
