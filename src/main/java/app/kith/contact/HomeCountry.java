package app.kith.contact;

import java.util.Locale;

/**
 * The user's own country, of which telephone numbers are that name none and stand on a card that tells none. Like Java's default
 * locale it is one for the whole program: there is one user. Any thread may ask and set it; values that were written before keep the
 * normal form that they had.
 */
public final class HomeCountry {
    private static final String UNTOLD = "CN";
    private static volatile String code = ofSystem();

    private HomeCountry() {}

    /** {@return its ISO 3166 code} */
    public static String code() {
        return code;
    }

    /**
     * Takes another one.
     *
     * @param country an ISO 3166 code; empty for that of the system
     */
    public static void use(String country) {
        code = Countries.isDialled(country) ? country : ofSystem();
    }

    /** {@return the country that the system is set to; China where it is set to none} */
    public static String ofSystem() {
        String told = System.getProperty("kith.country", Locale.getDefault(Locale.Category.FORMAT).getCountry());
        return Countries.isDialled(told) ? told : UNTOLD;
    }
}
