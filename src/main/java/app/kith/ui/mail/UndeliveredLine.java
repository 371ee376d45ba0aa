package app.kith.ui.mail;

import app.kith.mail.DeliveryFailure;
import app.kith.words.Words;

/** Says in plain words whom a mail did not reach and why: by the status code (RFC 3463), else as the other server put it. */
final class UndeliveredLine {
    private UndeliveredLine() {}

    static String of(DeliveryFailure failure, Words words) {
        String why = why(failure, words);
        String key = switch (failure.lasting()) {
            case PERMANENT -> "screen.message.undelivered";
            case TEMPORARY -> "screen.message.undelivered-for-now";
            case UNKNOWN -> "screen.message.undelivered-unknown";
        };
        return words.get(key, failure.address(), why);
    }

    private static String why(DeliveryFailure failure, Words words) {
        String status = failure.status();
        String detail = status == null ? "" : status.substring(2);
        String key = switch (detail) {
            case "1.1", "1.10", "1.351" -> "no-address";
            case "1.2", "4.4", "4.310", "4.312" -> "no-domain";
            case "1.0", "1.3", "1.6" -> "bad-address";
            case "2.1", "2.13" -> "closed";
            case "2.2" -> "full";
            case "2.3", "3.4" -> "too-large";
            case "4.1", "4.2", "4.316" -> "no-connection";
            case "4.7" -> "expired";
            case "4.6", "4.14" -> "loop";
            default -> detail.startsWith("7.") ? "refused" : "";
        };
        if (!key.isEmpty()) {
            String plain = words.get("screen.message.why." + key);
            return failure.reason().isEmpty() ? plain : words.get("screen.message.why", plain, failure.reason());
        }
        return failure.reason().isEmpty() ? words.get("screen.message.why.unsaid") : failure.reason();
    }
}
