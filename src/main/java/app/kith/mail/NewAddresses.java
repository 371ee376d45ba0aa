package app.kith.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the new addresses that authors tell for themselves: {@code my new e-mail is …}, {@code 我的邮箱变更为…}. Whom to write to instead
 * of somebody who left, where to send invoices, or whose address another one changed, is no new address of the author; where that is
 * in doubt nothing is found. Knows English and Chinese.
 */
public final class NewAddresses {
    private static final int READ = 6_000;
    private static final int LONGEST = 400;
    private static final int MOST = 3;
    private static final Pattern EMAIL = Pattern
            .compile("(?:(?!\\p{IsHan})[\\w.+%-]){1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ENDS = Pattern.compile("(?<=[。！？!?；;])|(?<=[.])(?=\\s)|\\n");
    /** What stands for an address while the words around it are looked at. */
    private static final String NEW = "\u0001";
    private static final String OLD = "\u0002";

    private NewAddresses() {}

    /**
     * Finds what the author of a mail says of his own address. A notice of delivery, a mailing list and a sender who takes no answers
     * tell nothing; the automatic answer of an old address does.
     *
     * @param mail the mail
     * @param parts the beginning of its text, taken apart
     * @return at most three addresses, each with its sentence
     */
    public static List<NewAddress> of(Mail mail, NewText parts) {
        boolean many = mail.has(Sign.Kind.BULK) || mail.has(Sign.Kind.LIST) || mail.has(Sign.Kind.NO_REPLY)
                || mail.has(Sign.Kind.BOUNCE);
        String signature = parts.signature();
        // A short mail can be nothing but what looks like a signature, and a signature can tell it too.
        String text = signature == null ? parts.newText() : parts.newText() + "\n" + signature;
        return many || mail.from().isEmpty() ? List.of() : in(text, mail.from().getFirst());
    }

    /**
     * Finds what a text says of its author's address.
     *
     * @param text new text, without quoted history
     * @param author who wrote it
     * @return at most three addresses, each with its sentence
     */
    public static List<NewAddress> in(String text, Mailbox author) {
        String read = text.length() > READ ? text.substring(0, READ) : text;
        if (!holdsOther(read, author.address())) {
            return List.of();
        }
        MovedWords words = new MovedWords(read);
        Map<String, NewAddress> found = new LinkedHashMap<>();
        String before = "";
        for (String sentence : sentences(read)) {
            if (sentence.indexOf('@') >= 0 && sentence.length() <= LONGEST && found.size() < MOST) {
                look(sentence, before, author, words, found);
            }
            before = sentence;
        }
        return List.copyOf(found.values());
    }

    /** Tells, quickly, whether there can be an address that is not the author's own: most mails name no other one. */
    private static boolean holdsOther(String text, String own) {
        int local = own.lastIndexOf('@');
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (local <= 0 || !text.regionMatches(true, at - local, own, 0, own.length())) {
                return true;
            }
        }
        return false;
    }

    private static void look(String sentence, String before, Mailbox author, MovedWords words,
            Map<String, NewAddress> found) {
        String own = author.address().toLowerCase(Locale.ROOT);
        Map<String, String> others = new LinkedHashMap<>();
        Matcher matcher = EMAIL.matcher(sentence);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            String address = matcher.group().replaceFirst("\\.+$", "");
            boolean old = address.equalsIgnoreCase(own);
            if (!old) {
                others.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
            }
            matcher.appendReplacement(plain, old ? OLD : NEW);
        }
        matcher.appendTail(plain);
        if (others.size() != 1 || own.isEmpty()) {
            // Of two addresses nobody knows which one is meant.
            return;
        }
        String address = others.values().iterator().next();
        String alone = plain.toString().replaceAll("[\\s<>()\\[\\]（）:：|]", "");
        String asked = alone.equals(NEW) ? before + " " + plain : plain.toString();
        if (words.tellsOwn(asked, before, isAlike(address, author))) {
            String proof = alone.equals(NEW) ? before + " " + sentence : sentence;
            found.putIfAbsent(address.toLowerCase(Locale.ROOT), new NewAddress(address, proof));
        }
    }

    /** Lines and sentences; a line that was wrapped goes on in the next one. */
    private static List<String> sentences(String text) {
        String joined = text.replaceAll("(?<=[^\\n]{55})\\n(?=[\\p{Ll}\\p{IsHan}])", " ");
        List<String> sentences = new ArrayList<>();
        for (String each : ENDS.split(joined, -1)) {
            String sentence = each.strip();
            if (!sentence.isEmpty() && !sentence.startsWith(">")) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /** {@return whether an address looks like the author's own: what stands before the at sign, or a word of the name} */
    static boolean isAlike(String address, Mailbox author) {
        String local = letters(address.substring(0, address.indexOf('@')));
        int at = author.address().indexOf('@');
        String own = at < 0 ? "" : letters(author.address().substring(0, at));
        if (local.length() >= 3 && local.equals(own)) {
            return true;
        }
        for (String word : author.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= 4 && !SignatureWords.hasHan(word) && local.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String local) {
        return local.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
