package app.kith.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an address by the words and numbers in it, where the form alone does not: streets of many languages, postcodes, countries. */
final class PlaceWords {
    private static final int MOST_WORDS = 22;
    private static final Set<String> COUNTRIES = Set.of("germany", "deutschland", "austria", "österreich",
            "switzerland",
            "schweiz", "suisse", "svizzera", "france", "italy", "italia", "spain", "españa", "portugal", "netherlands",
            "nederland", "holland", "belgium", "belgië", "belgique", "luxembourg", "denmark", "danmark", "sweden",
            "sverige", "norway", "norge", "finland", "suomi", "iceland", "ireland", "uk", "u.k.", "england", "scotland",
            "wales", "poland", "polska", "czechia", "česko", "slovakia", "slovensko", "hungary", "magyarország",
            "romania", "românia", "bulgaria", "greece", "türkiye", "turkey", "turkiye", "croatia", "hrvatska", "serbia",
            "slovenia", "slovenija", "estonia", "eesti", "latvia", "lithuania", "lietuva", "ukraine", "russia", "usa",
            "u.s.a.", "u.s.a", "u.s.", "canada", "mexico", "méxico", "brazil", "brasil", "argentina", "chile",
            "colombia",
            "peru", "perú", "ecuador", "uruguay", "venezuela", "china", "prc", "taiwan", "japan", "korea", "india",
            "pakistan", "bangladesh", "vietnam", "thailand", "malaysia", "singapore", "indonesia", "philippines",
            "australia", "egypt", "morocco", "tunisia", "algeria", "nigeria", "ghana", "kenya", "ethiopia", "tanzania",
            "uganda", "israel", "jordan", "lebanon", "kuwait", "qatar", "bahrain", "oman", "uae", "u.a.e.", "iran",
            "iraq", "k.s.a.", "ksa", "cambodia", "myanmar", "nepal", "cyprus", "malta", "belarus", "georgia",
            "kazakhstan", "uzbekistan", "mongolia", "r.o.c.", "p.r.c.");
    private static final Set<String> LONG_COUNTRIES = Set.of("united kingdom", "the netherlands", "united states",
            "united states of america", "czech republic", "česká republika", "hong kong", "hong kong sar",
            "south korea",
            "republic of korea", "new zealand", "south africa", "saudi arabia", "united arab emirates", "sri lanka",
            "costa rica", "p.r. china", "p. r. china", "pr china", "p.r.china", "vr china", "viet nam",
            "northern ireland",
            "great britain", "el salvador", "dominican republic", "the philippines", "république française");
    private static final Set<String> STREETS = Set.of("street", "str", "st", "road", "rd", "avenue", "ave", "av",
            "avda", "boulevard", "blvd", "bd", "lane", "ln", "drive", "dr", "way", "highway", "hwy", "court", "square",
            "sq", "place", "parkway", "pkwy", "terrace", "crescent", "loop", "row", "close", "quay", "wharf", "mews",
            "gardens", "grove", "hill", "walk", "rue", "allée", "quai", "impasse", "route", "chemin", "cours",
            "chaussée", "via", "viale", "piazza", "corso", "largo", "vicolo", "strada", "calle", "c", "avenida",
            "plaza", "paseo", "carrera", "cra", "kra", "cl", "jr", "jirón", "jiron", "pasaje", "camino", "carretera",
            "ctra", "rua", "travessa", "praça", "praceta", "estrada", "alameda", "ul", "ulica", "al", "aleja", "pl",
            "plac", "os", "osiedle", "utca", "u", "út", "tér", "krt", "körút", "ulice", "nám", "náměstí", "třída",
            "trg", "sokağı", "cadde", "bulvar", "sok", "sokak", "sk", "cad", "cd", "caddesi", "bulvarı", "mah",
            "mahallesi", "mh", "osb", "jalan",
            "jl", "jln", "lorong", "soi", "moo", "thanon", "tee", "tänav", "mnt", "iela", "g", "gatvė", "callejón",
            "ruta", "autopista", "calzada", "cuesta", "ronda", "travesía", "glorieta", "rambla", "rodovia",
            "rod", "ladeira", "contrada", "frazione", "fraz", "borgo", "lungomare", "piazzale", "sentier", "venelle",
            "faubourg", "esplanade", "promenade", "ruelle", "gränd", "torg", "kuja", "polku", "nábřeží", "trieda",
            "cesta",
            "bulevar", "obala", "šetalište", "köz", "fasor", "sétány", "aleea", "splaiul", "intrarea", "fundătura",
            "ул", "улица", "пр", "пр-т", "проспект", "пер", "переулок", "наб", "шоссе", "б-р", "бульвар", "katu", "tie",
            "vej", "gade", "gata", "vei", "veien", "straat", "laan", "weg", "plein", "kade", "dijk", "singel", "gracht",
            "platz", "allee", "gasse", "ring", "damm", "ufer", "steig", "chaussee", "markt", "bulevardul", "calea",
            "șoseaua", "marg", "nagar", "bagh", "chowk", "chowrangi", "cross", "main", "expressway", "straße",
            "strasse");
    private static final Pattern STREET_ENDING = Pattern.compile(
            "\\p{L}{2,}(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|kade|dijk|singel|gracht|vägen|gatan|väg|gata|gade|vej|veien|vei|katu|tie|utca)");
    private static final Set<String> AREAS = Set.of("district", "dist", "industrial", "zone", "park", "estate", "phase",
            "sector", "midc", "gidc", "sipcot", "village", "town", "city", "county", "province", "prefecture", "floor",
            "fl", "building", "bldg", "tower", "towers", "plaza", "mall", "house", "hall", "chambers", "complex",
            "centre",
            "center", "market", "room", "rm", "unit", "suite", "ste", "block", "blk", "plot", "lot", "shop", "flat",
            "apt", "km", "box", "gate", "warehouse", "barn", "farm", "mill", "works", "col", "colonia", "barrio",
            "parque", "polígono", "pol", "ind", "nave", "zi", "z.i", "za", "z.a", "zac", "bât", "bâtiment", "étage",
            "piso", "of", "oficina", "loc", "località", "zona", "dzielnica", "organize", "sanayi", "kat", "khu", "kcn",
            "quận", "phường", "ward", "taluka", "tehsil", "gewerbepark", "gewerbegebiet", "industriepark", "postbus",
            "postfach", "postboks", "apartado", "cp", "casella", "level", "wing", "near", "opp", "behind", "opposite",
            "sf", "survey", "pier", "dock", "docks", "dockside", "harbor", "harbour", "marina", "port", "berth",
            "terminal",
            "hangar", "airport", "airfield", "depot", "yard", "campus", "island", "isle", "beach", "bay", "cove",
            "point",
            "vineyard", "farmhouse", "homestead", "ranch", "orchard", "nurseries", "quarry", "station", "junction",
            "crossroads", "roundabout", "corner", "arcade", "precinct", "parade", "concourse", "atrium", "cottage",
            "lodge",
            "fieldhouse", "gymnasium", "pavilion", "annex", "stadium", "arena", "commons", "quad",
            "barracks", "castle", "abbey", "manor", "grange", "bölgesi", "mevkii", "blok", "daire", "köyü", "sitesi",
            "iş",
            "merkezi", "box:");
    private static final Pattern FIRST = Pattern.compile(
            "(?i)(?:opp(?:osite)?\\.?|near|behind|next to|c/o|at ?& ?post|a/p|post|village|vill\\.?|villa|plot|survey|sf|s\\.f\\.|shop|gat|gala|d\\. ?no|door|old no|new no|unit|flat|house)\\b.{6,}|\\d{1,4}[a-z]?, (?=\\p{Lu}).{6,}");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?:[A-Z]{1,3}-)?\\d{4,6}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3}-\\d{4}|[A-Z]{1,2}\\d[\\dA-Z]?|\\d{5}-\\d{4}|\\d[A-Z]{2}");
    private static final Pattern TWO_PART_POSTCODE = Pattern.compile(
            ".*\\b(?:\\d{3} \\d{2}|\\d{3} \\d{3}|[A-Z]{1,2}\\d[\\dA-Z]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} [A-Z]{2})\\b.*");
    private static final Pattern TOWN_FIRST = Pattern.compile(
            "(?:[A-Z]{1,3}[- ])?(?:\\d{4,6}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4,5}-\\d{3}|\\d{4} ?[A-Z]{2}) \\p{Lu}[^\\d@:]{2,60}(?:,.{4,60})?");
    private static final Pattern HOUSE = Pattern.compile(
            "#?\\d{1,5}(?:[-–/]\\d{1,5})*[a-zA-Z]?(?:/[FfA-Z])?|\\d{1,3}(?:st|nd|rd|th)|[A-Z]{1,2}-?\\d{1,4}|no\\.?:?\\d+.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s,;]+");
    private static final Pattern REGISTRATION = Pattern.compile(
            "(?i)\\b(?:hr[ab]|amtsgericht|registered|registration|reg\\.? no|vat|ust|kvk|nip|krs|siret|rcs|tva|btw|iban|bic|swift|invoice|order|account|acct|aba|bsb|rekening|iso)\\b");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:^| )(?:meet|visit|booth|stand|halle|see|we|you|our|your|is|are|wir|sie|nous|please|for|since|to)(?: |$)");

    /** {@code Off Busia Road, Kisumu}: a street without a number, directly before the place. */
    private static final Pattern STREET_AND_TOWN = Pattern.compile(
            "\\p{Lu}[^,]{1,40} (?:Road|Rd\\.?|Street|St\\.|Lane|Avenue|Ave\\.?|Highway|Boulevard|Square|Quay|Wharf|Drive|Crescent|Terrace), \\p{Lu}[\\p{L} .'-]{2,40}");

    private PlaceWords() {}

    /** {@return whether words are the name of a country, perhaps with a full stop} */
    static boolean isCountry(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<=\\p{L}{3})\\.$|\\s*[(][^()]{2,12}[)]$",
                "");
        return COUNTRIES.contains(lower) || LONG_COUNTRIES.contains(lower);
    }

    /** {@return whether the words and numbers of a line without Han characters are those of an address} */
    static boolean isPlace(String line) {
        List<String> words = Arrays.asList(SPACE.split(line, -1));
        if (words.size() > MOST_WORDS || words.size() < 2 || line.indexOf(':') > 0 && line.indexOf("No:") < 0
                || !Character.isLetterOrDigit(line.charAt(0)) && line.charAt(0) != '#'
                || SENTENCE.matcher(line.toLowerCase(Locale.ROOT)).find()) {
            return false;
        }
        if (REGISTRATION.matcher(line).find()) {
            return false;
        }
        boolean town = TOWN_FIRST.matcher(line).matches() && (!isYear(words.getFirst()) || words.size() <= 2);
        return town || score(line, words) >= 4 || STREET_AND_TOWN.matcher(line).matches();
    }

    /** {@return whether one of the words is that of a quarter or a building: {@code Itoku Market, Abeokuta}} */
    static boolean hasArea(String line) {
        return Arrays.stream(SPACE.split(line, -1)).anyMatch(word -> AREAS.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean isYear(String word) {
        return word.matches("(?:19|20)\\d{2}");
    }

    /** Streets, numbers, postcodes, quarters, countries and commas count; two clear signs are enough. */
    private static int score(String line, List<String> words) {
        boolean street = false;
        boolean house = false;
        boolean postcode = TWO_PART_POSTCODE.matcher(line).matches();
        int areas = 0;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            String plain = lower.replaceAll("[.)/]+$|^[(]", "");
            street |= STREETS.contains(plain) || STREET_ENDING.matcher(lower).matches();
            areas += AREAS.contains(plain) ? 1 : 0;
            // A house without a number: Linha Paulina, s/n
            boolean none = plain.equals("s/n") || plain.equals("s/nº");
            street |= none;
            house |= none || HOUSE.matcher(word).matches();
            postcode |= word.length() >= 4 && POSTCODE.matcher(word).matches() && !isYear(word);
        }
        int commas = (int) line.chars().filter(c -> c == ',').count();
        String last = line.substring(Math.max(line.lastIndexOf(','), line.lastIndexOf(" - ") + 1) + 1);
        boolean country = last.length() < line.length() && isCountry(last.replaceFirst("^[-\\s]+", ""));
        boolean digits = house || postcode;
        return (street && digits ? 4 : street && commas > 0 ? 2 : 0) + (postcode && commas > 0 ? 3 : postcode ? 1 : 0)
                + (areas > 1 && digits ? 3 : areas > 0 ? 2 : 0)
                + (country ? digits || areas > 0 || commas > 1 ? 4 : 2 : 0)
                + Math.min(commas, 2) + (FIRST.matcher(line).matches() && commas + areas > 0 ? 3 : 0);
    }
}
