package app.kith.mail;

/**
 * Decodes the encoded words of a header value (RFC 2047), leniently: glued to other text, inside quotes, with blanks inside, cut
 * off, without padding. Adjacent words of one charset are joined as bytes before they are decoded, so that a character split
 * between two words comes out whole. Linear in the length of the value; decodes once only.
 */
final class EncodedWords {
    private final String text;
    private final TextDecoder decoder;
    private final StringBuilder out = new StringBuilder();
    private final ByteSink pending = new ByteSink(64);
    private String pendingLabel = "";
    private int carryBits;
    private int carryCount;
    private int nextEnd = -1;
    private int nextWord = -1;

    private int labelFrom;
    private int labelTo;
    private boolean base64;
    private int contentFrom;
    private int contentTo;
    private int end;

    EncodedWords(String text, TextDecoder decoder) {
        this.text = text;
        this.decoder = decoder;
    }

    /** {@return the text with its encoded words decoded, on one line and without control characters} */
    static String decode(String text, TextDecoder decoder) {
        String decoded = text.indexOf("=?") < 0 ? text : new EncodedWords(text, decoder).run();
        return HeaderText.clean(decoded);
    }

    /** {@return where the encoded word that begins at an index ends, or -1 where none begins there} */
    int endOfWord(int at) {
        return match(at) ? end : -1;
    }

    private String run() {
        int literal = 0;
        int i = text.indexOf("=?");
        while (i >= 0) {
            if (!match(i)) {
                i = text.indexOf("=?", i + 1);
                continue;
            }
            boolean adjacent = pending.size() + carryCount > 0 && isBlank(literal, i);
            if (!adjacent) {
                flush();
                out.append(text, literal, i);
            } else if (!text.regionMatches(true, labelFrom, pendingLabel, 0, Math.max(pendingLabel.length(), labelTo
                    - labelFrom))) {
                flush();
            }
            pendingLabel = text.substring(labelFrom, labelTo);
            if (base64) {
                addBase64();
            } else {
                finishBase64();
                addQuoted();
            }
            literal = end;
            i = text.indexOf("=?", end);
        }
        flush();
        return out.append(text, literal, text.length()).toString();
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        finishBase64();
        if (pending.size() > 0) {
            out.append(decoder.decodeWord(pending.array(), 0, pending.size(), pendingLabel));
            pending.clear();
        }
    }

    /** Reads an encoded word at an index into the fields of this object; false where none stands there. */
    private boolean match(int at) {
        int i = at + 2;
        int limit = Math.min(text.length(), i + 64);
        labelFrom = i;
        while (i < limit && text.charAt(i) > ' ' && text.charAt(i) != '?') {
            i++;
        }
        labelTo = i;
        if (i + 2 >= text.length() || text.charAt(i) != '?' || text.charAt(i + 2) != '?') {
            return false;
        }
        int star = text.indexOf('*', labelFrom, labelTo);
        if (star > 0) {
            labelTo = star;
        }
        int encoding = text.charAt(i + 1) | 0x20;
        contentFrom = i + 3;
        base64 = encoding == 'b';
        return base64 ? matchBase64() : encoding == 'q' && matchQuoted();
    }

    private boolean matchBase64() {
        int i = contentFrom;
        int blank = -1;
        while (i < text.length()
                && (Base64Bytes.value(text.charAt(i)) >= 0 || text.charAt(i) == '=' || text.charAt(i) == ' ')) {
            if (text.charAt(i) == ' ' && blank < 0) {
                blank = i;
            }
            i++;
        }
        if (i + 1 < text.length() && text.charAt(i) == '?' && text.charAt(i + 1) == '=') {
            contentTo = i;
            end = i + 2;
            return true;
        }
        // Cut off: what is there is read, up to the next blank or the next word.
        boolean intoNext = i < text.length() && text.charAt(i) == '?' && text.charAt(i - 1) == '=';
        contentTo = blank >= 0 ? blank : intoNext ? i - 1 : i;
        end = contentTo;
        decoder.repairs().add("an encoded word was cut off");
        return contentTo > contentFrom;
    }

    private boolean matchQuoted() {
        // Both searches are kept, so that all words together cost one pass.
        nextEnd = search("?=", nextEnd);
        nextWord = search(" =?", nextWord);
        if (nextEnd < text.length() && nextEnd <= nextWord) {
            contentTo = nextEnd;
            end = nextEnd + 2;
            return true;
        }
        int i = contentFrom;
        while (i < text.length() && text.charAt(i) != ' ') {
            i++;
        }
        contentTo = i;
        end = i;
        decoder.repairs().add("an encoded word was cut off");
        return contentTo > contentFrom;
    }

    private int search(String part, int last) {
        if (last >= contentFrom) {
            return last;
        }
        int found = text.indexOf(part, contentFrom);
        return found < 0 ? text.length() : found;
    }

    private void addQuoted() {
        for (int i = contentFrom; i < contentTo; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                pending.add(' ');
            } else if (c == '=' && i + 2 < contentTo && Ascii.hex(text.charAt(i + 1)) >= 0
                    && Ascii.hex(text.charAt(i + 2)) >= 0) {
                pending.add(Ascii.hex(text.charAt(i + 1)) << 4 | Ascii.hex(text.charAt(i + 2)));
                i += 2;
            } else if (c < 0x80) {
                pending.add(c);
            } else {
                // A raw letter inside the word was decoded already; it must not go through the word's charset.
                flush();
                out.append(c);
            }
        }
    }

    private void addBase64() {
        for (int i = contentFrom; i < contentTo; i++) {
            char c = text.charAt(i);
            int value = Base64Bytes.value(c);
            if (value >= 0) {
                carryBits = (carryBits << 6) | value;
                carryCount++;
                if (carryCount == 4) {
                    pending.add(carryBits >> 16);
                    pending.add(carryBits >> 8);
                    pending.add(carryBits);
                    carryBits = 0;
                    carryCount = 0;
                }
            } else if (c == '=') {
                finishBase64();
            }
        }
        // Left-over bits that are all zero are missing padding; others belong to the next word, cut at a wrong place.
        boolean splitStream = carryCount == 1 || (carryCount == 2 && (carryBits & 0xF) != 0)
                || (carryCount == 3 && (carryBits & 0x3) != 0);
        if (!splitStream) {
            finishBase64();
        }
    }

    private void finishBase64() {
        if (carryCount >= 2) {
            int bits = carryBits << (6 * (4 - carryCount));
            pending.add(bits >> 16);
            if (carryCount == 3) {
                pending.add(bits >> 8);
            }
        }
        carryBits = 0;
        carryCount = 0;
    }
}
