package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One vCard as a text, as an address book on a server keeps it: what it says, the same with edits, and a new one. */
public final class VCardText {
    private VCardText() {}

    /**
     * What a card says.
     *
     * @param values its values, without its number; empty where nothing of it can be used
     * @param uid its number (UID); empty where it has none
     * @param refused why nothing of it can be used; null where it can
     */
    public record Read(List<Value> values, String uid, @Nullable Note refused) {

        /** Keeps the list from being changed. */
        public Read {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads a card.
     *
     * @param text the card
     * @return what it says; never throws for what stands in it
     */
    public static Read read(String text) {
        List<VCardLine> lines = new ArrayList<>();
        try {
            VCardLines reader = reader(text);
            VCardLine line = reader.next();
            int begun = 0;
            for (; line != null; line = reader.next()) {
                begun += isMark(line, "BEGIN") ? 1 : 0;
                if (!isMark(line, "BEGIN") && !isMark(line, "END")) {
                    lines.add(line);
                }
            }
            if (begun != 1) {
                return new Read(List.of(), "", Note.of(begun == 0 ? "book.no-card" : "book.several-cards"));
            }
        } catch (IOException e) {
            return new Read(List.of(), "", Note.of("book.no-card"));
        }
        DraftCard draft = VCardMapper.draft(lines, "");
        Note refused = draft.isUsable()
                ? null
                : draft.problems().isEmpty() ? Note.of("import.nothing-usable") : draft.problems().getLast();
        return new Read(draft.values().stream().filter(value -> value.property() != Property.EXTERNAL_ID).toList(),
                draft.of(Property.EXTERNAL_ID).map(Value::raw).findFirst().orElse(""), refused);
    }

    static VCardLines reader(String text) {
        return new VCardLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Charset.forName("GB18030"));
    }

    private static boolean isMark(VCardLine line, String name) {
        return line.name().equals(name) && line.value().strip().equalsIgnoreCase("VCARD");
    }

    /**
     * The same card with edits. All that they do not concern stays byte for byte: lines that are not understood, pictures, groups,
     * and the parameters of what only gets another value.
     *
     * @param text the card
     * @param removed values that it is to say no more
     * @param added values that it is to say; of what can be only one it takes the place of the one that is there
     * @return the card
     */
    public static String patched(String text, List<Value> removed, List<Value> added) {
        return new VCardPatch(text).apply(removed, added);
    }

    /**
     * A new card of version 3.0, which every server takes.
     *
     * @param uid its number
     * @param values what it says
     * @return the card
     */
    public static String fresh(String uid, List<Value> values) {
        List<Value> all = new ArrayList<>(values);
        all.add(Value.of(Property.EXTERNAL_ID, "uid", uid));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new VCardWriter(false, out).write(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * The customers whom a card surely means, as an import would find them: by number, e-mail, phone or name.
     *
     * @param values what the card says
     * @param uid its number; may be empty
     * @param candidates cards that share something with it
     * @return numbers of customers; more than one where it cannot be told which
     */
    public static Set<Long> meant(List<Value> values, String uid, List<Card> candidates) {
        List<Value> row = new ArrayList<>(values);
        if (!uid.isEmpty()) {
            row.add(Value.of(Property.EXTERNAL_ID, "uid", uid));
        }
        Neighbours known = new Neighbours();
        candidates.forEach(known::add);
        Set<Long> contacts = new HashSet<>();
        known.like(row, Importer.Key.AUTO).forEach(card -> contacts.add(card.contact()));
        Set<Long> named = new HashSet<>();
        row.stream().filter(value -> value.property() == Property.NAME).forEach(name -> known
                .saying(Property.NAME, name.normal()).forEach(card -> named.add(card.contact())));
        named.retainAll(contacts);
        return named.isEmpty() ? contacts : named;
    }
}
