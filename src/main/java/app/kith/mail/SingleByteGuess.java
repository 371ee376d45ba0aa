package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the alphabets of one byte a letter apart: Cyrillic, Greek, Hebrew, Arabic, Thai, and the Latin ones of the East.
 *
 * <p>Each is known by its frequent letters. A text counts as one of the non-Latin alphabets only where most of its letters are
 * high bytes and where it is not better read as pairs.
 */
final class SingleByteGuess {
    private static final List<Alphabet> ALPHABETS = alphabets();
    private static final List<Alphabet> LATIN = latin();

    private SingleByteGuess() {}

    private record Alphabet(Charset charset, String frequent, String letters) {}

    private static List<Alphabet> alphabets() {
        List<Alphabet> list = new ArrayList<>();
        add(list, "KOI8-R", "оеаинтсрвлкмдпу", "абвгдежзийклмнопрстуфхцчшщъыьэюя");
        add(list, "windows-1251", "оеаинтсрвлкмдпу", "абвгдежзийклмнопрстуфхцчшщъыьэюя");
        add(list, "windows-1253", "αοιετσνηυρπκμςλ", "αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ");
        add(list, "windows-1255", "יוהלארתבשמדנעחק", "אבגדהוזחטיךכלםמןנסעףפץצקרשת");
        add(list, "windows-1256", "اليمنرتوبعدسفهك", "ابتثجحخدذرزسشصضطظعغفقكلمنهوىيأإةءؤئآ");
        add(list, "x-windows-874", "านรอกเงมยลวดทสตะ", "กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำิีึืุูเแโใไๆ่้๊๋็์");
        return List.copyOf(list);
    }

    private static List<Alphabet> latin() {
        List<Alphabet> list = new ArrayList<>();
        add(list, "windows-1250", "ąęłśżźćńěřšžčůőűğďťňľĺŕăşţ", "áéíóúýäëöüçßô");
        add(list, "windows-1254", "şğıİŞĞ", "çöüâîûÇÖÜ");
        add(list, "windows-1252", "èàêâîôûùñãõåøæìòëï", "áéíóúýäëöüçßÄÖÜÉ’“”–€");
        return List.copyOf(list);
    }

    private static void add(List<Alphabet> list, String charset, String frequent, String letters) {
        if (Charset.isSupported(charset)) {
            list.add(new Alphabet(Charset.forName(charset), bytesOf(frequent, charset), bytesOf(letters, charset)));
        }
    }

    private static String bytesOf(String letters, String charset) {
        return new String(letters.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }

    /** {@return an alphabet that the bytes are surely in; null where pairs or western Latin are likelier} */
    static @Nullable Charset of(byte[] bytes, int from, int to) {
        int[] counts = new int[256];
        int high = 0;
        int low = 0;
        int oddRuns = 0;
        int runs = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            counts[b]++;
            if (b >= 0x80) {
                high++;
                run++;
            } else {
                low += Ascii.isLetter(b) ? 1 : 0;
                runs += run > 0 ? 1 : 0;
                oddRuns += run & 1;
                run = 0;
            }
        }
        if (high < 4) {
            return null;
        }
        boolean pairs = oddRuns * 8 <= runs;
        if (high > low) {
            Charset best = best(ALPHABETS, counts, high, pairs ? 0.75 : 0.5);
            if (best != null && (!pairs || high >= 8)) {
                return best;
            }
        }
        return !pairs && low > high ? best(LATIN, counts, high, 0.3) : null;
    }

    private static @Nullable Charset best(List<Alphabet> alphabets, int[] counts, int high, double least) {
        Charset best = null;
        double bestScore = least;
        for (Alphabet alphabet : alphabets) {
            double score = (share(alphabet.frequent, counts) + 0.25 * share(alphabet.letters, counts)) / high;
            if (score > bestScore) {
                bestScore = score;
                best = alphabet.charset;
            }
        }
        return best;
    }

    private static int share(String letters, int[] counts) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            sum += c >= 0x80 ? counts[c] : 0;
        }
        return sum;
    }
}
