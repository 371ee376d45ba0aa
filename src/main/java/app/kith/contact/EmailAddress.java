package app.kith.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * An e-mail address (RFC 5321 addr-spec, RFC 6532) and its normal form, by which two spellings are known to be one mailbox.
 *
 * @param shown as it was written
 * @param normal lower case, the domain in its ASCII form; the local part's case is dropped because no provider in use keeps it apart
 */
public record EmailAddress(String shown, String normal) {
    private static final Set<String> MACHINES = Set.of("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply",
            "do_not_reply", "mailer-daemon", "postmaster", "bounce", "bounces", "notification", "notifications",
            "unsubscribe",
            "listserv", "majordomo", "auto-reply", "autoreply", "newsletter", "nobody");

    /** Names of offices and not of people (RFC 2142, and what companies use). */
    private static final Set<String> ROLES = Set.copyOf(WordList.lines("role-addresses.txt"));

    /**
     * Brings an address into its normal form.
     *
     * @param written what a header or a person wrote, perhaps with angle brackets or blanks around it
     * @return the address
     */
    public static EmailAddress of(String written) {
        String shown = strip(written);
        int at = shown.lastIndexOf('@');
        if (at < 0) {
            return new EmailAddress(shown, shown.toLowerCase(Locale.ROOT));
        }
        String local = shown.substring(0, at).toLowerCase(Locale.ROOT);
        return new EmailAddress(shown, local + "@" + domainInAscii(shown.substring(at + 1)));
    }

    private static String strip(String written) {
        String text = written.strip();
        if (text.startsWith("<") && text.endsWith(">") && text.length() > 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static String domainInAscii(String domain) {
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        while (lower.endsWith(".")) {
            lower = lower.substring(0, lower.length() - 1);
        }
        boolean ascii = lower.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            return lower;
        }
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }

    /** {@return whether it has a local part and a domain, so that mail could be sent to it} */
    public boolean isComplete() {
        int at = normal.lastIndexOf('@');
        return at > 0 && at < normal.length() - 1 && normal.length() <= 320 && normal.indexOf(' ') < 0;
    }

    /** {@return the part before the last @; the whole text where there is none} */
    public String local() {
        int at = normal.lastIndexOf('@');
        return at < 0 ? normal : normal.substring(0, at);
    }

    /** {@return the domain in ASCII; empty where there is none} */
    public String domain() {
        int at = normal.lastIndexOf('@');
        return at < 0 ? "" : normal.substring(at + 1);
    }

    /** {@return whether the local part says that a machine stands behind it (no-reply, mailer-daemon, bounces …)} */
    public boolean isMachine() {
        String local = local();
        int tag = local.indexOf('+');
        String base = tag > 0 ? local.substring(0, tag) : local;
        return MACHINES.contains(base) || base.startsWith("noreply") || base.startsWith("no-reply")
                || base.startsWith("bounce-")
                || base.startsWith("bounces-") || base.endsWith("-noreply") || base.endsWith("-no-reply")
                || base.endsWith(".noreply");
    }

    /** {@return whether the local part names an office and not a person (info, sales, support, kefu …)} */
    public boolean isRole() {
        String local = local();
        int tag = local.indexOf('+');
        String base = tag > 0 ? local.substring(0, tag) : local;
        return ROLES.contains(base) || ROLES.contains(base.replaceAll("[-_.]?\\d{1,3}$", ""))
                || ROLES.contains(base.replaceAll("[-_.](?:cn|de|us|uk|eu|en|zh|hk|team|mail|intl|global)$", ""));
    }

    @Override
    public String toString() {
        return shown;
    }
}
