package app.kith.exchange;

import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Edits one vCard line by line, where a line is what folding makes of one. A line that no edit concerns is written as it came. Where a
 * value takes the place of another its line keeps name, group and parameters.
 */
final class VCardPatch {
    private static final List<Property> NAME_PARTS = List.of(Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.MIDDLE_NAME, Property.PREFIX, Property.SUFFIX);
    /** Lines whose whole value is one text. */
    private static final Set<String> PLAIN = Set.of("FN", "EMAIL", "TEL", "TITLE", "ROLE", "URL", "NOTE", "ADR");
    private static final Set<String> LISTS = Set.of("CATEGORIES", "NICKNAME");
    private static final Pattern OWN_GROUP = Pattern.compile("(?i)k(\\d{1,6})");
    private static final Pattern PRINTABLE = Pattern.compile("(?i).*;(ENCODING=)?QUOTED-PRINTABLE([;:].*|$)");

    private final List<Line> lines = new ArrayList<>();
    private final String version;

    /** A logical line as it stands, folded, with its end; and what it is. */
    private record Line(String raw, VCardLine read) {}

    VCardPatch(String text) {
        Matcher found = Pattern.compile("(?im)^VERSION:\\s*([0-9.]+)").matcher(text);
        version = found.find() ? found.group(1) : "3.0";
        logical(text).forEach(raw -> lines.add(new Line(raw, read(raw))));
    }

    private static List<String> logical(String text) {
        List<String> found = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        boolean soft = false;
        for (String physical : text.split("(?<=\n)", -1)) {
            boolean goes = soft || physical.startsWith(" ") || physical.startsWith("\t");
            if (!goes && !now.isEmpty()) {
                found.add(now.toString());
                now.setLength(0);
            }
            now.append(physical);
            soft = physical.stripTrailing().endsWith("=") && PRINTABLE.matcher(head(now.toString())).matches();
        }
        if (!now.isEmpty()) {
            found.add(now.toString());
        }
        return found;
    }

    private static String head(String raw) {
        int colon = raw.indexOf(':');
        return colon < 0 ? raw : raw.substring(0, colon);
    }

    private VCardLine read(String raw) {
        try {
            VCardLines reader = VCardText.reader("VERSION:" + version + "\r\n" + raw);
            reader.next();
            VCardLine line = reader.next();
            return line == null ? VCardLine.none(raw.strip(), false) : line;
        } catch (IOException e) {
            return VCardLine.none(raw.strip(), false);
        }
    }

