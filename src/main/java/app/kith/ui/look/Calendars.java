package app.kith.ui.look;

import java.util.Locale;

/**
 * The language of calendars that drop down. JavaFX names months and days in the language of the system, not of the program, and
 * nothing but the default locale for formats can tell it otherwise.
 */
public final class Calendars {
    private static final Locale SYSTEM = Locale.getDefault(Locale.Category.FORMAT);

    private Calendars() {}

    /**
     * Has calendars speak a language; the country's manners stay where it is the language of the system.
     *
     * @param language the language of the program
     */
    public static void speak(Locale language) {
        boolean same = SYSTEM.getLanguage().equals(language.getLanguage());
        Locale.setDefault(Locale.Category.FORMAT, same ? SYSTEM : language);
    }
}
