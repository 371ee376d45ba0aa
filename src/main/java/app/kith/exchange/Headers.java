package app.kith.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers of columns in the form in which two spellings of one are equal. */
final class Headers {
    private static final Pattern MUST = Pattern.compile("[(\\[](必填|必填项|选填|必須|required|optional)[)\\]]");
    private static final Pattern MARKS = Pattern.compile("[*\\uFEFF\\u200B\"]|[:：]\\s*$");
    private static final Pattern BLANKS = Pattern.compile("[\\s_]+");

    private Headers() {}

    static String normal(String header) {
        String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = MUST.matcher(text).replaceAll(" ");
        text = MARKS.matcher(text).replaceAll("");
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