    String apply(List<Value> removed, List<Value> added) {
        List<Value> gone = new ArrayList<>(removed);
        List<Value> come = new ArrayList<>(added);
        nameParts(gone, come);
        company(gone, come);
        lists(gone, come);
        for (Value value : List.copyOf(gone)) {
            Value instead = partner(value, come);
            if (exchange(value, instead)) {
                come.remove(instead);
            }
        }
        for (Value value : List.copyOf(come)) {
            if (!value.property().isMany() && exchange(null, value)) {
                come.remove(value);
            }
        }
        come.forEach(value -> insert(lines.size(), value));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.raw));
        return text.toString();
    }

    /** What comes in the place of a value: of one property, and of one label where the one that comes has one. */
    private static @Nullable Value partner(Value gone, List<Value> come) {
        return come.stream().filter(value -> value.property() == gone.property()
                && (!value.property().isMany() || value.label().isEmpty() || value.label().equals(gone.label())))
                .findFirst().orElse(null);
    }

    /** Takes a value off its line, with another in its place. Without a value to go it is the first of the property that goes. */
    private boolean exchange(@Nullable Value gone, @Nullable Value instead) {
        Property property = gone != null ? gone.property() : instead == null ? Property.OTHER : instead.property();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean says = said(line).stream().anyMatch(value -> gone == null
                    ? value.property() == property
                    : value.saysTheSame(gone));
            if (says && !line.read.name().equals("N") && !line.read.name().equals("ORG")) {
                put(i, instead);
                return true;
            }
        }
        return false;
    }

    private void put(int at, @Nullable Value instead) {
        Line line = lines.get(at);
        if (instead != null && PLAIN.contains(line.read.name()) && !isEncoded(line)) {
            lines.set(at, rewritten(line, instead.property() == Property.ADDRESS
                    ? address(instead.raw())
                    : escaped(instead.raw())));
            return;
        }
        lines.remove(at);
        if (instead != null) {
            insert(at, instead);
        }
        String group = line.read.group();
        boolean alone = !group.isEmpty() && lines.stream().noneMatch(other -> !other.read.name().equals("X-ABLABEL")
                && other.read.group().equalsIgnoreCase(group));
        if (alone) {
            lines.removeIf(other -> other.read.name().equals("X-ABLABEL")
                    && other.read.group().equalsIgnoreCase(group));
        }
    }

    private static boolean isEncoded(Line line) {
        return line.read.parameter("ENCODING") != null || line.read.parameter("CHARSET") != null
                || "uri".equalsIgnoreCase(line.read.parameter("VALUE"));
    }

    private Line rewritten(Line line, String value) {
        String source = line.read.source();
        int colon = source.length() - line.read.value().length() - 1;
        boolean whole = colon > 0 && source.endsWith(":" + line.read.value());
        String raw = written(List.of((whole ? source.substring(0, colon) : line.read.name()) + ":" + value));
        return new Line(raw, read(raw));
    }

    /** What a line says, with the label of its group. */
    private List<Value> said(Line line) {
        if (line.read.name().isEmpty()) {
            return List.of();
        }
        List<VCardLine> with = new ArrayList<>(List.of(line.read));
        String group = line.read.group();
        if (!group.isEmpty() && !line.read.name().equals("X-ABLABEL")) {
            lines.stream().map(Line::read).filter(other -> other.name().equals("X-ABLABEL")
                    && other.group().equalsIgnoreCase(group)).forEach(with::add);
        }
        return VCardMapper.draft(with, "").values();
    }

    private void nameParts(List<Value> gone, List<Value> come) {
        Value name = come.stream().filter(value -> value.property() == Property.NAME).findFirst().orElse(null);
        boolean parts = java.util.stream.Stream.concat(gone.stream(), come.stream())
                .anyMatch(value -> NAME_PARTS.contains(value.property()));
        int at = find("N");
        if (name != null && !parts && at >= 0) {
            // A phone shows the parts: they must not stay those of the former name.
            setParts(at, derived(name.raw()));
        } else if (parts) {
            List<String> texts = at < 0 ? new ArrayList<>(List.of("", "", "", "", "")) : rawParts(lines.get(at));
            gone.forEach(value -> set(texts, value, ""));
            come.forEach(value -> set(texts, value, escaped(value.raw())));
            setParts(at, texts);
        }
        gone.removeIf(value -> NAME_PARTS.contains(value.property()) || value.property() == Property.NAME
                && name == null); // FN must stay.
        come.removeIf(value -> NAME_PARTS.contains(value.property()));
    }

    private static void set(List<String> texts, Value value, String text) {
        int place = NAME_PARTS.indexOf(value.property());
        if (place >= 0) {
            texts.set(place, text);
        }
    }

    private void setParts(int at, List<String> texts) {
        String value = String.join(";", texts);
        if (at < 0) {
            String raw = written(List.of("N:" + value));
            lines.add(end(), new Line(raw, read(raw)));
        } else {
            lines.set(at, rewritten(lines.get(at), value));
        }
    }

    private static List<String> derived(String name) {
        String text = name.strip();
        List<String> parts = new ArrayList<>(List.of("", "", "", "", ""));
        NameForm form = NameReader.read(text).names().stream().filter(NameForm::isHan).findFirst().orElse(null);
        int blank = text.lastIndexOf(' ');
        if (form != null && text.equals(form.hanFamily() + form.hanGiven())) {
            parts.set(0, form.hanFamily());
            parts.set(1, form.hanGiven());
        } else if (blank > 0) {
            parts.set(0, escaped(text.substring(blank + 1)));
            parts.set(1, escaped(text.substring(0, blank).strip()));
        } else {
            parts.set(0, escaped(text));
        }
        return parts;
    }

    private void company(List<Value> gone, List<Value> come) {
        List<Property> both = List.of(Property.COMPANY, Property.DEPARTMENT);
        if (java.util.stream.Stream.concat(gone.stream(), come.stream())
                .noneMatch(value -> both.contains(value.property()))) {
            return;
        }
        int at = find("ORG");
        List<String> parts = at < 0 ? new ArrayList<>(List.of("")) : split(lines.get(at).read.value(), ';');
        for (Value value : gone) {
            if (value.property() == Property.COMPANY) {
                parts.set(0, "");
            } else if (value.property() == Property.DEPARTMENT) {
                List<String> units = parts.subList(1, parts.size());
                units.removeIf(unit -> value.saysTheSame(Value.of(Property.DEPARTMENT, value.label(),
                        unescaped(unit))));
            }
        }
        for (Value value : come) {
            if (value.property() == Property.COMPANY) {
                parts.set(0, escaped(value.raw()));
            } else if (value.property() == Property.DEPARTMENT) {
                parts.add(escaped(value.raw()));
            }
        }
        boolean empty = parts.stream().allMatch(String::isEmpty);
        if (at >= 0 && empty) {
            lines.remove(at);
        } else if (at >= 0) {
            lines.set(at, rewritten(lines.get(at), String.join(";", parts)));
        } else if (!empty) {
            String raw = written(List.of("ORG:" + String.join(";", parts)));
            lines.add(end(), new Line(raw, read(raw)));
        }
        gone.removeIf(value -> both.contains(value.property()));
        come.removeIf(value -> both.contains(value.property()));
    }

    /** Lines that hold several values between commas. */
    private void lists(List<Value> gone, List<Value> come) {
        for (Property property : List.of(Property.TAG, Property.NICKNAME)) {
            List<Value> goes = gone.stream().filter(value -> value.property() == property).toList();
            List<Value> comes = new ArrayList<>(come.stream().filter(value -> value.property() == property).toList());
            for (int i = 0; i < lines.size() && !(goes.isEmpty() && comes.isEmpty()); i++) {
                Line line = lines.get(i);
                List<Value> said = LISTS.contains(line.read.name()) && !isEncoded(line) ? said(line) : List.of();
                if (said.stream().anyMatch(value -> value.property() == property)) {
                    List<String> parts = split(line.read.value(), ',');
                    parts.removeIf(part -> goes.stream().anyMatch(
                            value -> value.saysTheSame(Value.of(property, value.label(), unescaped(part)))));
                    comes.forEach(value -> parts.add(escaped(value.raw())));
                    come.removeAll(comes);
                    comes.clear();
                    if (parts.isEmpty()) {
                        lines.remove(i--);
                    } else {
                        lines.set(i, rewritten(line, String.join(",", parts)));
                    }
                }
            }
            gone.removeAll(goes);
        }
    }

    private int find(String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).read.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int end() {
        int end = find("END");
        return end < 0 ? lines.size() : end;
    }

    private void insert(int at, Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new VCardWriter(version.startsWith("4"), out).lines(List.of(value), lastGroup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int place = Math.min(at, end());
        for (String raw : logical(out.toString(StandardCharsets.UTF_8))) {
            lines.add(place++, new Line(raw, read(raw)));
        }
    }

    private int lastGroup() {
        int last = 0;
        for (Line line : lines) {
            Matcher own = OWN_GROUP.matcher(line.read.group());
            last = own.matches() ? Math.max(last, Integer.parseInt(own.group(1))) : last;
        }
        return last;
    }

    private List<String> rawParts(Line line) {
        List<String> parts = split(line.read.value(), ';');
        while (parts.size() < NAME_PARTS.size()) {
            parts.add("");
        }
        return parts;
    }

    /** Splits at a mark that is not escaped; the escapes stay. */
    private static List<String> split(String value, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == mark) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }

    private static String unescaped(String part) {
        return new VCardLine("", "X", List.of(), part, part, false).text();
    }

    private static String address(String raw) {
        PostalAddress address = PostalAddress.of(raw);
        return String.join(";", Arrays.asList(address.box(), address.extended(), address.street(), address.locality(),
                address.region(), address.postcode(), address.country()).stream().map(VCardPatch::escaped).toList());
    }

    private static String escaped(String text) {
        return VCardWriter.escaped(text);
    }

    private static String written(List<String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            VCardWriter writer = new VCardWriter(false, out);
            for (String text : texts) {
                writer.raw(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
