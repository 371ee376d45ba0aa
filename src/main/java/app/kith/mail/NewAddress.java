package app.kith.mail;

/**
 * A new address that the author of a mail tells for himself.
 *
 * @param address the address, as written
 * @param sentence the sentence that tells it, as proof
 */
public record NewAddress(String address, String sentence) {}
