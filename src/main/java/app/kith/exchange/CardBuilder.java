package app.kith.exchange;

import app.kith.contact.EmailAddress;
import app.kith.contact.Numbering;
import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a card out of the cells of a row: splits what holds several values, puts together what stands in several cells. */
final class CardBuilder {
    private static final Pattern MAIL_MARKS = Pattern.compile("[;；,，、\\n]|\\s:::\\s");
    private static final Pattern PHONE_MARKS = Pattern.compile("[;；,，、\\n]|\\s:::\\s|(?<=\\d{6})\\s*/\\s*(?=[+\\d])");
    private static final Pattern TAG_MARKS = Pattern.compile("[;；,，、\\n]|\\s:::\\s");
    private static final Pattern LINE_MARKS = Pattern.compile("[;；\\n]|\\s:::\\s");
    private static final Pattern IN_BRACKETS = Pattern.compile("<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]{1,2}");

    private final Preset preset;
    private final Dates dates;
    private final List<Value> values = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Note> problems = new ArrayList<>();

    CardBuilder(Preset preset, Dates dates) {
        this.preset = preset;
        this.dates = dates;
    }

    /**
     * Takes a cell.
     *
     * @param field what it is for
     * @param header the header of its column, under which it is kept where it cannot be read
     * @param written its text
     * @param place where it stands
     */
    void add(Field field, String header, String written, String place) {
        Property property = field.property();
        if (preset.isOwn()) {
            if (property != null && !written.isEmpty()) {
                values.add(Value.of(property, field.label(), written, place));
            }
            return;
        }
        String text = Cells.clean(written);
        if (property == null || text.isEmpty() || preset.nulls().contains(text)) {
            return;
        }
        boolean grouped = field.number() > 0 || !field.part().isEmpty() && !field.part().equals("date");
        if (grouped) {
            String key = property + "|" + field.label() + "|" + field.number();
            groups.computeIfAbsent(key, _ -> new Group(field, header, place)).parts
                    .putIfAbsent(field.part(), text);
            return;
        }
        String shown = field.part().equals("date") ? dated(text) : text;
        for (String one : split(property, shown)) {
            value(property, field.label(), one, header, place);
        }
    }

    private String dated(String text) {
        String date = dates.read(text);
        return date == null ? text : date;
    }

    private List<String> split(Property property, String text) {
        if (!preset.separator().isEmpty()) {
            return parts(text, Pattern.compile(Pattern.quote(preset.separator())));
        }
        return switch (property) {
            case EMAIL, CHAT -> parts(text, MAIL_MARKS);
            case PHONE -> parts(text, PHONE_MARKS);
            case TAG -> parts(text, TAG_MARKS);
            case URL, DOMAIN, RELATION, ID_NUMBER, BANK_ACCOUNT -> parts(text, LINE_MARKS);
            default -> List.of(text);
        };
    }

