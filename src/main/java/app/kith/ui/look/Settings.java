package app.kith.ui.look;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose for the window. Nothing secret is here: it is kept in clear.
 *
 * @param language {@code en}, {@code zh}, or empty for that of the system
 * @param theme light, dark, or as the system has it
 * @param zoom size of everything in percent, 80 to 200
 * @param width width of the window in pixels
 * @param height height of the window in pixels
 * @param list width of the list in pixels
 * @param facts width of the facts in pixels; 0 where they are hidden
 * @param keepsUnread whether mail that is opened stays unread until the user says so
 * @param customers how customers are listed
 * @param apart where windows of single customers stood last, and how large they were: left, top, width and height in pixels; empty
 *     where there was none
 * @param privacy when the window is locked, and what is asked for
 * @param quiet whether nothing is said outside the window by the system's notices
 * @param mail what the list of mail shows
 */
public record Settings(String language, Theme theme, int zoom, int width, int height, int list, int facts,
        boolean keepsUnread, ListLook customers, List<Integer> apart, Privacy privacy, boolean quiet,
        MailLook mail) {
    /** What a new user gets. */
    public static final Settings USUAL = new Settings("", Theme.SYSTEM, 100, 1240, 800, 340, 280, false,
            ListLook.USUAL, List.of(), Privacy.USUAL, false, MailLook.USUAL);

    private static final int SMALLEST = 80;
    private static final int LARGEST = 200;

    /** The choices of light and dark. */
    public enum Theme {
        /** As the system has it, also when that changes. */
        SYSTEM,
        /** Always light. */
        LIGHT,
        /** Always dark. */
        DARK
    }

    /** Mends what a damaged file may hold, and fills what an older one lacks. */
    public Settings(String language, Theme theme, int zoom, int width, int height, int list, int facts,
            boolean keepsUnread, @Nullable ListLook customers, @Nullable List<Integer> apart,
            @Nullable Privacy privacy, boolean quiet, @Nullable MailLook mail) {
        this.language = language;
        this.theme = theme;
        this.zoom = Math.clamp(zoom, SMALLEST, LARGEST);
        this.width = Math.clamp(width, 640, 10_000);
        this.height = Math.clamp(height, 480, 10_000);
        this.list = Math.clamp(list, 240, 900);
        this.facts = facts <= 0 ? 0 : Math.clamp(facts, 200, 900);
        this.keepsUnread = keepsUnread;
        this.customers = customers == null ? ListLook.USUAL : customers;
        this.quiet = quiet;
        this.mail = mail == null ? MailLook.USUAL : mail;
        this.apart = apart == null || apart.size() != 4 ? List.of() : List.copyOf(apart);
        this.privacy = privacy == null ? Privacy.USUAL : privacy;
    }

    /** {@return the language to speak} */
    public Locale locale() {
        return language.isEmpty() ? Locale.getDefault(Locale.Category.DISPLAY) : Locale.forLanguageTag(language);
    }

    /**
     * The same in another language.
     *
     * @param tag language tag; empty for that of the system
     * @return the settings
     */
    public Settings speaking(String tag) {
        return new Settings(tag, theme, zoom, width, height, list, facts, keepsUnread, customers,
                apart, privacy, quiet, mail);
    }

    /**
     * The same in another theme.
     *
     * @param other the theme
     * @return the settings
     */
    public Settings themed(Theme other) {
        return new Settings(language, other, zoom, width, height, list, facts, keepsUnread, customers,
                apart, privacy, quiet, mail);
    }

    /**
     * The same, larger or smaller.
     *
     * @param percent the size; taken to the nearest one that is allowed
     * @return the settings
     */
    public Settings zoomed(int percent) {
        return new Settings(language, theme, percent, width, height, list, facts, keepsUnread, customers,
                apart, privacy, quiet, mail);
    }

    /**
     * The same in a window of another size.
     *
     * @param newWidth width in pixels
     * @param newHeight height in pixels
     * @return the settings
     */
    public Settings sized(double newWidth, double newHeight) {
        return new Settings(language, theme, zoom, (int) newWidth, (int) newHeight, list, facts, keepsUnread, customers,
                apart, privacy, quiet, mail);
    }

    /**
     * The same with other widths of the side panes.
     *
     * @param newList width of the list in pixels
     * @param newFacts width of the facts in pixels; 0 to hide them
     * @return the settings
     */
    public Settings divided(double newList, double newFacts) {
        return new Settings(language, theme, zoom, width, height, (int) newList, (int) newFacts, keepsUnread,
                customers, apart, privacy, quiet, mail);
    }

    /**
     * The same, with opened mail marked as read or not.
     *
     * @param unread whether it stays unread
     * @return the settings
     */
    public Settings keepingUnread(boolean unread) {
        return new Settings(language, theme, zoom, width, height, list, facts, unread, customers, apart, privacy,
                quiet, mail);
    }

    /**
     * The same with the customers listed otherwise.
     *
     * @param other how
     * @return the settings
     */
    public Settings listing(ListLook other) {
        return new Settings(language, theme, zoom, width, height, list, facts, keepsUnread, other, apart, privacy,
                quiet, mail);
    }

    /**
     * The same with another place for windows of single customers.
     *
     * @param place left, top, width and height in pixels
     * @return the settings
     */
    public Settings standingApart(List<Integer> place) {
        return new Settings(language, theme, zoom, width, height, list, facts, keepsUnread, customers, place,
                privacy, quiet, mail);
    }

    /**
     * The same with another choice of when the window is locked, and what is asked for.
     *
     * @param other the choice
     * @return the settings
     */
    public Settings keeping(Privacy other) {
        return new Settings(language, theme, zoom, width, height, list, facts, keepsUnread, customers, apart, other,
                quiet, mail);
    }

    /**
     * The same, with notices by the system or without.
     *
     * @param without whether nothing is said outside the window
     * @return the settings
     */
    public Settings keepingQuiet(boolean without) {
        return new Settings(language, theme, zoom, width, height, list, facts, keepsUnread, customers, apart, privacy,
                without, mail);
    }

    /**
     * The same with another choice of what the list of mail shows.
     *
     * @param other what it shows
     * @return the settings
     */
    public Settings mailing(MailLook other) {
        return new Settings(language, theme, zoom, width, height, list, facts, keepsUnread, customers, apart, privacy,
                quiet, other);
    }
}
