package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the numbering plan of the author's country whether his numbers are mobile: the country is told by another number of his with
 * its code, by his address or by the legal form of his company. What a label or a word behind the number said stays.
 */
final class NumberRegion {
    /** How sure a number is that no label told. */
    static final double UNTOLD = 0.9;
    /** How sure a number is that a label told. */
    static final double LABELLED = 0.97;

    private static final Map<String, String> COUNTRIES = Map.ofEntries(Map.entry("ireland", "IE"),
            Map.entry("éire", "IE"), Map.entry("sweden", "SE"), Map.entry("sverige", "SE"),
            Map.entry("norway", "NO"), Map.entry("norge", "NO"), Map.entry("denmark", "DK"),
            Map.entry("danmark", "DK"), Map.entry("finland", "FI"), Map.entry("suomi", "FI"),
            Map.entry("hong kong", "HK"), Map.entry("kowloon", "HK"), Map.entry("singapore", "SG"),
            Map.entry("malaysia", "MY"), Map.entry("kuala lumpur", "MY"), Map.entry("nigeria", "NG"),
            Map.entry("lagos", "NG"), Map.entry("abuja", "NG"), Map.entry("kenya", "KE"),
            Map.entry("nairobi", "KE"), Map.entry("ghana", "GH"), Map.entry("accra", "GH"),
            Map.entry("south africa", "ZA"), Map.entry("australia", "AU"), Map.entry("new zealand", "NZ"),
            Map.entry("india", "IN"), Map.entry("pakistan", "PK"), Map.entry("sri lanka", "LK"),
            Map.entry("bangladesh", "BD"), Map.entry("nepal", "NP"), Map.entry("thailand", "TH"),
            Map.entry("vietnam", "VN"), Map.entry("viet nam", "VN"), Map.entry("indonesia", "ID"),
            Map.entry("philippines", "PH"), Map.entry("germany", "DE"), Map.entry("deutschland", "DE"),
            Map.entry("austria", "AT"), Map.entry("österreich", "AT"), Map.entry("switzerland", "CH"),
            Map.entry("schweiz", "CH"), Map.entry("suisse", "CH"), Map.entry("france", "FR"),
            Map.entry("belgium", "BE"), Map.entry("belgië", "BE"), Map.entry("belgique", "BE"),
            Map.entry("netherlands", "NL"), Map.entry("nederland", "NL"), Map.entry("italy", "IT"),
            Map.entry("italia", "IT"), Map.entry("spain", "ES"), Map.entry("españa", "ES"),
            Map.entry("portugal", "PT"), Map.entry("poland", "PL"), Map.entry("polska", "PL"),
            Map.entry("turkey", "TR"), Map.entry("türkiye", "TR"), Map.entry("israel", "IL"),
            Map.entry("egypt", "EG"), Map.entry("morocco", "MA"), Map.entry("england", "GB"),
            Map.entry("scotland", "GB"), Map.entry("wales", "GB"), Map.entry("united kingdom", "GB"),
            Map.entry("macau", "MO"), Map.entry("macao", "MO"), Map.entry("taiwan", "TW"));
    /** Legal forms of one country only, as they end the names of companies. */
    private static final Map<String, String> FORMS = Map.ofEntries(Map.entry("AB", "SE"), Map.entry("Oy", "FI"),
            Map.entry("Oyj", "FI"), Map.entry("A/S", "DK"), Map.entry("ApS", "DK"), Map.entry("B.V.", "NL"),
            Map.entry("BV", "NL"), Map.entry("ASA", "NO"), Map.entry("IKS", "NO"), Map.entry("I/S", "DK"),
            Map.entry("Bhd", "MY"), Map.entry("Bhd.", "MY"),
            Map.entry("DAC", "IE"), Map.entry("SARL", "FR"), Map.entry("SAS", "FR"), Map.entry("EURL", "FR"),
            Map.entry("Kft.", "HU"), Map.entry("Kft", "HU"), Map.entry("GmbH", "DE"));
    private static final Pattern LONG_FORM = Pattern
            .compile(
                    "(?i).*(?:(pty\\.? ltd)|(\\(pty\\)\\.? ltd)|(pte\\.? ltd)|(pvt\\.? ltd|\\(p\\) ltd)|(sp\\. ?z ?o\\. ?o)|(a\\.ş)|(nig\\.? ltd))\\.?");
    private static final String[] OF_LONG_FORM = {"AU", "ZA", "SG", "IN", "PL", "TR", "NG"};
    /** Postcodes that no other country has. */
    private static final Pattern IRISH = Pattern
            .compile(".*\\bCo\\.? \\p{Lu}\\p{L}{3,}.*|.*\\b[AC-FHKNPRTV-Y]\\d[\\dW] ?[AC-FHKNPRTV-Y\\d]{4}");
    private static final Pattern BRITISH = Pattern.compile(".*\\b[A-Z]{1,2}\\d[\\dA-Z]? \\d[A-Z]{2}");
    private static final Map<String, Pattern> WRITTEN = Map.ofEntries(
            Map.entry("DE", Pattern.compile(
                    "(?i).*(?:str(?:aße|asse|\\.)|platz|weg|gasse|allee|damm|ufer|markt) \\d.*\\b\\d{5} \\p{L}.*")),
            Map.entry("FR", Pattern.compile(
                    "(?i).*\\b(?:rue|avenue|quai|chemin|place|boulevard|impasse|allée|route)\\b.*\\b\\d{5} \\p{L}.*")),
            Map.entry("IT", Pattern.compile("(?i).*\\b(?:via|viale|piazza|corso|vicolo)\\b.*\\b\\d{5} \\p{L}.*")),
            Map.entry("ES",
                    Pattern.compile(
                            "(?i).*(?:\\bcalle\\b|\\bc/|\\bavda|\\bpaseo\\b|\\bpol[íi]gono\\b).*\\b\\d{5} \\p{L}.*")),
            Map.entry("NO",
                    Pattern.compile("(?i).*(?:vei|veien|gata|gaten|gate|vegen|bakken) \\d.*\\b\\d{4} \\p{L}.*")),
            Map.entry("DK", Pattern.compile("(?i).*(?:vej|gade|stræde|plads|allé) \\d.*\\b\\d{4} \\p{L}.*")),
            Map.entry("SE", Pattern.compile("(?i).*(?:gatan|vägen|väg|gränd|torget) \\d.*\\b\\d{3} ?\\d{2} \\p{L}.*")),
            Map.entry("FI", Pattern.compile("(?i).*(?:katu|tie|kuja|polku|kaari) \\d.*\\b\\d{5} \\p{L}.*")),
            Map.entry("PL", Pattern.compile(".*\\b\\d{2}-\\d{3} \\p{Lu}.*")),
            Map.entry("PT", Pattern.compile(".*\\b\\d{4}-\\d{3} \\p{Lu}.*")),
            Map.entry("BR", Pattern.compile(".*\\b\\d{5}-\\d{3}\\b.*")),
            Map.entry("NL", Pattern.compile(".*\\b\\d{4} ?[A-Z]{2} \\p{Lu}\\p{Ll}.*")),
            Map.entry("US", Pattern.compile(".*, [A-Z]{2} \\d{5}(?:-\\d{4})?\\b.*")),
            Map.entry("CA", Pattern.compile(".*\\b[A-Z]\\d[A-Z] ?\\d[A-Z]\\d\\b.*")),
            Map.entry("AU", Pattern.compile(".*\\b(?:NSW|VIC|QLD|WA|SA|TAS|NT|ACT) \\d{4}\\b.*")));
    private static final Map<String, Pattern> GROUPED = Map.of("IE", Pattern.compile("08[35679] \\d{3} \\d{4}"), "AU",
            Pattern.compile("04\\d{2} \\d{3} \\d{3}"), "GB", Pattern.compile("07\\d{3} (?:\\d{6}|\\d{3} \\d{3})"), "TR",
            Pattern.compile("05\\d{2} \\d{3} \\d{2} \\d{2}"), "BE", Pattern.compile("04\\d{2} \\d{2} \\d{2} \\d{2}"),
            "NO",
            Pattern.compile("[49]\\d{2} \\d{2} \\d{3}"));
    private static final Pattern HONG_KONG = Pattern
            .compile("(?i).*(?:香港|九龍|九龙|新界|\\bN\\. ?T\\.|\\bH\\. ?K\\.|\\bHK\\b).*");
    private static final Pattern LOCAL = Pattern
            .compile("[2-9]\\d{3}[ -]?\\d{4}|[2-9]\\d(?: \\d{2}){3}|[49]\\d{2} \\d{2} \\d{3}");

