package app.kith.mail;

import org.jspecify.annotations.Nullable;

/**
 * One recipient whom a mail did not reach, as a delivery failure or delay notice tells it.
 *
 * @param address the address that the mail was sent to, as far as the notice names it; never empty
 * @param status the enhanced status code (RFC 3463), for example {@code 5.1.1}; null where the notice has none
 * @param reason what the other server answered, or the notice's own words, on one line of at most 300 letters; empty where it gives none
 * @param lasting whether sending again can help
 * @param messageId the Message-ID of the mail that failed, without angle brackets; null where the notice does not carry it
 */
public record DeliveryFailure(String address, @Nullable String status, String reason, Lasting lasting,
        @Nullable String messageId) {

    /** Whether a failure stays. */
    public enum Lasting {
        /** Sending the same mail to the same address again will fail again. */
        PERMANENT,
        /** A passing hindrance: the server still tries, or has given up for now. */
        TEMPORARY,
        /** The notice does not say. */
        UNKNOWN
    }

    /** {@return the address, what befell it, the status code and the reason, in one English line} */
    String summary() {
        return address + (lasting == Lasting.TEMPORARY ? " failed for now" : " failed")
                + (status == null ? "" : " " + status) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
