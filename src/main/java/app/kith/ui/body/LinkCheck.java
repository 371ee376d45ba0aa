package app.kith.ui.body;

import java.net.IDN;
import java.util.Locale;

/** Compares what a link shows with where it leads. */
final class LinkCheck {
    private static final int LONGEST = 2000;

    private LinkCheck() {}

    /**
     * Makes a link.
     *
     * @param shown the words of the link
     * @param target its address
     */
    static Link link(String shown, String target) {
        return new Link(honest(target), disguised(shown.strip(), target));
    }

    /** {@return whether words that look like an address name another place than the target} */
    static boolean disguised(String shown, String target) {
        String address = target.strip();
        boolean web = isWeb(address);
        if (web && authority(address).indexOf('@') >= 0) {
            return true;
        }
        String words = first(shown);
        if (words.isEmpty()) {
            return false;
        }
        if (words.indexOf('@') > 0 && !words.contains("//")) {
            return isMail(address) && !mailbox(address).equals(words.toLowerCase(Locale.ROOT));
        }
        String host = shownHost(words);
        return web && !host.isEmpty() && !sameSite(host, host(address));
    }

    /** {@return the name of the server that a web address leads to, in lower case and as the network knows it; empty for none} */
    static String host(String address) {
        if (!isWeb(address)) {
            return "";
        }
        String authority = authority(address);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        return ascii(colon > 0 ? host.substring(0, colon) : host);
    }

    /** {@return the address with the host as the network knows it, so that no letter can pass for another} */
    static String honest(String target) {
        String address = target.strip();
        if (address.length() > LONGEST) {
            address = address.substring(0, LONGEST);
        }
        String authority = isWeb(address) ? authority(address) : "";
        if (authority.chars().allMatch(c -> c < 128)) {
            return address;
        }
        int at = address.indexOf("//") + 2;
        return address.substring(0, at) + ascii(authority) + address.substring(at + authority.length());
    }

    private static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    private static boolean isMail(String address) {
        return address.regionMatches(true, 0, "mailto:", 0, 7);
    }

    private static String mailbox(String address) {
        int end = address.indexOf('?');
        String box = address.substring(7, end < 0 ? address.length() : end).toLowerCase(Locale.ROOT);
        return box.replace("%40", "@").strip();
    }

    private static String authority(String address) {
        int from = address.indexOf("//") + 2;
        int to = from;
        while (to < address.length() && "/?#\\".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        return address.substring(from, to);
    }

    private static String ascii(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }

    /** {@return the first word, if it is the only one or begins with a scheme} */
    private static String first(String shown) {
        int end = 0;
        while (end < shown.length() && !Character.isWhitespace(shown.charAt(end)) && shown.charAt(end) != '\u00A0') {
            end++;
        }
        String word = shown.substring(0, Math.min(end, 300));
        boolean alone = end == shown.length();
        return alone || isWeb(word) || word.regionMatches(true, 0, "www.", 0, 4) ? word : "";
    }

    /** {@return the host that words seem to name; empty if they name none} */
    private static String shownHost(String words) {
        if (isWeb(words)) {
            return host(words);
        }
        String authority = authority("//" + words);
        int colon = authority.indexOf(':');
        String name = colon > 0 ? authority.substring(0, colon) : authority;
        int dot = name.lastIndexOf('.');
        boolean looksLikeHost = dot > 0 && name.length() - dot > 2 && name.indexOf("..") < 0
                && name.substring(dot + 1).chars().allMatch(Character::isLetter)
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
        return looksLikeHost && !isFileName(name.substring(dot + 1)) ? ascii(name) : "";
    }

    private static boolean isFileName(String ending) {
        return switch (ending.toLowerCase(Locale.ROOT)) {
            case "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "jpg", "jpeg", "png", "gif", "html", "htm",
                    "csv", "xml", "dwg", "rar", "mp4", "js" ->
                true;
            default -> false;
        };
    }

    private static boolean sameSite(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
