package app.kith.exchange;

import app.kith.contact.Numbering;
import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of a vCard say, in the dialects of the programs that write them. What is not understood is kept as it stood. */
final class VCardMapper {
    private static final Map<String, String> HANDLES = Map.ofEntries(Map.entry("X-AIM", "aim"),
            Map.entry("X-ICQ", "icq"), Map.entry("X-MSN", "msn"), Map.entry("X-QQ", "qq"),
            Map.entry("X-TENCENT-QQ", "qq"), Map.entry("X-SKYPE", "skype"), Map.entry("X-SKYPE-USERNAME", "skype"),
            Map.entry("X-JABBER", "xmpp"), Map.entry("X-YAHOO", "yahoo"), Map.entry("X-GOOGLE-TALK", "google talk"),
            Map.entry("X-GTALK", "google talk"), Map.entry("X-WECHAT", "wechat"), Map.entry("X-WEIXIN", "wechat"),
            Map.entry("X-WHATSAPP", "whatsapp"), Map.entry("X-SIP", "sip"), Map.entry("X-TWITTER", "twitter"),
            Map.entry("X-TELEGRAM", "telegram"), Map.entry("X-GADUGADU", "gadugadu"),
            Map.entry("X-GROUPWISE", "groupwise"), Map.entry("X-MS-IMADDRESS", ""),
            Map.entry("X-KADDRESSBOOK-X-IMADDRESS", ""), Map.entry("X-LINKEDIN", "linkedin"));
    private static final Map<String, String> RELATIVES = Map.of("X-SPOUSE", "spouse", "X-MANAGER", "manager",
            "X-ASSISTANT", "assistant", "X-EVOLUTION-SPOUSE", "spouse", "X-EVOLUTION-MANAGER", "manager",
            "X-EVOLUTION-ASSISTANT", "assistant", "X-MS-SPOUSE", "spouse", "X-MS-MANAGER", "manager", "X-MS-ASSISTANT",
            "assistant");
    private static final Map<String, String> PHONETIC = Map.of("X-PHONETIC-FIRST-NAME", "given",
            "X-PHONETIC-LAST-NAME", "family", "X-PHONETIC-MIDDLE-NAME", "middle", "X-PHONETIC-ORG", "company");
    private static final Set<String> NETWORKS = Set.of("xmpp", "aim", "icq", "msn", "msnim", "skype", "sip", "ymsgr",
            "qq", "gtalk", "irc", "wechat", "whatsapp", "telegram", "x-apple");
    private static final Set<String> SILENT_TYPES = Set.of("pref", "internet", "voice", "intl", "parcel", "postal");
    private static final Pattern EXTENSION = Pattern.compile("(?i);ext=(\\d+)");
    private static final Pattern DATA_URL = Pattern.compile("(?i)data:.*");
    static final String KITH = "X-KITH-";
    /** Groups that Kith made for labels of the user's own, which stay as they are. */
    private static final Pattern KITH_GROUP = Pattern.compile("(?i)k\\d+");

    private final List<VCardLine> lines;
    private final String place;
    private final Map<String, String> groupLabels = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    private final Set<Value> preferred = new HashSet<>();
    private final List<Note> problems = new ArrayList<>();

    private VCardMapper(List<VCardLine> lines, String place) {
        this.lines = lines;
        this.place = place;
    }

    static DraftCard draft(List<VCardLine> lines, String place) {
        return new VCardMapper(lines, place).draft();
    }

    private DraftCard draft() {
        for (VCardLine line : lines) {
            if (line.name().equals("X-ABLABEL") && !line.group().isEmpty()) {
                groupLabels.put(line.group().toLowerCase(Locale.ROOT), line.text());
            }
        }
        lines.forEach(this::take);
        if (values.stream().anyMatch(value -> value.property() == Property.KIND && value.raw().equals("group"))) {
            problems.add(Note.of("import.is-group"));
            return new DraftCard(List.of(), place, problems, origin());
        }
        nameOfParts();
        return new DraftCard(Numbering.settled(preferredFirst()), place, problems, origin());
    }

