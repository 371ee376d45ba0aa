package app.kith.store;

import app.kith.contact.CompanyName;
import app.kith.contact.LatinText;
import app.kith.contact.PhoneForm;
import app.kith.contact.Property;
import app.kith.contact.Value.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cards of a contact say, for those who ask whether a finding is news. */
final class KnownValues {
    /** The label of an address that mail does not reach any more. */
    static final String INVALID = "invalid";

    private final Map<Property, List<Said>> said = new EnumMap<>(Property.class);

    private final Set<String> before = new HashSet<>();

    private record Said(String label, String raw, String normal, Mark mark) {}

    void add(Property property, String label, String raw, String normal, Mark mark) {
        said.computeIfAbsent(property, _ -> new ArrayList<>()).add(new Said(label, raw, normal, mark));
    }

    /** Adds what a card once said and says no more. */
    void addFormer(Property property, String normal) {
        before.add(property + "/" + normal);
    }

    /** Whether a card once said it and says it no more: then it was taken back, and does not come again by itself. */
    boolean had(Property property, String normal) {
        return before.contains(property + "/" + normal);
    }

    private List<Said> of(Property property) {
        return said.getOrDefault(property, List.of());
    }

    /** Whether a card says or denies it, perhaps in other words. */
    boolean says(Property property, String raw, String normal) {
        return of(property).stream().anyMatch(one -> one.normal.equals(normal) || isTheSame(property, one.raw, raw));
    }

    private static boolean isTheSame(Property property, String one, String other) {
        return switch (property) {
            case COMPANY -> CompanyName.of(one).stem().equals(CompanyName.of(other).stem());
            case PHONE -> PhoneForm.of(one).isSameLine(PhoneForm.of(other));
            case URL -> bare(one).equals(bare(other));
            case ADDRESS -> letters(one).contains(letters(other)) || letters(other).contains(letters(one));
            default -> letters(one).equals(letters(other));
        };
    }

    private static String bare(String url) {
        return url.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("^www\\.", "")
                .replaceFirst("/+$", "");
    }

    private static String letters(String text) {
        return LatinText.words(LatinText.folded(text)).replace(" ", "");
    }

    boolean has(Property property) {
        return of(property).stream().anyMatch(one -> one.mark != Mark.DENIED);
    }

    /** Of a property that can be many: whether there is one with the label, or one without any. */
    boolean has(Property property, String label) {
        return of(property).stream().anyMatch(one -> one.mark != Mark.DENIED
                && (!property.isMany() || one.label.equals(label) || one.label.isEmpty() || label.isEmpty()));
    }

    /** What stands where a finding would stand; empty where nothing does. */
    String present(Property property, String label) {
        return property.isMany()
                ? ""
                : of(property).stream().filter(one -> one.mark != Mark.DENIED).map(Said::raw).findFirst().orElse("");
    }

    boolean isInvalid(String normal) {
        return of(Property.EMAIL).stream().anyMatch(one -> one.normal.equals(normal) && one.label.equals(INVALID));
    }
}
