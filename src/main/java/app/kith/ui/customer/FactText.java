package app.kith.ui.customer;

import app.kith.contact.Masked;
import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.ShownValue.Why;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.FactName;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What is said of a fact: its name, its text, and where it comes from. */
final class FactText {
    private final Words words;
    private final Dates dates;

    FactText(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    String name(Value value) {
        return FactName.of(words, value.property(), value.label());
    }

    String text(Value value) {
        return switch (value.property()) {
            case ADDRESS -> PostalAddress.of(value.raw()).shown();
            case OWN -> value.raw().equals("yes") || value.raw().equals("no")
                    ? words.get("list." + value.raw())
                    : value.raw();
            default -> value.raw();
        };
    }

    /** {@return the ends alone of what is sensitive} */
    Node hidden(Value value) {
        Label masked = Controls.label(Masked.of(value.raw()), "fact-masked");
        masked.setAccessibleText(words.get("list.masked"));
        return masked;
    }

    /** {@return who says it, since when, and why it stands here} */
    String why(ShownValue shown) {
        Origin origin = shown.origins().getFirst();
        String source = words.get("screen.source." + kind(shown.value(), origin), origin.source().place());
        String since = source + " · " + dates.brief(origin.since());
        boolean plain = shown.why() == Why.TYPED || shown.why() == Why.MAIL || shown.why() == Why.NEWEST;
        return plain ? since : since + " · " + words.get("record.why." + shown.why().name().toLowerCase(Locale.ROOT));
    }

    /** What is known from one mail and is no address stood in a signature. */
    private static String kind(Value value, Origin origin) {
        boolean signature = origin.source().kind() == Source.Kind.MAIL && origin.place().startsWith("message ")
                && value.property() != Property.EMAIL;
        return signature ? "signature" : origin.source().kind().name().toLowerCase(Locale.ROOT);
    }
}
