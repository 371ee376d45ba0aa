package app.kith.mail;

/**
 * One mailbox of an address list (RFC 5322, section 3.4): a display name and an address.
 *
 * @param name decoded display name, trimmed, without the surrounding quotes; empty where there is none
 * @param address the address as written, without angle brackets; empty where only a name could be read
 */
public record Mailbox(String name, String address) {}