    /** Of each property the values that the card prefers come first; else the order stays. */
    private List<Value> preferredFirst() {
        List<Value> ordered = new ArrayList<>(values);
        for (Value value : values) {
            if (preferred.contains(value)) {
                int first = 0;
                while (ordered.get(first).property() != value.property() || preferred.contains(ordered.get(first))
                        && !ordered.get(first).equals(value)) {
                    first++;
                }
                ordered.remove(value);
                ordered.add(first, value);
            }
        }
        return ordered;
    }

    private List<String> origin() {
        List<String> text = new ArrayList<>();
        text.add("BEGIN:VCARD");
        lines.forEach(line -> text.add(line.source()));
        text.add("END:VCARD");
        return List.of(String.join("\r\n", text) + "\r\n");
    }

    private void nameOfParts() {
        boolean named = values.stream().anyMatch(value -> value.property() == Property.NAME);
        String whole = CardBuilder.Names.whole(values);
        if (!named && !whole.isEmpty()) {
            values.addFirst(Value.of(Property.NAME, "", whole, place));
        }
        String kind = values.stream().filter(value -> value.property() == Property.KIND).map(Value::raw).findFirst()
                .orElse("");
        String company = values.stream().filter(value -> value.property() == Property.COMPANY).map(Value::raw)
                .findFirst().orElse("");
        if (!named && whole.isEmpty() && kind.equals("company") && !company.isEmpty()) {
            values.addFirst(Value.of(Property.NAME, "", company, place));
        }
    }

    private void take(VCardLine line) {
        if (line.value().isBlank() && !line.name().isEmpty()) {
            return;
        }
        switch (line.name()) {
            case "VERSION", "BEGIN", "END", "X-ABLABEL" -> label(line);
            case "FN", "N" -> name(line);
            case "NICKNAME" -> line.list().forEach(one -> put(Property.NICKNAME, line, one));
            case "EMAIL" -> put(Property.EMAIL, line, line.text());
            case "TEL" -> put(Property.PHONE, line, phone(line));
            case "ADR" -> address(line);
            case "ORG" -> company(line);
            case "TITLE" -> put(Property.TITLE, line, line.text());
            case "ROLE" -> put(Property.ROLE, line, line.text());
            case "URL" -> put(Property.URL, line, line.text());
            case "NOTE" -> put(Property.NOTE, line, line.text());
            case "CATEGORIES" -> line.list().forEach(one -> put(Property.TAG, line, one));
            case "BDAY" -> date(Property.BIRTHDAY, line);
            case "ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE", "X-EVOLUTION-ANNIVERSARY", "X-MS-ANNIVERSARY" ->
                date(Property.ANNIVERSARY, line);
            case "GENDER" -> put(Property.GENDER, line, line.text().startsWith(";")
                    ? line.text().substring(1)
                    : line.text());
            case "X-GENDER" -> put(Property.GENDER, line, line.text());
            case "LANG" -> put(Property.LANGUAGE, line, line.text());
            case "UID" -> values.add(Value.of(Property.EXTERNAL_ID, "uid", line.text(), place));
            case "PHOTO" -> photo(line);
            case "IMPP" -> chat(line);
            case "X-SOCIALPROFILE" -> social(line);
            case "RELATED", "X-ABRELATEDNAMES" -> relation(line);
            case "KIND", "X-ADDRESSBOOKSERVER-KIND" -> kind(line);
            case "X-ABSHOWAS" -> put(Property.KIND, line, line.text().equalsIgnoreCase("company") ? "company" : "");
            case "X-ANDROID-CUSTOM" -> android(line);
            default -> named(line);
        }
    }

