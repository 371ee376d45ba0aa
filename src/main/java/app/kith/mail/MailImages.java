package app.kith.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about the pictures of one HTML text while it is made safe, and counts what it takes out. */
final class MailImages {
    private static final Set<String> DATA_TYPES = Set.of("png", "jpeg", "jpg", "gif", "webp", "bmp");

    private final Set<String> contentIds;
    private final boolean keepRemote;
    private final Set<String> hosts = new LinkedHashSet<>();
    private int remote;
    private int tracking;

    MailImages(Set<String> normalContentIds, boolean keepRemote) {
        this.contentIds = normalContentIds;
        this.keepRemote = keepRemote;
    }

    int remote() {
        return remote;
    }

    int tracking() {
        return tracking;
    }

    List<String> hosts() {
        return List.copyOf(hosts);
    }

    /**
     * Decides about an {@code img}.
     *
     * @param attributes its names and values in turn, changed here
     * @return the element's name, or null to take it out
     */
    @Nullable
    String image(String name, List<String> attributes) {
        String source = "";
        String width = "";
        String height = "";
        String style = "";
        List<String> kept = new ArrayList<>(attributes.size());
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            String value = attributes.get(i + 1);
            switch (attributes.get(i)) {
                case "src" -> {
                    source = value.strip();
                    continue;
                }
                case "width" -> width = value;
                case "height" -> height = value;
                case "style" -> style = value;
                default -> {
                }
            }
            kept.add(attributes.get(i));
            kept.add(value);
        }
        attributes.clear();
        attributes.addAll(kept);
        if (isRemote(source)) {
            remote++;
            addHost(source);
            if (isUnseen(width, height, style)) {
                tracking++;
                return null;
            }
            if (keepRemote) {
                attributes.add(SafeHtml.REMOTE_SOURCE);
                attributes.add(source.startsWith("//") ? "https:" + source : source);
            }
            return name;
        }
        String local = local(source);
        if (local != null) {
            attributes.add("src");
            attributes.add(local);
        }
        return name;
    }

    /** Counts a picture named elsewhere than in an {@code img}, and lets nothing of it stay. */
    @Nullable
    String drop(String address) {
        if (isRemote(address.strip())) {
            remote++;
            addHost(address.strip());
        }
        return null;
    }

    /** Counts the pictures that a style names; the style's own policy takes them out. */
    String style(String css) {
        int at = Ascii.indexOf(css, "url(", 0);
        while (at >= 0) {
            int from = at + 4;
            while (from < css.length()
                    && (css.charAt(from) == ' ' || css.charAt(from) == '"' || css.charAt(from) == '\'')) {
                from++;
            }
            int to = from;
            while (to < css.length() && css.charAt(to) > ' ' && css.charAt(to) != ')' && css.charAt(to) != '"'
                    && css.charAt(
                            to) != '\'') {
                to++;
            }
            drop(css.substring(from, to));
            at = Ascii.indexOf(css, "url(", to);
        }
        return css;
    }

    private static boolean isRemote(String address) {
        return address.startsWith("//") || Ascii.startsWith(address, 0, "http:")
                || Ascii.startsWith(address, 0, "https:")
                || Ascii.startsWith(address, 0, "ftp:");
    }

    private void addHost(String address) {
        if (hosts.size() < 200) {
            try {
                String host = new URI((address.startsWith("//") ? "https:" : "") + address.replace(" ", "%20"))
                        .getHost();
                hosts.add(host == null ? "?" : host.toLowerCase(Locale.ROOT));
            } catch (URISyntaxException e) {
                hosts.add(hostByHand(address));
            }
        }
    }

    private static String hostByHand(String address) {
        int from = address.indexOf("//") + 2;
        int to = from;
        while (to < address.length() && to < from + 255 && "/?#\\ ".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        return from < 2 || to == from ? "?" : HeaderText.clean(address.substring(from, to)).toLowerCase(Locale.ROOT);
    }

    /** Too small to be seen, or hidden: such a picture only reports that somebody opened the message. */
    private static boolean isUnseen(String width, String height, String style) {
        String css = style.toLowerCase(Locale.ROOT).replace(" ", "");
        if (css.contains("display:none") || css.contains("visibility:hidden") || css.contains("opacity:0;")
                || css.endsWith("opacity:0")) {
            return true;
        }
        int w = Math.max(pixels(width), styled(css, "width:"));
        int h = Math.max(pixels(height), styled(css, "height:"));
        boolean tinyWidth = w >= 0 && w <= 2;
        boolean tinyHeight = h >= 0 && h <= 2;
        return (tinyWidth && (tinyHeight || h < 0)) || (tinyHeight && w < 0);
    }

    private static int styled(String css, String property) {
        int at = css.indexOf(property);
        return at < 0 ? -1 : pixels(css.substring(at + property.length()));
    }

    /** {@return the number of pixels that a length names; -1 where it names none} */
    private static int pixels(String length) {
        int value = 0;
        int i = 0;
        String text = length.strip();
        while (i < text.length() && i < 5 && Ascii.isDigit(text.charAt(i))) {
            value = value * 10 + text.charAt(i++) - '0';
        }
        boolean relative = i < text.length() && (text.charAt(i) == '%' || text.charAt(i) == 'e');
        return i == 0 || relative ? -1 : value;
    }

    private @Nullable String local(String source) {
        if (Ascii.startsWith(source, 0, "cid:")) {
            return contentIds.contains(ContentIds.normal(source.substring(4))) ? "cid:" + source.substring(4) : null;
        }
        return Ascii.startsWith(source, 0, "data:image/") ? data(source) : null;
    }

    private static @Nullable String data(String source) {
        int comma = source.indexOf(',');
        String head = Ascii.lower(source.substring(0, Math.max(0, comma)));
        if (!head.endsWith(";base64") || !DATA_TYPES.contains(head.substring(11, head.length() - 7))) {
            return null;
        }
        StringBuilder clean = new StringBuilder(source.length()).append(head).append(',');
        for (int i = comma + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '%' && i + 2 < source.length()) {
                c = (char) (Math.max(0, Ascii.hex(source.charAt(i + 1))) << 4
                        | Math.max(0, Ascii.hex(source.charAt(i + 2))));
                i += 2;
            }
            if (Base64Bytes.value(c) >= 0 || c == '=') {
                clean.append(c);
            } else if (!Ascii.isSpace(c)) {
                return null;
            }
        }
        return clean.toString();
    }
}
