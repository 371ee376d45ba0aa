package app.kith.mail;

import org.jspecify.annotations.Nullable;

/**
 * What the structure of a message says of a delivery.
 *
 * @param status the fields of its multipart/report; null where it has none for a delivery
 * @param whole whether the message is that report, and does not only hold it
 * @param returnedId the Message-ID of the mail that is enclosed, whole or as its header; null where none is
 */
record DeliveryReport(@Nullable DeliveryStatus status, boolean whole, @Nullable String returnedId) {}
