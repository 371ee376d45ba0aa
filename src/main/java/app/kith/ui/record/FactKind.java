package app.kith.ui.record;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.FactName;
import app.kith.words.Words;
import java.util.List;

/**
 * A kind of fact that can be entered.
 *
 * @param property the property
 * @param label its label; may be empty
 */
public record FactKind(Property property, String label) {
    /** The kinds in the order in which they are offered for a person. */
    public static final List<FactKind> OFFERED = List.of(new FactKind(Property.PHONE, "mobile"),
            new FactKind(Property.PHONE, "work"), new FactKind(Property.EMAIL, ""),
            new FactKind(Property.CHAT, "wechat"),
            new FactKind(Property.CHAT, "qq"), new FactKind(Property.CHAT, "whatsapp"),
            new FactKind(Property.CHAT, "linkedin"), new FactKind(Property.NAME, ""),
            new FactKind(Property.NICKNAME, ""), new FactKind(Property.COMPANY, ""),
            new FactKind(Property.DEPARTMENT, ""), new FactKind(Property.TITLE, ""), new FactKind(Property.ADDRESS, ""),
            new FactKind(Property.URL, ""), new FactKind(Property.BIRTHDAY, ""), new FactKind(Property.TAG, ""),
            new FactKind(Property.STAGE, ""), new FactKind(Property.LANGUAGE, ""), new FactKind(Property.CHANNEL, ""),
            new FactKind(Property.TAX_ID, ""), new FactKind(Property.ID_NUMBER, ""),
            new FactKind(Property.BANK_ACCOUNT, ""),
            new FactKind(Property.NOTE, ""));

    /** The kinds in the order in which they are offered for a company. */
    public static final List<FactKind> OFFERED_FOR_COMPANY = List.of(new FactKind(Property.DOMAIN, ""),
            new FactKind(Property.PHONE, "work"), new FactKind(Property.EMAIL, ""), new FactKind(Property.URL, ""),
            new FactKind(Property.ADDRESS, ""), new FactKind(Property.NAME, ""), new FactKind(Property.NICKNAME, ""),
            new FactKind(Property.INDUSTRY, ""), new FactKind(Property.TAX_ID, ""),
            new FactKind(Property.BANK_ACCOUNT, ""), new FactKind(Property.TAG, ""), new FactKind(Property.STAGE, ""),
            new FactKind(Property.LANGUAGE, ""), new FactKind(Property.CHANNEL, ""),
            new FactKind(Property.CHAT, "wechat"), new FactKind(Property.PHONE, "fax"),
            new FactKind(Property.NOTE, ""));

    /**
     * The kinds that are offered for a customer.
     *
     * @param known what is known of the customer
     * @return those of a company where it is one, else those of a person
     */
    static List<FactKind> offered(List<Value> known) {
        return known.stream().anyMatch(value -> value.property() == Property.KIND
                && value.normal().equals("company")) ? OFFERED_FOR_COMPANY : OFFERED;
    }

    /**
     * Its name.
     *
     * @param words the language
     * @return such as "Phone, mobile"; labels of the user's own stand as they are
     */
    public String name(Words words) {
        return FactName.of(words, property, label);
    }

    /**
     * The name of a relation.
     *
     * @param words the language
     * @param kind which
     * @return such as "reports to"; one of the user's own stands as it is
     */
    public static String relation(Words words, String kind) {
        return new FactKind(Property.RELATION, kind).name(words);
    }
}