    private NumberRegion() {}

    static void read(List<Line> lines) {
        String region = region(lines);
        for (Line line : lines) {
            local(line, region);
            for (int i = 0; i < line.fields.size(); i++) {
                SignatureField field = line.fields.get(i);
                boolean open = i > 0 && line.fields.get(i - 1).kind() == Kind.PHONE
                        || region != null && NumberTypes.hasCode(field.value(), region);
                Kind kind = isOpen(line, field, open) ? judged(field, region) : field.kind();
                if (kind != field.kind()) {
                    line.fields.set(i, new SignatureField(kind, field.value(), field.line(), field.confidence()));
                }
            }
        }
    }

    /**
     * Whether no word told what a number is; a label of telephones does not where the number is complete, or stands behind another one.
     */
    private static boolean isOpen(Line line, SignatureField field, boolean open) {
        boolean number = field.kind() == Kind.PHONE || field.kind() == Kind.MOBILE;
        if (!number || PhoneWords.isTollFree(field.value())) {
            return false;
        }
        boolean account = line.fields.stream()
                .anyMatch(each -> each.kind() == Kind.WHATSAPP && each.value().equals(field.value()));
        return field.confidence() == UNTOLD || field.confidence() == LABELLED && field.kind() == Kind.PHONE
                && (open || field.value().startsWith("+") && !account);
    }

