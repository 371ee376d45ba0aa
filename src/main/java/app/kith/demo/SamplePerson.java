package app.kith.demo;

import java.util.List;

/**
 * A person of the sample mailbox, as a test may want to find it again.
 *
 * @param name name in the person's own script, for example 王小明
 * @param latinName name in Latin letters, for example Wang Xiaoming; the same as {@code name} where that has no other letters
 * @param addresses one or two addresses, the usual one first
 * @param company name of the company in its own script
 * @param companyLatin name of the company in Latin letters
 * @param title title in the person's language
 * @param phone switchboard number with extension as in the person's signature, in international form
 * @param mobile mobile number in international form
 */
public record SamplePerson(String name, String latinName, List<String> addresses, String company, String companyLatin,
        String title, String phone, String mobile) {}
