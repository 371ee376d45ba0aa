package app.kith.ui.customer;

import app.kith.contact.Value;
import app.kith.mail.Mailbox;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How a value is used: a click copies it; beside it stands what leads to the person, where there is such a way. */
public final class FactWays {
    private final Words words;
    private final Acts acts;

    /**
     * What can be done with values.
     *
     * @param copy copies a text and says so
     * @param open opens an address ({@code tel:}, {@code https:}) in the program that the system has for it
     * @param write begins a letter to somebody
     */
    public record Acts(Consumer<String> copy, Consumer<String> open, Consumer<Mailbox> write) {}

    FactWays(Words words, Acts acts) {
        this.words = words;
        this.acts = acts;
    }

    /** {@return a value as it is shown, with the way to whom it belongs} */
    Node of(Value value, String text, String name) {
        String raw = value.raw().strip();
        return switch (value.property()) {
            case EMAIL -> mail(raw, name);
            // The normal form of a number is that of RFC 3966.
            case PHONE -> value.label().toLowerCase(Locale.ROOT).contains("fax")
                    ? copied(text)
                    : beside(text, "fth-phone", "record.way.call", () -> acts.open().accept("tel:" + value.normal()));
            case URL -> page(text, raw.contains("://") ? raw : "https://" + raw);
            case CHAT, OWN -> isPage(raw) ? page(text, raw) : copied(text);
            default -> copied(text);
        };
    }

    /** {@return an address to which can be written} */
    Node mail(String address, String name) {
        return beside(address, "fth-edit-3", "record.way.write", () -> acts.write().accept(new Mailbox(name, address)));
    }

    private Node page(String text, String address) {
        return isPage(address)
                ? beside(text, "fth-external-link", "record.way.open", () -> acts.open().accept(address))
                : copied(text);
    }

    private static boolean isPage(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    private Node beside(String text, String icon, String key, Runnable way) {
        Node value = copied(text);
        HBox.setHgrow(value, Priority.ALWAYS);
        Node button = Controls.iconButton(icon, words.get(key, text), way);
        button.getStyleClass().add("fact-way");
        return Controls.row(4, value, Controls.spring(), button);
    }

    /** {@return a text that a click copies} */
    Node copied(String text) {
        Button button = Controls.button(text, () -> acts.copy().accept(text), "flat", "fact-value");
        button.setAccessibleText(words.get("screen.copy-what", text));
        button.setWrapText(true);
        return button;
    }
}
