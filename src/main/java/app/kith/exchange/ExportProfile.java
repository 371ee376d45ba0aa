package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.Exporter.Format;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of contacts goes out.
 *
 * @param id its name on the command line
 * @param properties the properties that go out, in the order in which they are written
 * @param masked those of them of which only so much can be read as is needed to know them again: {@code 138****5678}
 * @param sensitive what becomes of those that are always sensitive
 * @param format the form of files where none is asked for; null for the one of the file's ending
 * @param own keys of the names of those fields of the user's own that are sensitive, see {@link OwnField#key}
 */
public record ExportProfile(String id, List<Property> properties, Set<Property> masked, Sensitive sensitive,
        @Nullable Format format, Set<String> own) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What becomes of identity card numbers, bank accounts and the like. */
    public enum Sensitive {
        /** They go out as they are. */
        SHOWN,
        /** Only their last four characters can be read. */
        MASKED,
        /** They stay here. */
        LEFT_OUT
    }

    private static final List<Property> ALL = List.copyOf(EnumSet.allOf(Property.class));
    private static final List<ExportProfile> BUILT_IN = List.of(of("standard", ALL, Sensitive.MASKED),
            of("full", ALL, Sensitive.SHOWN),
            of("business-card", List.of(Property.KIND, Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
                    Property.MIDDLE_NAME, Property.PREFIX, Property.SUFFIX, Property.EMAIL, Property.PHONE,
                    Property.COMPANY, Property.DEPARTMENT, Property.TITLE, Property.ADDRESS, Property.URL),
                    Sensitive.LEFT_OUT),
            of("mailing", List.of(Property.KIND, Property.NAME, Property.SALUTATION, Property.EMAIL, Property.COMPANY,
                    Property.LANGUAGE), Sensitive.LEFT_OUT));

    private record Text(List<String> fields, List<String> masked, String sensitive, @Nullable String format) {}

    /** Keeps its own copies. */
    public ExportProfile {
        properties = List.copyOf(properties);
        masked = Set.copyOf(masked);
        own = Set.copyOf(own);
    }

    /**
     * A profile for which no field of the user's own is sensitive.
     *
     * @param id its name
     * @param properties the properties that go out
     * @param masked those that are masked
     * @param sensitive what becomes of those that are always sensitive
     * @param format the form of files; null for the one of the file's ending
     */
    public ExportProfile(String id, List<Property> properties, Set<Property> masked, Sensitive sensitive,
            @Nullable Format format) {
        this(id, properties, masked, sensitive, format, Set.of());
    }

    private static ExportProfile of(String id, List<Property> properties, Sensitive sensitive) {
        return new ExportProfile(id, properties, Set.of(), sensitive, null);
    }

    /**
     * The same where fields of the user's own are sensitive too.
     *
     * @param keys keys of their names
     * @return the profile
     */
    public ExportProfile hiding(Set<String> keys) {
        return new ExportProfile(id, properties, masked, sensitive, format, keys);
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
     * Finds a profile that comes with Kith, or makes one of a list of properties.
     *
     * @param name name of a profile, or properties with commas between them: {@code name,email,phone}
     * @return the profile
     * @throws KithException PROFILE_UNKNOWN
     */
    public static ExportProfile of(String name) {
        return of(name, List.of());
    }

    /**
     * Finds a profile, or makes one of a list of properties.
     *
     * @param name name of a profile, or properties with commas between them: {@code name,email,phone}
     * @param own the user's own profiles, which go first
     * @return the profile
     * @throws KithException PROFILE_UNKNOWN
     */
    public static ExportProfile of(String name, List<ExportProfile> own) {
        List<ExportProfile> known = Stream.concat(own.stream(), BUILT_IN.stream()).toList();
        for (ExportProfile profile : known) {
            if (profile.id().equals(name.strip())) {
                return profile;
            }
        }
        try {
            return of(name, properties(name), Sensitive.MASKED);
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.PROFILE_UNKNOWN, name,
                    known.stream().map(ExportProfile::id).distinct().collect(Collectors.joining(", ")));
        }
    }

    /**
     * Reads a list of properties.
     *
     * @param names their names with commas between them
     * @return the properties, each once, in that order
     * @throws IllegalArgumentException where one is none
     */
    public static List<Property> properties(String names) {
        return List.of(names.split(",", -1)).stream().map(String::strip).filter(one -> !one.isEmpty())
                .map(one -> Property.valueOf(one.toUpperCase(Locale.ROOT))).distinct().toList();
    }

    /** {@return the profile as a text, to be kept} */
    public String text() {
        return JSON.writeValueAsString(new Text(properties.stream().map(Property::name).toList(),
                masked.stream().map(Property::name).sorted().toList(), sensitive.name(),
                format == null ? null : format.name()));
    }

    /**
     * Reads a profile that was kept.
     *
     * @param id its name
     * @param text what {@link #text} gave
     * @return the profile; empty where the text is none
     */
    public static Optional<ExportProfile> read(String id, String text) {
        try {
            Text read = JSON.readValue(text, Text.class);
            String format = read.format();
            return Optional.of(new ExportProfile(id, read.fields().stream().map(Property::valueOf).toList(),
                    read.masked().stream().map(Property::valueOf).collect(Collectors.toSet()),
                    Sensitive.valueOf(read.sensitive()), format == null ? null : Format.valueOf(format)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
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
            boolean hide = sensitiveOne ? sensitive == Sensitive.MASKED : masked.contains(value.property());
            String text = hide ? Mask.of(value) : value.raw();
            out.add(hide
                    ? new Value(value.property(), value.label(), text, text, value.place(), value.mark())
                    : value);
        }
        // Where all go out in the usual order, each card keeps its own.
        if (!properties.equals(ALL)) {
            out.sort(Comparator.comparingInt(value -> properties.indexOf(value.property())));
        }
        return out;
    }
}
