package app.kith.mail;

import app.kith.mail.DeliveryFailure.Lasting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable part of a delivery report (RFC 3464): fields about the message, then a group of fields for each recipient.
 *
 * @param failures the recipients whom the mail did not reach, or not yet
 * @param others the first recipient of whom it tells something else, and what: delivered, relayed, expanded; empty where there is none
 * @param messageId the id of the mail that the report is about; null where its fields do not name it
 */
record DeliveryStatus(List<DeliveryFailure> failures, String others, @Nullable String messageId) {
    private static final int MOST_GROUPS = 500;

    /** Reads the fields of a part message/delivery-status or message/global-delivery-status. */
    static DeliveryStatus of(byte[] fields) {
        TextDecoder decoder = new TextDecoder(fields, null, new Repairs());
        List<DeliveryFailure> failures = new ArrayList<>(1);
        String others = "";
        String id = null;
        int at = 0;
        for (int group = 0; group < MOST_GROUPS && at < fields.length; group++) {
            HeaderFields header = HeaderFields.scan(fields, at, fields.length, line -> false, decoder.repairs());
            String address = address(header, decoder);
            if (id == null) {
                id = MessageIds.first(header.first("x-original-message-id", decoder));
            }
            if (!address.isEmpty()) {
                DeliveryFailure failure = failure(header, decoder, address);
                if (failure != null) {
                    failures.add(failure);
                } else if (others.isEmpty()) {
                    others = address + " " + DeliveryCode.oneLine(header.first("action", decoder));
                }
            }
            at = Math.max(at + 1, header.bodyFrom());
        }
        return new DeliveryStatus(List.copyOf(failures), others, id);
    }

    /** What the user wrote to comes first: where that address forwards to, he need not know. */
    private static String address(HeaderFields header, TextDecoder decoder) {
        String known = "";
        for (String name : List.of("original-recipient", "final-recipient", "x-actual-recipient")) {
            String address = DeliveryAddress.of(header.first(name, decoder), name.startsWith("original"));
            if (address.indexOf('@') > 0) {
                return address;
            }
            known = known.isEmpty() && name.startsWith("final") ? address : known;
        }
        return known;
    }

    private static @Nullable DeliveryFailure failure(HeaderFields header, TextDecoder decoder, String address) {
        String action = Ascii.lower(header.first("action", decoder));
        String written = header.first("status", decoder);
        String status = DeliveryCode.status(written);
        boolean delayed = action.startsWith("delay");
        boolean failed = action.startsWith("fail") || action.isEmpty() && status != null;
        if (!delayed && !failed) {
            return null;
        }
        String said = header.first("diagnostic-code", decoder);
        String reason = DeliveryCode.oneLine(said.isEmpty()
                ? comment(written)
                : said.substring(said.indexOf(';') + 1));
        String detail = DeliveryCode.status(reason);
        if (detail != null && (status == null || DeliveryCode.isVague(status))) {
            status = detail;
        }
        Lasting lasting = delayed ? Lasting.TEMPORARY : DeliveryCode.lasting(status, reason);
        return new DeliveryFailure(address, status, reason, lasting, null);
    }

    /** {@code 5.0.0 (mailbox full)} */
    private static String comment(String status) {
        int open = status.indexOf('(');
        int close = status.lastIndexOf(')');
        return open >= 0 && close > open + 6 ? status.substring(open + 1, close) : "";
    }
}
