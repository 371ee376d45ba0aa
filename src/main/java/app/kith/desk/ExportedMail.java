package app.kith.desk;

import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much mail an export holds.
 *
 * @param mails how many mails
 * @param files how many files that came with them, each content once; 0 where they are not written out
 * @param headersOnly of how many of the mails only the header is there, because the rest is on a server
 * @param aside those that could not be read and were left out
 */
public record ExportedMail(long mails, long files, int headersOnly, List<Aside> aside) {

    /** Keeps the list from being changed. */
    public ExportedMail {
        aside = List.copyOf(aside);
    }

    /**
     * A mail that could not be read.
     *
     * @param message its number
     * @param reason why
     */
    public record Aside(long message, KithException reason) {}

    /**
     * The same for a machine.
     *
     * @param words the language of the reasons
     * @return members by name
     */
    public Map<String, Object> report(Words words) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mails", mails);
        report.put("files", files);
        report.put("headersOnly", headersOnly);
        report.put("setAside", aside.stream()
                .map(one -> Map.of("message", one.message(), "reason", words.sentence(one.reason()))).toList());
        return report;
    }

    /** {@return whether all of it is there, whole} */
    public boolean whole() {
        return aside.isEmpty() && headersOnly == 0;
    }
}