    private static List<String> parts(String text, Pattern marks) {
        return List.of(marks.split(text, -1)).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private void value(Property property, String label, String text, String header, String place) {
        switch (property) {
            case EMAIL -> email(label, text, header, place);
            case PHONE -> phone(label, text, header, place);
            case BIRTHDAY, ANNIVERSARY -> date(property, label, text, header, place);
            case TAG -> {
                if (!preset.noTags().contains(text)) {
                    put(Property.TAG, label, text, place);
                }
            }
            case OWN -> own(label, text, place);
            default -> put(property, label, text, place);
        }
    }

    private void put(Property property, String label, String text, String place) {
        Value value = lean(Value.of(property, label, text, place));
        boolean said = values.stream().anyMatch(other -> other.saysTheSame(value) && other.label().equals(label));
        if (!said) {
            values.add(value);
        }
    }

    /** Most texts are their own normal form, and a hundred thousand cards of them need not be held twice. */
    private static Value lean(Value value) {
        return value.normal().equals(value.raw())
                ? new Value(value.property(), value.label(), value.raw(), value.raw(), value.place(), value.mark())
                : value;
    }

    private void email(String label, String text, String header, String place) {
        Matcher bracketed = IN_BRACKETS.matcher(text);
        String address = bracketed.find() ? bracketed.group(1) : text;
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        EmailAddress email = EmailAddress.of(address);
        if (email.isComplete()) {
            values.add(new Value(Property.EMAIL, label, email.shown(), email.normal(), place, null));
        } else {
            keep("import.not-email", text, header, place);
        }
    }

    private void phone(String label, String text, String header, String place) {
        if (SCIENTIFIC.matcher(text).matches()) {
            String whole = Cells.whole(text);
            if (whole.isEmpty()) {
                problems.add(Note.of("import.number-damaged", text, place));
                return;
            }
            put(Property.PHONE, label, whole, place);
        } else if (text.codePoints().filter(Character::isDigit).count() >= 3) {
            put(Property.PHONE, label, text, place);
        } else {
            keep("import.not-phone", text, header, place);
        }
    }

    private void date(Property property, String label, String text, String header, String place) {
        String date = dates.read(text);
        if (date == null) {
            keep("import.not-date", text, header, place);
        } else {
            put(property, label, date, place);
        }
    }

    /** What cannot be read as what its column is for is kept under the column's name. */
    private void keep(String why, String text, String header, String place) {
        problems.add(Note.of(why, text, place));
        put(Property.OWN, header, text, place);
    }

    private void own(String label, String text, String place) {
        Looks looks = Looks.of(text);
        Property property = looks == Looks.ID_NUMBER
                ? Property.ID_NUMBER
                : looks == Looks.BANK_CARD ? Property.BANK_ACCOUNT : Property.OWN;
        put(property, label, text, place);
    }

    private void close(Group group) {
        Property property = group.field.property();
        String given = group.parts.getOrDefault("label", "");
        String label = given.isEmpty() ? group.field.label() : Labels.normal(given);
        String whole = group.parts.get("");
        if (property == Property.ADDRESS) {
            String address = Addresses.raw(group.parts);
            if (!address.isEmpty()) {
                put(Property.ADDRESS, label, address, group.place);
            }
        } else if (group.parts.containsKey("year") || group.parts.containsKey("month")) {
            birthday(group, label);
        } else if (property != null && whole != null) {
            for (String one : split(property, whole)) {
                value(property, label, one, group.header, group.place);
            }
        }
    }

    private void birthday(Group group, String label) {
        try {
            put(Property.BIRTHDAY, label, Dates.date(Integer.parseInt(group.parts.getOrDefault("year", "0")),
                    Integer.parseInt(group.parts.getOrDefault("month", "x")),
                    Integer.parseInt(group.parts.getOrDefault("day", "x"))), group.place);
        } catch (NumberFormatException | java.time.DateTimeException e) {
            keep("import.not-date", String.join("-", group.parts.values()), "Birthday", group.place);
        }
    }

    /**
     * Ends the card.
     *
     * @param place where the row stands
     * @param origin its cells
     * @return the card, with a name made of its parts where only they are given
     */
    DraftCard build(String place, List<String> origin) {
        groups.values().forEach(this::close);
        if (preset.isOwn()) {
            return new DraftCard(Numbering.settled(values), place, problems, origin);
        }
        String name = first(Property.NAME);
        if (name == null && (first(Property.FAMILY_NAME) != null || first(Property.GIVEN_NAME) != null)) {
            values.addFirst(Value.of(Property.NAME, "", Names.whole(values), firstPlace()));
        }
        String company = first(Property.COMPANY);
        if (preset.about().equals("company") && company != null && first(Property.NAME) == null) {
            values.addFirst(Value.of(Property.NAME, "", company, firstPlace()));
            values.addFirst(Value.of(Property.KIND, "", "company", ""));
        }
        return new DraftCard(Numbering.settled(values), place, problems, origin);
    }

    private String firstPlace() {
        return values.isEmpty() ? "" : values.getFirst().place();
    }

    private @Nullable String first(Property property) {
        return values.stream().filter(value -> value.property() == property).map(Value::raw).findFirst().orElse(null);
    }

    private static final class Group {
        private final Field field;
        private final String header;
        private final String place;
        private final Map<String, String> parts = new LinkedHashMap<>();

        Group(Field field, String header, String place) {
            this.field = field;
            this.header = header;
            this.place = place;
        }
    }

    /** Addresses out of the cells that hold their parts. */
    private static final class Addresses {
        private static final Pattern BETWEEN = Pattern.compile("[-/－—\\s]+");

        private Addresses() {}

        static String raw(Map<String, String> parts) {
            String region = parts.getOrDefault("region", "");
            String city = parts.getOrDefault("locality", "");
            String district = parts.getOrDefault("district", "");
            String[] regions = BETWEEN.split(parts.getOrDefault("regions", ""), -1);
            if (!regions[0].isEmpty()) {
                region = regions[0];
                city = regions.length > 1 ? regions[1] : city;
                district = regions.length > 2 ? regions[2] : district;
            }
            String street = String.join("\n", List.of("street", "street2", "street3").stream()
                    .map(part -> parts.getOrDefault(part, "")).filter(text -> !text.isEmpty()).toList());
            PostalAddress address = new PostalAddress(parts.getOrDefault("box", ""),
                    parts.getOrDefault("extended", ""), street, (city + " " + district).strip(), region,
                    parts.getOrDefault("postcode", ""), parts.getOrDefault("country", ""));
            boolean empty = address.raw().equals(";;;;;;");
            return empty ? parts.getOrDefault("formatted", parts.getOrDefault("", "")) : address.raw();
        }
    }

    /** Names out of their parts. */
    static final class Names {
        private Names() {}

        static String whole(List<Value> values) {
            String family = part(values, Property.FAMILY_NAME);
            String given = part(values, Property.GIVEN_NAME);
            boolean eastern = (family + given).codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
                case HAN, HANGUL -> true;
                default -> false;
            });
            if (eastern) {
                return family + given;
            }
            return String.join(" ", List.of(given, part(values, Property.MIDDLE_NAME), family).stream()
                    .filter(text -> !text.isEmpty()).toList()).strip();
        }

        private static String part(List<Value> values, Property property) {
            return values.stream().filter(value -> value.property() == property).map(Value::raw).findFirst()
                    .orElse("");
        }
    }
}
