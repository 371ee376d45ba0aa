package app.kith.mail;

/**
 * A cursor over the tags of an HTML text, linear whatever the text is: quotes that never close are looked for once.
 *
 * <p>Not a browser's tokenizer; it is only used to find words, never to make HTML safe.
 */
final class HtmlTag {
    private final String html;
    private final int lastDouble;
    private final int lastSingle;
    private int nameFrom;
    private int nameTo;
    private int end;
    private boolean closing;

    HtmlTag(String html) {
        this.html = html;
        this.lastDouble = html.lastIndexOf('"');
        this.lastSingle = html.lastIndexOf('\'');
    }

    /**
     * Reads the tag that begins at a {@code <}.
     *
     * @return false where the sign begins no tag
     */
    boolean read(int at) {
        int i = at + 1;
        closing = i < html.length() && html.charAt(i) == '/';
        if (closing) {
            i++;
        }
        if (i >= html.length() || !(Ascii.isLetter(html.charAt(i)) || html.charAt(i) == '!' || html.charAt(i) == '?')) {
            return false;
        }
        nameFrom = i++;
        while (i < html.length()
                && (Ascii.isLetter(html.charAt(i)) || Ascii.isDigit(html.charAt(i)) || html.charAt(i) == ':'
                        || html.charAt(i) == '-')) {
            i++;
        }
        nameTo = i;
        end = endOfTag(i);
        return true;
    }

    private int endOfTag(int from) {
        int i = from;
        while (i < html.length()) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '"' && i < lastDouble && afterEquals(i)) {
                i = html.indexOf('"', i + 1);
            } else if (c == '\'' && i < lastSingle && afterEquals(i)) {
                i = html.indexOf('\'', i + 1);
            }
            i++;
        }
        return html.length();
    }

    private boolean afterEquals(int quote) {
        int i = quote - 1;
        while (i > nameTo && html.charAt(i) == ' ' && quote - i < 8) {
            i--;
        }
        return html.charAt(i) == '=';
    }

    boolean is(String lowerCaseName) {
        return nameTo - nameFrom == lowerCaseName.length() && Ascii.startsWith(html, nameFrom, lowerCaseName);
    }

    String name() {
        return Ascii.lower(html.substring(nameFrom, nameTo));
    }

    boolean isClosing() {
        return closing;
    }

    boolean isSelfClosing() {
        return end - 2 >= nameTo && html.charAt(end - 2) == '/';
    }

    /** {@return the index after the {@code >}} */
    int end() {
        return end;
    }

    /** {@return whether the attributes hold these lower-case words anywhere} */
    boolean says(String words) {
        int found = Ascii.indexOf(html, words, nameTo, end);
        return found >= 0;
    }

    /** {@return whether the style hides the element} */
    boolean isHidden() {
        if (end - nameTo < 14) {
            return false;
        }
        int display = Ascii.indexOf(html, "display", nameTo, end);
        if (display < 0) {
            return false;
        }
        int i = display + 7;
        while (i < end && (html.charAt(i) == ' ' || html.charAt(i) == ':')) {
            i++;
        }
        return Ascii.startsWith(html, i, "none");
    }
}
