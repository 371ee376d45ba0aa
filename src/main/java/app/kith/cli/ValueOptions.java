package app.kith.cli;

import app.kith.contact.NormalForm;
import app.kith.contact.Numbering;
import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.OwnFields;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What {@code contacts add} and {@code contacts edit} say of a customer. */
final class ValueOptions {
    @Option(names = "--name", paramLabel = "N", description = "full name")
    private String name = "";

    @Option(names = "--family-name", paramLabel = "N", description = "family name")
    private String familyName = "";

    @Option(names = "--given-name", paramLabel = "N", description = "given name")
    private String givenName = "";

    @Option(names = "--email", paramLabel = "E", description = "e-mail address; may be repeated")
    private List<String> emails = List.of();

    @Option(names = "--phone", paramLabel = "P", description = "telephone; may be repeated")
    private List<String> phones = List.of();

    @Option(names = "--mobile", paramLabel = "P", description = "mobile telephone; may be repeated")
    private List<String> mobiles = List.of();

    @Option(names = "--wechat", paramLabel = "ID", description = "WeChat; may be repeated")
    private List<String> wechats = List.of();

    @Option(names = "--company", paramLabel = "C", description = "company")
    private String company = "";

    @Option(names = "--title", paramLabel = "T", description = "position")
    private String title = "";

    @Option(names = "--address", paramLabel = "A", description = "postal address; may be repeated")
    private List<String> addresses = List.of();

    @Option(names = "--tag", paramLabel = "T", description = "tag; may be repeated")
    private List<String> tags = List.of();

    @Option(names = "--stage", paramLabel = "S", description = "where the customer stands: a stage of your list (kith stages list), in any case, or any other")
    private String stage = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "note; may be repeated")
    private List<String> notes = List.of();

    @Option(names = "--set", paramLabel = "PROPERTY[:LABEL]=VALUE", description = "any other property, for example birthday=1985-04-02 or chat:qq=12345, or a field of your own by its name: size=large")
    private List<String> others = List.of();

    /**
     * What is said, in the order of the options above.
     *
     * @param desk the fields of the user's own and the list of stages
     * @throws KithException FIELD_VALUE where one of them cannot hold what is said
     */
    List<Value> values(Desk desk) {
        List<Value> values = new ArrayList<>();
        one(values, Property.NAME, name);
        one(values, Property.FAMILY_NAME, familyName);
        one(values, Property.GIVEN_NAME, givenName);
        many(values, Property.EMAIL, "", emails);
        many(values, Property.PHONE, "", phones);
        many(values, Property.PHONE, "mobile", mobiles);
        many(values, Property.CHAT, "wechat", wechats);
        one(values, Property.COMPANY, company);
        one(values, Property.TITLE, title);
        many(values, Property.ADDRESS, "", addresses);
        many(values, Property.TAG, "", tags);
        one(values, Property.STAGE, desk.stages().spelt(stage));
        many(values, Property.NOTE, "", notes);
        others.forEach(other -> values.add(value(desk.ownFields(), other)));
        return Numbering.settled(values);
    }

    /** Says where a stage is none of the user's list: it may be mistyped. */
    void noteOtherStage(Desk desk, Terminal terminal) {
        List<Stage> listed = desk.stages().listed();
        boolean other = !stage.isBlank() && !listed.isEmpty()
                && listed.stream().noneMatch(one -> one.key().equals(Stage.key(stage)));
        if (other) {
            terminal.note(terminal.words().get("cli.stage-other", stage.strip(),
                    String.join(", ", listed.stream().map(Stage::name).toList())));
        }
    }

    private static void one(List<Value> values, Property property, String raw) {
        if (!raw.isBlank()) {
            values.add(Value.of(property, "", raw.strip()));
        }
    }

    private static void many(List<Value> values, Property property, String label, List<String> raws) {
        raws.stream().filter(raw -> !raw.isBlank()).forEach(raw -> values.add(Value.of(property, label, raw.strip())));
    }

    /** Reads {@code name=value} of a field of the user's own, else {@code property:label=value}. */
    static Value value(OwnFields fields, String text) {
        int equal = text.indexOf('=');
        if (equal < 1) {
            throw new KithException(Problem.USAGE, text);
        }
        String name = text.substring(0, equal).strip();
        String plain = name.regionMatches(true, 0, "own:", 0, 4) ? name.substring(4) : name;
        return fields.value(plain, text.substring(equal + 1).strip()).orElseGet(() -> value(text));
    }

    /** Reads {@code property:label=value}. */
    static Value value(String text) {
        int equal = text.indexOf('=');
        if (equal < 1) {
            throw new KithException(Problem.USAGE, text);
        }
        String[] name = text.substring(0, equal).split(":", 2);
        Property property;
        try {
            property = Property.valueOf(name[0].strip().replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.USAGE, name[0]);
        }
        String raw = text.substring(equal + 1).strip();
        return new Value(property, name.length > 1 ? name[1].strip() : "", raw, NormalForm.of(property, raw), "", null);
    }
}
