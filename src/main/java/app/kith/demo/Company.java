package app.kith.demo;

/**
 * A company of the sample mailbox.
 *
 * @param name name in its own script
 * @param latin name in Latin letters
 * @param domain mail domain, under a reserved name
 * @param country where it is
 * @param city its city in its own script
 * @param cityLatin its city in Latin letters
 * @param region rough region; {@code east} for the folder of East China
 * @param phone the switchboard in international form
 */
record Company(String name, String latin, String domain, Country country, String city, String cityLatin, String region,
        String phone) {

    /** {@return whether the seller files its mail under 客户/华东} */
    boolean inEastChina() {
        return region.equals("east");
    }
}
