package app.kith.mail;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * The words of a Rich Text body (RTF 1.9.1), or the HTML that Exchange wrapped in it (MS-OXRTFEX). One pass, linear in its length.
 */
final class RtfText {
    private static final Set<String> HIDDEN = Set.of("colortbl", "stylesheet", "info", "pict", "header", "headerl",
            "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "filetbl", "listtable",
            "listoverridetable", "revtbl", "rsidtbl", "objdata", "fldinst", "themedata", "datastore", "xmlnstbl");
    private static final int LONGEST_WORD = 32;

    private final byte[] rtf;
    private final RtfState state;
    private final StringBuilder out = new StringBuilder();
    private final ByteSink pending = new ByteSink(256);
    private Charset pendingCharset;
    private boolean fromHtml;
    private int at;
    private int skip;

    private RtfText(byte[] rtf, Charset charset) {
        this.rtf = rtf;
        this.state = new RtfState(charset);
        this.pendingCharset = charset;
    }

    /**
     * Reads a body.
     *
     * @param rtf the expanded RTF
     * @param charset what 8-bit letters are in where the RTF does not say
     */
    static RtfText read(byte[] rtf, Charset charset) {
        RtfText text = new RtfText(rtf, charset);
        text.run();
        return text;
    }

    /** {@return the plain words; empty where the RTF wraps HTML} */
    String text() {
        return fromHtml ? "" : PlainText.trimLines(out.toString());
    }

    /** {@return the HTML that was wrapped; empty where there is none} */
    String html() {
        return fromHtml ? out.toString().strip() : "";
    }

    private void run() {
        while (at < rtf.length) {
            byte b = rtf[at++];
            switch (b) {
                case '{' -> {
                    skip = 0;
                    state.open();
                }
                case '}' -> {
                    skip = 0;
                    state.close();
                }
                case '\\' -> control();
                case '\r', '\n', 0 -> {
                    // Line ends in RTF are no text.
                }
                default -> letter(b);
            }
        }
        flush();
    }

    private boolean isShown() {
        return switch (state.target()) {
            case BODY -> !(fromHtml && state.isShadow());
            case MARKUP -> true;
            case FONTS, NOTHING -> false;
        };
    }

    /** A letter in the charset of the font; markup is passed on, text between markup must not become markup. */
    private void letter(int b) {
        if (skip > 0) {
            skip--;
            return;
        }
        if (!isShown()) {
            return;
        }
        if (fromHtml && state.target() == RtfState.Target.BODY && (b == '<' || b == '&')) {
            text(b == '<' ? "&lt;" : "&amp;");
            return;
        }
        Charset charset = state.charset();
        if (!charset.equals(pendingCharset)) {
            flush();
            pendingCharset = charset;
        }
        pending.add(b);
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(new String(pending.array(), 0, pending.size(), pendingCharset));
            pending.clear();
        }
    }

    private void text(String text) {
        if (isShown()) {
            flush();
            out.append(text);
        }
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        int c = rtf[at];
        if (Ascii.isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                if (at + 1 < rtf.length && Ascii.hex(rtf[at]) >= 0 && Ascii.hex(rtf[at + 1]) >= 0) {
                    letter(Ascii.hex(rtf[at]) << 4 | Ascii.hex(rtf[at + 1]));
                    at += 2;
                }
            }
            case '\\', '{', '}' -> letter(c);
            case '~' -> text("\u00A0");
            case '_' -> text("\u2011");
            case '\r', '\n' -> text("\n");
            case '*' -> unlessWrapped();
            default -> {
            }
        }
    }

    /** A destination that old programs may ignore; only the markup of wrapped HTML is looked for. */
    private void unlessWrapped() {
        int i = at;
        while (i < rtf.length && (rtf[i] == '\r' || rtf[i] == '\n' || rtf[i] == ' ')) {
            i++;
        }
        boolean markup = Ascii.startsWith(rtf, i, rtf.length, "\\htmltag");
        state.goTo(markup ? RtfState.Target.MARKUP : RtfState.Target.NOTHING);
        at = i;
    }

    private void word() {
        int from = at;
        while (at < rtf.length && at - from < LONGEST_WORD && Ascii.isLetter(rtf[at])) {
            at++;
        }
        String name = Ascii.string(rtf, from, at);
        boolean negative = at < rtf.length && rtf[at] == '-';
        int digits = negative ? at + 1 : at;
        int number = 0;
        int i = digits;
        while (i < rtf.length && i - digits < 9 && Ascii.isDigit(rtf[i])) {
            number = number * 10 + rtf[i++] - '0';
        }
        boolean numbered = i > digits;
        at = numbered ? i : at;
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        if (!apply(name, negative ? -number : number, numbered)) {
            character(name);
        }
    }

    /** {@return whether a control word changes how what follows is read} */
    private boolean apply(String name, int number, boolean numbered) {
        switch (name) {
            case "u" -> unicode(number);
            case "uc" -> state.replacements(numbered ? number : 1);
            case "bin" -> at = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
            case "f" -> state.font(number);
            case "fcharset" -> state.fontCharset(number);
            case "ansicpg" -> state.codePage(number);
            case "fromhtml" -> fromHtml = number != 0 || !numbered;
            case "htmlrtf" -> state.shadow(number != 0 || !numbered);
            case "fonttbl" -> state.goTo(RtfState.Target.FONTS);
            default -> {
                if (HIDDEN.contains(name)) {
                    state.goTo(RtfState.Target.NOTHING);
                    return true;
                }
                return false;
            }
        }
        return true;
    }

    private void unicode(int number) {
        text(String.valueOf((char) number));
        skip = state.replacements();
    }

    private void character(String name) {
        switch (name) {
            case "par", "line", "row", "sect", "page" -> text("\n");
            case "tab", "cell" -> text("\t");
            case "lquote" -> text("\u2018");
            case "rquote" -> text("\u2019");
            case "ldblquote" -> text("\u201C");
            case "rdblquote" -> text("\u201D");
            case "bullet" -> text("\u2022");
            case "endash" -> text("\u2013");
            case "emdash" -> text("\u2014");
            case "emspace", "enspace" -> text(" ");
            default -> {
            }
        }
    }
}
