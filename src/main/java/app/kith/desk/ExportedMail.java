package app.kith.desk;

import app.kith.desk.MailSource.SetAside;
import app.kith.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much mail an export holds.
 *
 * @param mails how many mails
 * @param files how many files that came with them, each content once; 0 where they are not written out
 * @param headersOnly of how many of the mails only the header is there, because the rest is on a server
 * @param aside how many could not be read and were left out
 * @param report the same with the reasons, for a machine
 */
public record ExportedMail(long mails, long files, int headersOnly, int aside, Map<String, Object> report) {

    /** Keeps the report from being changed. */
    public ExportedMail {
        report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
    }

    static ExportedMail of(long mails, long files, MailSource source, Words words) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mails", mails);
        report.put("files", files);
        report.put("headersOnly", source.headersOnly());
        report.put("setAside", source.aside().stream().map(one -> told(one, words)).toList());
        return new ExportedMail(mails, files, source.headersOnly(), source.aside().size(), report);
    }

    private static Map<String, Object> told(SetAside one, Words words) {
        return Map.of("message", one.message(), "reason", words.sentence(one.reason()));
    }

    /** {@return whether all of it is whole} */
    public boolean whole() {
        return aside == 0 && headersOnly == 0;
    }
}
