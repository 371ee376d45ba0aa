package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of contacts goes out.
 *
 * @param id its name on the command line
 * @param properties the properties that go out
 * @param sensitive what becomes of those that are sensitive
 * @param own keys of the names of those fields of the user's own that are sensitive, see {@link OwnField#key}
 */
public record ExportProfile(String id, Set<Property> properties, Sensitive sensitive, Set<String> own) {
    private static final int SEEN = 4;

    /** What becomes of identity card numbers, bank accounts and the like. */
    public enum Sensitive {
        /** They go out as they are. */
        SHOWN,
        /** Only their last four characters can be read. */
        MASKED,
        /** They stay here. */
        LEFT_OUT
    }

    private static final Set<Property> ALL = EnumSet.allOf(Property.class);
    private static final List<ExportProfile> BUILT_IN = List.of(
            new ExportProfile("standard", ALL, Sensitive.MASKED),
            new ExportProfile("full", ALL, Sensitive.SHOWN),
            new ExportProfile("business-card", EnumSet.of(Property.KIND, Property.NAME, Property.FAMILY_NAME,
                    Property.GIVEN_NAME, Property.MIDDLE_NAME, Property.PREFIX, Property.SUFFIX, Property.COMPANY,
                    Property.DEPARTMENT, Property.TITLE, Property.EMAIL, Property.PHONE, Property.ADDRESS,
                    Property.URL),
                    Sensitive.LEFT_OUT),
            new ExportProfile("mailing", EnumSet.of(Property.KIND, Property.NAME, Property.SALUTATION, Property.COMPANY,
                    Property.EMAIL, Property.LANGUAGE), Sensitive.LEFT_OUT));

    /** Keeps the set from being changed. */
    public ExportProfile {
        properties = Set.copyOf(properties);
        own = Set.copyOf(own);
    }

    private ExportProfile(String id, Set<Property> properties, Sensitive sensitive) {
        this(id, properties, sensitive, Set.of());
    }

    /**
     * The same where fields of the user's own are sensitive too.
     *
     * @param keys keys of their names
     * @return the profile
     */
    public ExportProfile hiding(Set<String> keys) {
        return new ExportProfile(id, properties, sensitive, keys);
    }

    private boolean isSensitive(Value value) {
        return value.property().isSensitive()
                || value.property() == Property.OWN && own.contains(OwnField.key(value.label()));
    }

    /** {@return the profiles that come with Kith; the first is taken where none is named} */
    public static List<ExportProfile> builtIn() {
        return BUILT_IN;
    }

    /**
     * Finds a profile, or makes one of a list of properties.
     *
     * @param name name of a profile, or properties with commas between them: {@code name,email,phone}
     * @return the profile
     * @throws KithException PROFILE_UNKNOWN
     */
    public static ExportProfile of(String name) {
        for (ExportProfile profile : BUILT_IN) {
            if (profile.id().equals(name)) {
                return profile;
            }
        }
        try {
            Set<Property> wanted = List.of(name.split(",", -1)).stream()
                    .map(one -> Property.valueOf(one.strip().toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
            return new ExportProfile(name, wanted, Sensitive.MASKED);
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.PROFILE_UNKNOWN, name,
                    BUILT_IN.stream().map(ExportProfile::id).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Takes out of a contact what does not go out.
     *
     * @param contact the contact, whole
     * @return the contact with only what goes out of it
     */
    public ExportContact of(ExportContact contact) {
        List<Card> cards = contact.cards().stream()
                .map(card -> new Card(card.id(), card.contact(), card.source(), values(card.values()))).toList();
        return new ExportContact(contact.id(), values(contact.values()), cards);
    }

    private List<Value> values(List<Value> values) {
        List<Value> out = new ArrayList<>();
        for (Value value : values) {
            boolean sensitiveOne = isSensitive(value);
            if (!properties.contains(value.property()) || sensitiveOne && sensitive == Sensitive.LEFT_OUT) {
                continue;
            }
            out.add(sensitiveOne && sensitive == Sensitive.MASKED
                    ? new Value(value.property(), value.label(), masked(value.raw()), masked(value.raw()),
                            value.place(),
                            value.mark())
                    : value);
        }
        return out;
    }

    /**
     * Hides a text but for its end.
     *
     * @param text any text
     * @return the text with asterisks; of a short one nothing can be read
     */
    public static String masked(String text) {
        int hidden = text.length() > 2 * SEEN ? text.length() - SEEN : text.length();
        return "*".repeat(hidden) + text.substring(hidden);
    }
}