    private void label(VCardLine line) {
        boolean used = !line.name().equals("X-ABLABEL") || !line.group().isEmpty() && lines.stream()
                .anyMatch(other -> !other.equals(line) && other.group().equalsIgnoreCase(line.group()));
        if (!used) {
            other(line);
        }
    }

    private void named(VCardLine line) {
        String network = HANDLES.get(line.name());
        String relative = RELATIVES.get(line.name());
        String phonetic = PHONETIC.get(line.name());
        if (network != null) {
            values.add(Value.of(Property.CHAT, network, line.text(), place));
        } else if (relative != null) {
            values.add(Value.of(Property.RELATION, relative, line.text(), place));
        } else if (phonetic != null) {
            values.add(Value.of(Property.PHONETIC, phonetic, line.text(), place));
        } else if (line.name().startsWith(KITH)) {
            kith(line);
        } else {
            other(line);
        }
    }

    private void kith(VCardLine line) {
        try {
            Property property = Property
                    .valueOf(line.name().substring(KITH.length()).replace('-', '_'));
            values.add(Value.of(property, groupLabels.getOrDefault(line.group().toLowerCase(Locale.ROOT), ""),
                    line.text(), place));
        } catch (IllegalArgumentException e) {
            other(line);
        }
    }

    private void other(VCardLine line) {
        int colon = line.source().length() - line.value().length() - 1;
        boolean whole = colon > 0 && line.source().endsWith(":" + line.value());
        String head = line.name().isEmpty() ? "" : whole ? line.source().substring(0, colon) : head(line);
        values.add(Value.of(Property.OTHER, head, line.value(), place));
    }

    /** A value that was encoded is kept decoded, so what told of its encoding goes. */
    private static String head(VCardLine line) {
        StringBuilder head = new StringBuilder(line.group().isEmpty() ? "" : line.group() + ".").append(line.name());
        for (VCardLine.Parameter parameter : line.parameters()) {
            boolean told = parameter.name().equals("CHARSET")
                    || parameter.name().equals("ENCODING") && parameter.value().equalsIgnoreCase("QUOTED-PRINTABLE");
            if (!told) {
                head.append(';').append(parameter.name()).append('=').append(parameter.value());
            }
        }
        return head.toString();
    }

    private void put(Property property, VCardLine line, String text) {
        if (text.isEmpty()) {
            return;
        }
        Value value = Value.of(property, labelOf(line), text, place);
        values.add(value);
        if (line.parameter("PREF") != null || line.types().contains("pref")) {
            preferred.add(value);
        }
    }

    private String labelOf(VCardLine line) {
        String own = line.group().isEmpty() ? null : groupLabels.get(line.group().toLowerCase(Locale.ROOT));
        if (own != null) {
            return KITH_GROUP.matcher(line.group()).matches() ? own : Labels.normal(own);
        }
        return VCardTypes.label(line.types().stream().filter(type -> !SILENT_TYPES.contains(type)).toList());
    }

    private void name(VCardLine line) {
        if (line.parameter("X-KITH-DERIVED") != null) {
            return;
        }
        if (line.name().equals("FN")) {
            put(Property.NAME, line, line.text());
            return;
        }
        Property[] properties = {Property.FAMILY_NAME, Property.GIVEN_NAME, Property.MIDDLE_NAME, Property.PREFIX,
                Property.SUFFIX};
        List<String> parts = line.parts();
        for (int i = 0; i < Math.min(parts.size(), properties.length); i++) {
            put(properties[i], line, parts.get(i));
        }
    }

    private void company(VCardLine line) {
        List<String> parts = line.parts();
        put(Property.COMPANY, line, parts.getFirst());
        parts.stream().skip(1).forEach(unit -> put(Property.DEPARTMENT, line, unit));
    }

    private static String phone(VCardLine line) {
        String text = line.text();
        if (!text.regionMatches(true, 0, "tel:", 0, 4)) {
            return text;
        }
        Matcher extension = EXTENSION.matcher(text.substring(4));
        return extension.find() ? extension.replaceFirst(" ext. $1") : text.substring(4);
    }

