package app.kith.account;

import app.kith.contact.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mail of an account is fetched. What lies outside stays on the server and is counted; what is kept already stays kept.
 *
 * @param leftOut full names of the folders of which nothing is fetched
 * @param since the day from which on mail is fetched, by the time at which the server received it; null for all
 * @param largest bytes above which a message is not fetched, 1 to {@link #MOST}
 * @param excluded senders whose mail is not fetched: addresses in their normal form, and domains, which stand for the domains below
 *     them too
 * @param shared full names of the folders of other people that are followed; they are not unless they are named here
 * @param headersOnly whether only the header of each message is fetched, and the rest when it is opened
 * @param knownOnly whether only mail from and to known people is fetched: customers, and whoever the user wrote to
 */
public record Scope(List<String> leftOut, @Nullable LocalDate since, long largest, List<String> excluded,
        List<String> shared, boolean headersOnly, boolean knownOnly) {
    /** What a message may have at most, in bytes: several are in memory at once. */
    public static final long MOST = 60L << 20;
    /** All mail that the program can hold. */
    public static final Scope ALL = new Scope(List.of(), null, MOST, List.of());

    /** Brings what was read or typed into its normal form; what the ledger does not name yet is as in {@link #ALL}. */
    public Scope {
        leftOut = names(leftOut);
        shared = names(shared);
        largest = largest <= 0 || largest > MOST ? MOST : largest;
        excluded = excluded == null
                ? List.of()
                : excluded.stream().map(Scope::sender).filter(Scope::isName).distinct().toList();
    }

    /** Makes a scope of whole messages of everybody in which no folder of other people is. */
    public Scope(List<String> leftOut, @Nullable LocalDate since, long largest, List<String> excluded) {
        this(leftOut, since, largest, excluded, List.of(), false, false);
    }

    private static List<String> names(@Nullable List<String> folders) {
        return folders == null ? List.of() : folders.stream().filter(Scope::isName).distinct().toList();
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
    }

    /** The normal form of an address or a domain; a domain may be written with the @ before it. */
    private static String sender(String written) {
        String text = written.strip();
        return text.indexOf('@') > 0 ? EmailAddress.of(text).normal() : domain(text);
    }

    private static String domain(String written) {
        return EmailAddress.of("x@" + written.substring(written.startsWith("@") ? 1 : 0)).domain();
    }

    /** The same for other folders. */
    public Scope withLeftOut(List<String> folders) {
        return new Scope(folders, since, largest, excluded, shared, headersOnly, knownOnly);
    }

    /** The same from another day on; null for all. */
    public Scope withSince(@Nullable LocalDate day) {
        return new Scope(leftOut, day, largest, excluded, shared, headersOnly, knownOnly);
    }

    /** The same with another limit in bytes. */
    public Scope withLargest(long bytes) {
        return new Scope(leftOut, since, bytes, excluded, shared, headersOnly, knownOnly);
    }

    /** The same without the mail of other senders. */
    public Scope withExcluded(List<String> senders) {
        return new Scope(leftOut, since, largest, senders, shared, headersOnly, knownOnly);
    }

    /** The same with other folders of other people. */
    public Scope withShared(List<String> folders) {
        return new Scope(leftOut, since, largest, excluded, folders, headersOnly, knownOnly);
    }

    /** The same with headers only, or with whole messages. */
    public Scope withHeadersOnly(boolean wanted) {
        return new Scope(leftOut, since, largest, excluded, shared, wanted, knownOnly);
    }

    /** The same with mail of known people only, or with that of all. */
    public Scope withKnownOnly(boolean wanted) {
        return new Scope(leftOut, since, largest, excluded, shared, headersOnly, wanted);
    }
}
