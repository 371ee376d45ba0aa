package app.kith.sync.imap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a server says of copied messages: {@code [COPYUID 38505 304,319:320 3956:3958]} (RFC 4315, section 3). */
final class CopyUid {
    private static final Pattern CODE = Pattern.compile("\\[COPYUID (\\d{1,10}) ([0-9:,]+) ([0-9:,]+)]");
    private static final int MOST = 1_000_000;

    private CopyUid() {}

    /** Reads an answer; {@link Copied#NONE} where it does not say, or says something that cannot be. */
    static Copied of(String answer) {
        Matcher code = CODE.matcher(answer.toUpperCase(Locale.ROOT));
        if (!code.find()) {
            return Copied.NONE;
        }
        try {
            long[] from = UidSet.parse(code.group(2), MOST);
            long[] to = UidSet.parse(code.group(3), MOST);
            Map<Long, Long> uids = new LinkedHashMap<>();
            for (int i = 0; i < from.length && from.length == to.length; i++) {
                uids.put(from[i], to[i]);
            }
            return uids.isEmpty() ? Copied.NONE : new Copied(Long.parseLong(code.group(1)), uids);
        } catch (IllegalArgumentException e) {
            return Copied.NONE;
        }
    }
}
