package app.kith.mail;

import java.util.regex.Pattern;

/** How a postal address looks. */
final class PostalWords {
    private static final Pattern HAN = Pattern.compile(
            "〒\\s?\\d{3}-\\d{4}.{4,60}|(?:\\d{3}-\\d{4} )?\\p{IsHan}{1,3}[県都府道]\\p{IsHan}{1,8}[市区町村郡][^\\d。]{0,24}\\d{1,4}(?:[-－‐−]\\d{1,4}){0,2}(?:[ 　].{1,30})?|(?=.{6,90}$)(?=.*(?:[路街道巷弄]|大道|园|区|區|村|镇|鎮|大厦|大廈|广场|廣場|中心|楼|樓))(?=.*(?:\\d+\\s?[号號楼樓层層室栋棟座弄期丁F-]|[一二三四五六七八九十]+[号楼层]|[省市縣县区區都府].{1,30}[路街道巷镇鎮村園园區区号號]))"
                    + ".*(?:[\\p{IsHan}].*){6,}");
    /** {@code 广晟中心 41 楼} */
    private static final Pattern HAN_HOUSE = Pattern.compile(
            "\\p{IsHan}{2,14}(?:大厦|大廈|广场|廣場|中心|大楼|大樓|园区|園區|国际|國際|写字楼|商务楼|花园|花園|城|苑|院|工业园|科技园|产业园|孵化器|邮政局|郵政局|邮局|郵局|信箱)[\\p{IsHan}A-Za-z ]{0,8}\\d{1,4}\\s?(?:楼|樓|层|層|室|号|號|座|栋|棟|幢|单元|F).{0,24}");
    private static final Pattern STREET = Pattern.compile(
            "(?iu)(?:.*\\bcep:?\\s\\d{5}-?\\d{3}.*|p(?:rivate |/|\\. ?)bag\\s.{0,3}\\d.*|(?:plot|survey|shop|lot|office|flat|house|block|blk|suite|ste\\.?|unit|km|warehouse|door|villa|gala)\\.?\\s?(?:no\\.?\\s?)?[a-z]{0,3}[ -]?\\d.*|box\\s\\d{1,5},.*|(?:ctra\\.?|crta\\.?|carretera|p\\.i\\.|pol\\. ind\\.|z\\.?i\\.?|z\\.a\\.)\\s.{4,}\\d.*|(?:g\\.?\\s?)?p\\.?\\s?o\\.?\\s?box(?:\\s?(?:no)?[.:]{0,2})?\\s(?:[a-z]{1,3}\\s?)?\\d.*|.*\\b(?:sos|șos|bd|bld|al|aleja|calea)\\.?\\s\\p{L}{3,}.{0,30}\\s\\d{1,4}\\b.*|postfach\\s\\d.*|.*\\d.*\\b(?:street|str|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|way|highway|hwy|court|ct|square|sq|place|pl|parkway|pkwy"
                    + "|suite|ste|floor|fl|building|bldg|plaza|tower|terrace|crescent|(?:industrial|trading|business|science|technology|retail) (?:park|zone|area|estate|centre|center)|room|rm|unit|district|p\\.?o\\.? box)\\b.*"
                    + "|.*\\b\\d+[a-z]?(?:[,\\s]+(?:bis|ter))?[,\\s]+(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|quai|impasse|route|via|calle|plaza|rua)\\b.*"
                    + "|.*\\b(?:rue|via|viale|calle|avenida|av(?:da)?\\.?|rua|plaza|piazza|corso|ul\\.|ulica|str\\.|strada|bulevardul|jalan|jln\\.?|jl\\.|lorong)\\s.{2,40}\\d.*"
                    + "|.*(?:straße|strasse|str\\.|kanal|markt|graben|berg|chaussee|weg|platz|allee|gasse|ring|damm|ufer|dijk|kade|plein|straat|laan|vägen|gatan|gade|vej)\\s\\d{1,4}(?:\\s?[-–/]\\s?\\d{1,4})?\\s?[a-z]?\\b.*)");
    private static final Pattern TOWN = Pattern.compile(
            "(?u)(?:[A-Z]{1,2}[- ])?(?:\\d{4,5}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2})\\s+\\p{Lu}[\\p{L} .'-]{2,30}(?:\\([A-Z]{2}\\))?(?:\\s?[-–,]\\s*\\p{L}[\\p{L} ]+)?|.*\\b[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|.*,.*\\p{Ll}[ –-]{1,3}\\d{3} ?\\d{3}(?:,.*|\\.)?|\\p{Lu}[\\p{L} .-]+,\\s*[A-Z]{2},?\\s+\\d{5}(?:-\\d{4})?(?:,.*)?"
                    + "|\\p{Lu}[\\p{L} .'-]+\\s\\d{1,5}(?:/\\d{1,4})?\\s?[a-zA-Z]?,\\s*(?:[A-Z]{1,3}-)?\\d{2,3}[ -]?\\d{2,3}\\s+\\p{Lu}[\\p{L} ]+\\d{0,2}(?:,.*)?"
                    + "|.*\\d.*,\\s*[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?(?:,.*)?|\\p{Lu}[\\p{L} .,'-]+[, ]\\s?[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}(?:,.*)?"
                    + "|.*\\b\\p{L}+-(?:ku|shi|gun|cho|machi)\\b.*\\d{3}-\\d{4}.*"
                    + "|\\p{Lu}[\\p{L} -]+\\s[A-Z]{1,2}\\d[\\dA-Z]?\\s\\d[A-Z]{2}(?:,.*)?");

    private PostalWords() {}

    /** {@return whether a line is a postal address or a line of one} */
    static boolean isAddress(String line) {
        if (line.length() > 130 || line.indexOf('@') >= 0) {
            return false;
        }
        if (line.startsWith("〒")) {
            return true;
        }
        if (KoreanWords.has(line)) {
            return KoreanWords.isAddress(line);
        }
        if (SignatureWords.hasHan(line)) {
            return HAN.matcher(line).matches() || HAN_HOUSE.matcher(line).matches();
        }
        boolean digits = line.chars().anyMatch(Character::isDigit);
        if (!digits && line.indexOf(',') < 0) {
            return false;
        }
        if (line.indexOf(',') > 0 && CyrillicPlaces.isAddress(line)) {
            return true;
        }
        return line.indexOf("://") < 0
                && (digits && (STREET.matcher(line).matches() || TOWN.matcher(line).matches())
                        || PlaceWords.isPlace(line));
    }
}
