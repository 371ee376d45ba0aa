package app.kith.exchange;

import app.kith.words.Note;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contact of Outlook (MS-OXOCNTC) as a card. */
final class OutlookCard {
    /** Fields by the numbers of the properties, as presets write them. */
    private static final Map<Integer, String> TEXTS = new LinkedHashMap<>();
    /** The same for the properties of the set of addresses. */
    private static final Map<Integer, String> ADDRESSES = new LinkedHashMap<>();
    private static final int BIRTHDAY = 0x3A42;
    private static final int WEDDING = 0x3A41;
    private static final int BODY = 0x1000;

    static {
        text("prefix", 0x3A45);
        text("given_name", 0x3A06);
        text("middle_name", 0x3A44);
        text("family_name", 0x3A11);
        text("suffix", 0x3A05);
        text("nickname", 0x3A4F);
        text("company", 0x3A16);
        text("department", 0x3A18);
        text("title", 0x3A17);
        text("role", 0x3A46);
        text("phone:work", 0x3A08, 0x3A1B, 0x3A57);
        text("phone:mobile", 0x3A1C);
        text("phone:home", 0x3A09, 0x3A2F);
        text("phone:other", 0x3A1A, 0x3A1F, 0x3A1D);
        text("phone:fax", 0x3A24, 0x3A25, 0x3A23);
        text("phone:pager", 0x3A21);
        text("phone:car", 0x3A1E);
        text("phone:assistant", 0x3A2E);
        text("url:work", 0x3A51);
        text("url:home", 0x3A50);
        text("relation:manager", 0x3A4E);
        text("relation:assistant", 0x3A30);
        text("relation:spouse", 0x3A48);
        text("external_id", 0x3A10, 0x3A4A);
        address("work", 0x3A29, 0x3A27, 0x3A28, 0x3A2A, 0x3A26);
        address("home", 0x3A5D, 0x3A59, 0x3A5C, 0x3A5B, 0x3A5A);
        address("other", 0x3A63, 0x3A5F, 0x3A62, 0x3A61, 0x3A60);
        ADDRESSES.put(0x8045, "address:work.street");
        ADDRESSES.put(0x8046, "address:work.locality");
        ADDRESSES.put(0x8047, "address:work.region");
        ADDRESSES.put(0x8048, "address:work.postcode");
        ADDRESSES.put(0x8049, "address:work.country");
        ADDRESSES.put(0x8062, "chat");
        ADDRESSES.put(0x802B, "url");
    }

    /** Where each of the three e-mail addresses can stand, the surest first. */
    private static final List<int[]> EMAILS = List.of(new int[]{0x8084, 0x8083, 0x8080}, new int[]{0x8094, 0x8093,
            0x8090}, new int[]{0x80A4, 0x80A3, 0x80A0});

    private OutlookCard() {}

    private static void text(String field, int... tags) {
        for (int tag : tags) {
            TEXTS.put(tag, field);
        }
    }

    private static void address(String label, int street, int city, int region, int postcode, int country) {
        TEXTS.put(street, "address:" + label + ".street");
        TEXTS.put(city, "address:" + label + ".locality");
        TEXTS.put(region, "address:" + label + ".region");
        TEXTS.put(postcode, "address:" + label + ".postcode");
        TEXTS.put(country, "address:" + label + ".country");
    }

    static boolean isOne(OutlookItem item) {
        return isOne(item.messageClass());
    }

    static boolean isOne(String messageClass) {
        return messageClass.regionMatches(true, 0, "IPM.Contact", 0, "IPM.Contact".length());
    }

    /**
     * Makes the card.
     *
     * @param item the contact
     * @param place where it stands
     * @return what it says
     */
    static DraftCard of(OutlookItem item, String place) {
        CardBuilder builder = new CardBuilder(Preset.NONE, new Dates(false));
        String whole = item.text(0x3001);
        boolean parted = !item.text(0x3A06).isBlank() || !item.text(0x3A11).isBlank();
        boolean isCompany = !parted && (whole.isBlank() || whole.equals(item.text(0x3A16)));
        boolean reach = whole.indexOf('@') > 0;
        if (!isCompany && !reach && !whole.isBlank()) {
            add(builder, "name", whole, place);
        }
        TEXTS.forEach((tag, field) -> {
            // The set of addresses has the office's better where it has it.
            boolean doubled = field.startsWith("address:work") && !item.addressText(0x8045).isBlank();
            if (!doubled) {
                add(builder, field, item.text(tag), place);
            }
        });
        EMAILS.forEach(tags -> {
            for (int tag : tags) {
                String address = item.addressText(tag);
                if (Looks.of(address) == Looks.EMAIL) {
                    add(builder, "email", address, place);
                    return;
                }
            }
        });
        ADDRESSES.forEach((number, field) -> {
            boolean doubled = field.equals("url") && (item.addressText(number).equals(item.text(0x3A51))
                    || item.addressText(number).equals(item.text(0x3A50)));
            if (!doubled) {
                add(builder, field, item.addressText(number), place);
            }
        });
        day(builder, "birthday", item.time(BIRTHDAY), place);
        day(builder, "anniversary:wedding", item.time(WEDDING), place);
        String body = item.body();
        add(builder, "note", body == null ? item.text(BODY) : body, place);
        DraftCard card = builder.build(place, List.of());
        return card.values().isEmpty()
                ? new DraftCard(List.of(), place, List.of(Note.of("import.nothing-usable")), List.of())
                : card;
    }

    /** A day is kept as midnight of the owner's zone; that of a zone east of here is the evening before. */
    private static void day(CardBuilder builder, String field, @org.jspecify.annotations.Nullable Instant time,
            String place) {
        if (time != null && time.atOffset(ZoneOffset.UTC).getYear() < 4000) {
            boolean midnight = time.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() == 0;
            add(builder, field,
                    time.atZone(midnight ? ZoneOffset.UTC : ZoneId.systemDefault()).toLocalDate().toString(),
                    place);
        }
    }

    private static void add(CardBuilder builder, String field, String text, String place) {
        if (!text.isBlank()) {
            builder.add(Field.of(field, 0), field, text.strip(), place);
        }
    }
}
