package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entity of a message (RFC 2045, section 2.4): its header, where its body lies in the raw bytes, and the parts inside it. */
final class Part {
    private final HeaderFields header;
    private final ParameterField type;
    private final TextDecoder decoder;
    private final String mediaType;
    private final int depth;
    private final List<Part> parts = new ArrayList<>(2);
    private @Nullable ParameterField disposition;
    private int bodyTo;
    private boolean opaque;
    private boolean multipart;

    Part(HeaderFields header, TextDecoder decoder, String defaultType, int depth, int end) {
        this.header = header;
        this.decoder = decoder;
        this.type = new ParameterField(header.first("content-type", decoder), decoder);
        this.mediaType = mediaType(type, defaultType, decoder.repairs());
        this.depth = depth;
        this.bodyTo = end;
    }

    /**
     * Mends what no media type is: {@code text} is plain text, {@code multipart} mixed, anything else without a slash is a file where
     * it has a name, and text where it has none.
     */
    private static String mediaType(ParameterField type, String defaultType, Repairs repairs) {
        String value = type.value();
        int slash = value.indexOf('/');
        if (slash > 0 && slash < value.length() - 1) {
            int second = value.indexOf('/', slash + 1);
            return second < 0 ? value : value.substring(0, second);
        }
        if (value.isEmpty()) {
            return defaultType;
        }
        repairs.add("a content type was no type");
        if (value.startsWith("multipart")) {
            return "multipart/mixed";
        }
        if (value.startsWith("message")) {
            return "message/rfc822";
        }
        boolean file = !value.startsWith("text") && !type.plain("name").isEmpty();
        return file ? "application/octet-stream" : "text/plain";
    }

    HeaderFields header() {
        return header;
    }

    /** {@return the media type in lower case, never empty, without parameters} */
    String mediaType() {
        return opaque ? "application/octet-stream" : mediaType;
    }

    ParameterField type() {
        return type;
    }

    ParameterField disposition() {
        ParameterField known = disposition;
        if (known == null) {
            known = new ParameterField(header.first("content-disposition", decoder), decoder);
            disposition = known;
        }
        return known;
    }

    /** {@return the file name that the part carries; empty where it has none} */
    String fileName() {
        String first = disposition().text("filename");
        if (isGood(first)) {
            return first;
        }
        String second = type.text("name");
        if (isGood(second)) {
            return second;
        }
        // A disposition's name parameter stands there by mistake, but is the name.
        String third = disposition().text("name");
        if (isGood(third)) {
            return third;
        }
        String any = first.isEmpty() ? second : first;
        return any.isEmpty() ? type.text("file") : any;
    }

    private static boolean isGood(String name) {
        if (name.isEmpty() || name.indexOf('\uFFFD') >= 0) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '?' && c != '_' && c != '.') {
                return true;
            }
        }
        return false;
    }

    TransferEncoding encoding() {
        return TransferEncoding.of(header.first("content-transfer-encoding", decoder));
    }

    int depth() {
        return depth;
    }

    int bodyFrom() {
        return header.bodyFrom();
    }

    int bodyTo() {
        return bodyTo;
    }

    void endAt(int end) {
        bodyTo = Math.max(bodyFrom(), end);
    }

    boolean isMultipart() {
        return multipart;
    }

    void becomeMultipart() {
        multipart = true;
    }

    /** From now on the part is bytes of no known kind, not looked into. */
    void becomeOpaque() {
        opaque = true;
    }

    boolean isOpaque() {
        return opaque;
    }

    List<Part> parts() {
        return parts;
    }
}
