package app.kith.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The TYPE parameter of vCards and the labels of Kith. */
final class VCardTypes {
    /** The place first, then the kind of line, so that two orders give one label. */
    private static final List<String> ORDER = List.of("work", "home", "other", "main", "mobile", "fax", "pager", "car",
            "isdn", "modem", "bbs", "msg", "video", "text", "textphone", "pcs", "dom");
    private static final Set<String> RELATIONS = Set.of("spouse", "child", "parent", "sibling", "friend", "contact",
            "acquaintance", "co-worker", "colleague", "agent", "emergency", "kin", "met", "muse", "neighbor");

    private VCardTypes() {}

    /** {@return the label of types in small letters} */
    static String label(List<String> types) {
        List<String> words = types.stream().map(type -> type.equals("cell") ? "mobile" : type)
                .map(type -> type.startsWith("x-") ? type.substring(2) : type).map(VCardTypes::one).distinct()
                .sorted((a, b) -> rank(a) - rank(b)).toList();
        return String.join(" ", words);
    }

    private static String one(String type) {
        return type.equals("cell") ? "mobile" : type;
    }

    private static int rank(String word) {
        int rank = ORDER.indexOf(word);
        return rank < 0 ? ORDER.size() : rank;
    }

    /** {@return the types that say a label; empty where none do, or where they would be read as another label} */
    static List<String> types(String label) {
        if (RELATIONS.contains(label)) {
            return List.of(label);
        }
        List<String> words = List.of(label.split(" ", -1));
        if (!ORDER.containsAll(words) || !label(words).equals(label)) {
            return List.of();
        }
        List<String> types = new ArrayList<>();
        words.forEach(word -> types.add(word.equals("mobile") ? "cell" : word));
        return types;
    }
}