    private void address(VCardLine line) {
        List<String> parts = new ArrayList<>(line.parts());
        while (parts.size() < 7) {
            parts.add("");
        }
        PostalAddress address = new PostalAddress(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4),
                parts.get(5), parts.get(6));
        if (!address.raw().equals(";;;;;;")) {
            put(Property.ADDRESS, line, address.raw());
        }
    }

    private void date(Property property, VCardLine line) {
        String date = new Dates(false).read(line.text());
        String omitted = line.parameter("X-APPLE-OMIT-YEAR");
        if (date != null && omitted != null && date.startsWith(omitted)) {
            date = "-" + date.substring(4);
        }
        put(property, line, date == null ? line.text() : date);
    }

    private void photo(VCardLine line) {
        String text = line.text();
        String encoding = line.parameter("ENCODING");
        if (encoding == null && (DATA_URL.matcher(text).matches() || text.matches("(?i)https?:.*"))) {
            put(Property.PHOTO, line, text);
            return;
        }
        try {
            Base64.getDecoder().decode(line.value());
            String type = line.types().stream().findFirst().orElse("jpeg");
            String media = type.contains("/") ? type : "image/" + type;
            values.add(Value.of(Property.PHOTO, "", "data:" + media + ";base64," + line.value(), place));
        } catch (IllegalArgumentException e) {
            other(line);
        }
    }

    private void chat(VCardLine line) {
        String text = line.text();
        int colon = text.indexOf(':');
        String scheme = colon > 0 ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        String service = line.parameter("X-SERVICE-TYPE");
        String handle = NETWORKS.contains(scheme) ? text.substring(colon + 1) : text;
        if (scheme.equals("x-apple")) {
            handle = unpercent(handle);
        }
        String label = service != null
                ? service.toLowerCase(Locale.ROOT)
                : !groupLabels.getOrDefault(line.group().toLowerCase(Locale.ROOT), "").isEmpty() || scheme.isEmpty()
                        || scheme.equals("x-apple") ? labelOf(line) : scheme;
        if (!handle.isBlank()) {
            values.add(Value.of(Property.CHAT, label, handle.strip(), place));
        }
    }

    private static String unpercent(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private void social(VCardLine line) {
        String network = line.types().stream().filter(type -> !type.equals("pref")).findFirst().orElse("");
        String user = line.parameter("X-USER");
        String text = line.text().startsWith("x-apple:") ? unpercent(line.text().substring(8)) : line.text();
        values.add(Value.of(Property.CHAT, network, text.isEmpty() && user != null ? user : text, place));
    }

    private void relation(VCardLine line) {
        String text = line.text();
        if (text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
            other(line);
        } else {
            put(Property.RELATION, line, text);
        }
    }

    private void kind(VCardLine line) {
        String kind = line.text().toLowerCase(Locale.ROOT);
        switch (kind) {
            case "individual" -> {
            }
            case "org", "organization" -> values.add(Value.of(Property.KIND, "", "company", place));
            case "group" -> values.add(Value.of(Property.KIND, "", "group", place));
            default -> other(line);
        }
    }

    /** {@code X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;value;type;label;…} */
    private void android(VCardLine line) {
        List<String> parts = line.parts();
        String kind = parts.getFirst().substring(parts.getFirst().lastIndexOf('/') + 1);
        String text = parts.size() > 1 ? parts.get(1) : "";
        String label = parts.size() > 3 ? Labels.normal(parts.get(3)) : "";
        switch (text.isEmpty() ? "" : kind) {
            case "nickname" -> values.add(Value.of(Property.NICKNAME, "", text, place));
            case "relation" -> values.add(Value.of(Property.RELATION, label, text, place));
            case "contact_event" -> {
                String date = new Dates(false).read(text);
                values.add(Value.of(Property.ANNIVERSARY, label, date == null ? text : date, place));
            }
            default -> other(line);
        }
    }
}
