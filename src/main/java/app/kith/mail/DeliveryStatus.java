package app.kith.mail;

/** The machine-readable part of a delivery failure notice (RFC 3464). */
final class DeliveryStatus {

    private DeliveryStatus() {}

    /** {@return what was reported in one line: the address, the action, the status code and what the other server said; empty where none is named} */
    static String reason(byte[] fields) {
        TextDecoder decoder = new TextDecoder(fields, null, new Repairs());
        int at = 0;
        for (int block = 0; block < 20 && at < fields.length; block++) {
            HeaderFields group = HeaderFields.scan(fields, at, fields.length, line -> false, decoder.repairs());
            String address = afterType(group.first("final-recipient", decoder));
            if (address.isEmpty()) {
                address = afterType(group.first("original-recipient", decoder));
            }
            if (!address.isEmpty()) {
                String said = afterType(group.first("diagnostic-code", decoder));
                return (address + " " + group.first("action", decoder) + " " + group.first("status", decoder)).strip()
                        + (said.isEmpty() ? "" : ": " + (said.length() > 300 ? said.substring(0, 300) : said));
            }
            at = Math.max(at + 1, group.bodyFrom());
        }
        return "";
    }

    private static String afterType(String value) {
        int semicolon = value.indexOf(';');
        return HeaderText.clean(value.substring(semicolon + 1)).replace("<", "").replace(">", "");
    }
}