    private static boolean isNumber(SignatureField field) {
        return field.kind() == Kind.PHONE || field.kind() == Kind.MOBILE || field.kind() == Kind.FAX;
    }

    private static Kind judged(SignatureField field, @Nullable String region) {
        boolean told = region != null || field.value().startsWith("+");
        Boolean mobile = told
                ? NumberTypes.isMobile(field.value(), region)
                : PhoneWords.isMobile(field.value()) ? Boolean.TRUE : null;
        if (mobile == null) {
            return field.kind();
        }
        return mobile ? Kind.MOBILE : field.confidence() == UNTOLD ? Kind.PHONE : field.kind();
    }

    /** {@return whether a line is nothing but a number that only some countries have so short} */
    static boolean isLocal(String line) {
        return LOCAL.matcher(line).matches() && line.indexOf(' ') > 0;
    }

    /** {@code 2725 4830}: too short to be a telephone number anywhere else. */
    private static void local(Line line, @Nullable String region) {
        for (String piece : List.copyOf(line.rest)) {
            boolean alone = region == null && line.fields.isEmpty() && line.proof.strip().equals(piece);
            if (LOCAL.matcher(piece).matches()
                    && (alone || region != null && NumberTypes.isValid(piece, region))) {
                line.add(ofNumber(piece) != null ? Kind.MOBILE : Kind.PHONE, piece, UNTOLD);
                line.rest.remove(piece);
            }
        }
    }

    private static @Nullable String region(List<Line> lines) {
        for (Line line : lines) {
            for (SignatureField field : line.fields) {
                String region = field.value().startsWith("+")
                        ? NumberTypes.region(field.value())
                        : isNumber(field) ? NumberTypes.regionOfCode(field.value()) : null;
                if (region != null) {
                    return region;
                }
            }
        }
        String found = ofForm(lines.stream().flatMap(line -> line.fields.stream())
                .filter(field -> field.kind() == Kind.ADDRESS).map(SignatureField::value)
                .collect(Collectors.joining(", ")));
        for (Line line : lines) {
            for (SignatureField field : line.fields) {
                String here = field.kind() == Kind.ADDRESS
                        ? ofAddress(field.value())
                        : field.kind() == Kind.COMPANY ? ofCompany(field.value()) : null;
                here = here == null && found == null && isNumber(field) ? ofNumber(field.value()) : here;
                // Where somebody lives says more than the form of his company.
                found = here != null && (found == null || field.kind() == Kind.ADDRESS) ? here : found;
            }
        }
        return found;
    }

    /** How mobile numbers are grouped in one country only. */
    private static @Nullable String ofNumber(String number) {
        for (Map.Entry<String, Pattern> form : GROUPED.entrySet()) {
            if (form.getValue().matcher(number).matches()) {
                return form.getKey();
            }
        }
        return null;
    }

    /** How an address is written tells its country, where nothing else does. */
    private static @Nullable String ofForm(String address) {
        for (Map.Entry<String, Pattern> form : WRITTEN.entrySet()) {
            if (form.getValue().matcher(address).matches()) {
                return form.getKey();
            }
        }
        return null;
    }

    private static @Nullable String ofAddress(String address) {
        if (HONG_KONG.matcher(address).matches()) {
            return "HK";
        }
        if (KoreanWords.has(address)) {
            return "KR";
        }
        for (String part : address.split("[,–|-]", -1)) {
            String region = COUNTRIES.get(part.replaceAll("[\\d.]+", "").strip().toLowerCase(Locale.ROOT));
            if (region != null) {
                return region;
            }
        }
        return IRISH.matcher(address).matches() ? "IE" : BRITISH.matcher(address).matches() ? "GB" : null;
    }

    private static @Nullable String ofCompany(String company) {
        if (KoreanWords.has(company)) {
            return "KR";
        }
        Matcher form = LONG_FORM.matcher(company);
        if (form.matches()) {
            for (int i = 0; i < OF_LONG_FORM.length; i++) {
                if (form.group(i + 1) != null) {
                    return OF_LONG_FORM[i];
                }
            }
        }
        String last = FORMS.get(company.substring(company.lastIndexOf(' ') + 1));
        return HONG_KONG.matcher(company).matches() ? "HK" : last != null ? last : HouseWords.region(company);
    }
}
