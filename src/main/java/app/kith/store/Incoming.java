package app.kith.store;

import app.kith.mail.Mail;

/**
 * A message that arrives, as it was read.
 *
 * @param mail what it says
 * @param digest SHA-256 of its raw bytes
 */
public record Incoming(Mail mail, byte[] digest) {}
