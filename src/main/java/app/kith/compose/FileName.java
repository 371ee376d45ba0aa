package app.kith.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the name of a file as a parameter: in ASCII for everybody, in full as RFC 2231 wants it. */
final class FileName {
    private static final int LONGEST_PIECE = 60;
    private static final String PLAIN = "!#$&+-.^_`{}~";

    private FileName() {}

    /** The parameters of Content-Disposition. */
    static List<String> disposition(String name) {
        List<String> parameters = new ArrayList<>();
        parameters.add("filename=\"" + ascii(name) + "\"");
        if (!ascii(name).equals(name)) {
            extended(name, parameters);
        }
        return parameters;
    }

    /** The name in ASCII, as a program that knows no more may save it. */
    static String ascii(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> out
                .appendCodePoint(c >= ' ' && c < 0x7F && "\"\\/:*?<>|%".indexOf(c) < 0 ? c : '_'));
        if (out.length() <= LONGEST_PIECE) {
            return out.toString();
        }
        int dot = out.lastIndexOf(".");
        String extension = dot > 0 && out.length() - dot <= 12 ? out.substring(dot) : "";
        return out.substring(0, LONGEST_PIECE - extension.length()) + extension;
    }

    private static void extended(String name, List<String> parameters) {
        StringBuilder piece = new StringBuilder("UTF-8''");
        List<String> pieces = new ArrayList<>();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            boolean plain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                    || PLAIN.indexOf(c) >= 0;
            piece.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "%%%02X", c));
            if (piece.length() > LONGEST_PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        for (int i = 0; i < pieces.size(); i++) {
            parameters.add("filename*" + (pieces.size() == 1 ? "" : i + "*") + "=" + pieces.get(i));
        }
    }
}
