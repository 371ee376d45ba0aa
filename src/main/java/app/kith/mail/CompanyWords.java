package app.kith.mail;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that make a line the name of a company, and how a mail domain tells it. */
final class CompanyWords {
    private static final Pattern DASH = Pattern.compile("\\s[-–—|/~]\\s");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?i).{2,}[\\s,.](?:inc|incorporated|ltd|limited|llc|llp|lp|corp|corporation|co|company|plc|gmbh|ag|kg|ohg|gbr|e\\.?k|ug|se|sa|sas"
                    + "|sarl|s\\.a\\.r\\.l|s\\.a\\.s|sa/nv|nv/sa|sa-nv|bv/srl|srl/bv|s\\.a|s\\.l|s\\.l\\.u|sl|s\\.r\\.l|srl|s\\.p\\.a|spa|ltda|lda|bv|b\\.v|nv|n\\.v|ab|oy|oyj|as|a/s|aps|asa|sp\\.? ?z ?o\\.? ?o|sp\\. z o\\.o\\. sp\\. k|s\\.?a\\.? de c\\.?v|s\\.? ?de r\\.?l\\.?(?: de c\\.?v)?|s\\.?a\\.?p\\.?i\\.? de c\\.?v|s\\.l\\.u|s\\.c|s\\.n\\.c|snc|p\\.c|c\\.a|a\\.?c|e\\.u|e\\.v|s\\.? ?coop|soc\\.? coop|co-?op|\\(?regd\\.?\\)?|s\\.?a\\.?c|e\\.?i\\.?r\\.?l|s\\.?p\\.?a|sasu|eurl|scop|sci|vof|v\\.o\\.f|cvba|bvba|eg|kgaa|mbh|ges\\.? ?m\\.?b\\.?h|og|ehf|hf|tbk|dmcc|fze|fzco|fz-llc|w\\.?l\\.?l|s\\.a\\.e|ojsc|pjsc|cjsc|eood|ood|bt|nyrt|g\\.k|y\\.k|gk|p/l|cc|eireli|s/a|l\\.l\\.c|j\\.d\\.o\\.o|sp\\.? ?[kj]|spol\\. s ?r\\.o|v\\.o\\.s|k\\.s|(?:tic\\.? )?ltd\\.? ?[şŞsS]ti|a\\.?[şŞ]|ltd\\.? co|llc\\.?|\\(pvt\\.?\\) ltd|\\(p\\) ltd|pc|p\\.a|esq|onlus|r\\.l|s\\.s|s\\.c\\.a|s\\.c\\.p|i\\.k\\.e|o\\.e|e\\.p\\.e|jsc|sal|s\\.a\\.l|oü|uab|sia|d\\.d|a\\.s|firm|bhd|pt|p\\.l\\.l\\.c|pllc|pty"
                    + "|s\\.r\\.o|kft|zrt|d\\.o\\.o|pty\\.? ltd|pte\\.? ltd|pvt\\.? ltd|sdn\\.? bhd|k\\.k|kk|est\\.|group|holding|holdings|ooo|gmbh & co\\.? kg|co\\.?,? ?(?:ltd|limited))\\.?(?:\\s?\\([^)]{1,14}\\))?");
    private static final Pattern FORM_FIRST = Pattern
            .compile(
                    "(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|PT\\.?|CV\\.?|UD\\.?|TD|Công ty|Cty|CÔNG TY|UAB|SIA|Ditta|Firma|Fa\\.|Ets\\.?|Établissements|Sté|Société|Mairie d[eu]|Ayuntamiento de|Comune di|Gemeinde|Landratsamt|Finanzamt)\\s[\\p{Lu}«\"“][^,]{1,60}|(?:شركة|مؤسسة|مجموعة|บริษัท|ห้างหุ้นส่วน|חברת).{2,60}|\\p{Lu}.{2,40}\\s&\\s(?:Associ\\p{L}{2,4}|Asociad[oa]s|Partners?|Partner|Sons|Söhne|Hijos|Figli|Fils|Zonen|Zoon|Co\\.?(?:\\s[A-Z]{2})?)|\\p{Lu}.{2,40}\\s(?:Hnos|Gebr|Frères|Fratelli)\\.?");
    private static final Pattern HAN = Pattern.compile(
            "(?!(?:股份)?有限(?:责任)?公司).{2,}(?:公司|集团|集團|株式会社|有限会社|工厂|事务所|事務所|研究院|研究所|大学|大學|医院|附属\\p{IsHan}{1,6}医院|学院|學院|小学|中学|学校|幼儿园|幼兒園|翻译社|杂志社|出版社|旅行社|报社|合作社|药材行|茶庄|茶莊|酒店|饭店|宾馆|商城|超市|门诊|分行|支行|分公司|商务厅|管理局|委员会|协会|協會|经营部|门市部|批发部|经销部|商店|专卖|药房|药店|诊所|书店|花店|餐厅|茶楼|会所|农场|农庄|牧场|渔场|养殖场|果园|酒庄|酒厂|影院|剧院|博物馆|图书馆|美术馆|电视台|电台|广播台|日报社?|晚报社?|设计院|规划院|勘察院|检测站|供应站|加工厂|经销处|便利店|物流园|科技馆|体育馆|健身|俱乐部|传媒|咨询|珠宝行|木业|泵业|化工|机电|实业|学会|基金会|旗舰店|专卖店|专营店|工坊|茶坊|作坊|彩印|印刷厂|银行|銀行|商行|工作室|琴行|(?<![企計计])画室|畫室|书院|書院|校区|校區|会馆|會館|民宿|客栈|客棧|少儿编程|培训班|\\p{IsHan}·\\p{IsHan}{2,4}[轩軒阁閣斋齋堂坊居记記]|中心|商社|制造厂|厂|海关|税务局|公安局|教育局|法院|检察院|政府|街道办|[署厅]|协进会|公会|总会|商会|球会|\\p{IsHan}{2}局|律师行|福利会|工会|联合会|联谊会|同乡会|校友会|研究会|促进会|青年会|划艇会|游艇会|(?:教会|[材金电器车米茶布表錶钟鐘镜鏡洋鞋酒纸紙果饰飾药藥]行)(?=$|[(（ ])|乐团|交响乐团|剧团|话剧院|歌剧院|工房|製作所|工業所|工務店|製菓|酒造|醸造所?|水産|農園|茶園|産業|商会|製薬|書房|旅館|食堂|本舗|電機|鉄工所|木工所|窯業|協同組合|美術館|病院|役所|役場|郵便局|図書館|水族館|動物園|植物園|保育園|こども園|饭庄|酒家|酒楼|茶餐厅|牙医|旅馆|贸易行|企业社|企業社)(?:[(（].{1,12}[)）])?(?:\\p{IsHan}{0,8}|\\s+[A-Za-z ,.&]+|\\s+(?:FM|AM) ?\\d{2,4}(?:\\.\\d)?)|(?:株式会社|有限会社|合同会社|合資会社|㈱|(?:(?:一般|公益)?(?:社団|財団)|学校|医療|宗教|社会福祉|非営利活動|NPO|独立行政|国立大学)法人).{2,}|(?:주식회사).*");
    private static final Pattern HAN_SURE = Pattern.compile(
            ".{2,}(?:公司|集团|集團|株式会社|有限会社|合作社|事务所|事務所|企业社|企業社)(?:[(（].{1,16}[)）])?(?:\\p{IsHan}{0,8}|\\s+[A-Za-z ,.&]+)|(?:株式会社|有限会社|合同会社|合資会社|㈱|(?:(?:一般|公益)?(?:社団|財団)|学校|医療|宗教|社会福祉|非営利活動|NPO|独立行政|国立大学)法人).{2,}|(?:주식회사).*");
    /** {@code 浙江路 5 号华东公司}: an address, unlike {@code 腾达电路有限公司}. */
    private static final Pattern HAN_STREET = Pattern
            .compile("[路街巷道](?:\\p{IsHan}{0,3}段)?\\s?[\\d一二三四五六七八九十]+\\s?[号號弄]|(?<![电线回道公铁陆网水油气])路(?!.*公司)");
    /** Below the name of the company. */
    private static final Pattern PART = Pattern
            .compile(
                    "\\p{IsHan}{2,8}(?:研究所|研究院|学院|中心|营销公司|销售公司|分公司|办事处|分局|支局|分院|分所|分会|分校|分店|营业部)|(?!.*[省市区州])\\p{IsHan}{2,6}厅");
    /** {@code School of Physical Sciences}, below or above the university. */
    private static final Pattern LATIN_PART = Pattern.compile(
            "(?i)(?:school|faculty|college|department|division|institute|institut|fakultät|seminar|institutionen|faculteit|instituto|istituto|wydział|fakulta|ústav|centre|center|centro|dipartimento|núcleo|facultad|faculté|facoltà|fakultät|escuela|école) (?:of|for|de|für|för|voor|di|do|da) (?!.*university).{3,50}");
    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{4,10}(?:[(（][^()（）]{1,12}[)）])?");
    /** Words with capitals, small ones of at most three letters between them; not a motto. */
    private static final Pattern CAPITALS = Pattern
            .compile("[\\p{Lu}][\\p{L}.'’-]*(?: (?:&|[\\p{Ll}]{1,3}|\\p{Lu}[\\p{L}.'’-]*)){0,5}");
    private static final int FEWEST_LETTERS = 4;
    private static final int LONG_BEGINNING = 9;
    static final int SURE = 3;
    static final int USUAL = 2;
    private static final Set<String> FIELDS = Set.of("university", "universität", "université", "institute", "institut",
            "bank", "hospital", "industries", "technologies", "solutions", "systems", "international", "partners",
            "associates", "consulting", "logistics", "electronics", "engineering", "trading", "enterprises", "labs",
            "laboratories", "foundation", "manufacturing", "college", "school", "studio", "studios", "agency", "works",
            "consultancy", "traders", "builders", "ventures", "media", "pharma", "foods", "motors", "cosmetics",
            "furniture", "packaging", "plastics", "chemicals", "metals", "fabrics", "machinery", "equipment",
            "instruments", "fasteners", "optics", "robotics", "robotik", "maschinenbau", "metallbau", "technik",
            "werke", "verlag", "nursery", "bakery", "brewery", "winery", "press", "gallery", "museum", "academy",
            "factory", "foundry", "shipyard", "crafts", "forgings", "castings", "belting", "workshop", "sawmill",
            "akademie", "ministry", "council", "chamber", "association", "verein", "federation", "society", "union",
            "corporation", "company", "garments", "farms", "mills", "brothers", "sons", "jewels", "diamonds", "flowers",
            "bikes", "electric", "marine", "hydraulics", "timber", "roofing", "designs", "photography", "centre",
            "center", "hotel", "clinic", "services", "export", "exports", "imports", "supplies", "supply", "products",
            "tools", "textiles", "church", "theatre", "theater", "orchestra", "choir", "ballet", "inn", "ferries",
            "cooperative", "co-operative", "elevator", "club", "guild", "library", "archives", "solicitors",
            "attorneys", "barristers", "surveyors", "cleaning", "arms", "tavern", "brewing", "distillery", "distillers",
            "vineyards", "wines", "spirits", "cellars", "boatyard", "boatyards", "boats", "yachts", "sails", "cranes",
            "lifts", "elevators", "escalators", "scales", "pianos", "organs", "records", "radio", "broadcasting",
            "films", "pictures", "orchids", "seeds", "nurseries", "gardens", "landscapes", "landscaping", "orchards",
            "estates", "ranch", "stables", "kennels", "zoo", "aquarium", "airlines", "airways", "aviation", "railways",
            "shipping", "lines", "carriers", "haulage", "freight", "cargo", "transport", "towing", "coaches", "cabs",
            "taxis", "travels", "tours", "holidays", "resort", "lodge", "guesthouse", "cottages", "caterers",
            "catering", "bistro", "brasserie", "pizzeria", "deli", "bakers", "butchers", "confectionery", "chocolates",
            "tearooms", "coffee", "teas", "dairy", "creamery", "cheeses", "fisheries", "seafoods", "provisions",
            "grocers", "carpets", "rugs", "tiles", "ceramics", "pottery", "glassworks", "glass", "granite", "marble",
            "quarries", "bricks", "cement", "concrete", "paints", "coatings", "polymers", "rubber", "leather",
            "tannery", "hides", "shoes", "footwear", "apparel", "knitwear", "tweeds", "silks", "yarns", "looms",
            "tailors", "jewellers", "jewelers", "watches", "clocks", "opticians", "dental", "pharmacy", "chemists",
            "laboratory", "diagnostics", "imaging", "veterinary", "vets", "physiotherapy", "osteopathy", "accountants",
            "auditors", "architects", "actuaries", "insurers", "insurance", "brokers", "advisers", "advisors", "realty",
            "properties", "lettings", "removals", "storage", "joinery", "carpentry", "cabinets", "upholstery",
            "interiors", "kitchens", "windows", "doors", "gates", "fencing", "scaffolding", "plumbing", "heating",
            "solar", "batteries", "lighting", "lamps", "cables", "pumps", "valves", "bearings", "gears", "springs",
            "screws", "welding", "steelworks", "ironworks", "printers", "printing", "publishing", "publishers", "books",
            "bookshop", "stationers", "signs", "framers", "toys", "games", "cycles", "sports", "outfitters", "balloons",
            "ballooning", "museums", "cathedral", "monastery", "abbey", "parish", "congregation", "ministries",
            "charity", "trust", "cooperativa", "театр", "музей", "школа", "библиотека", "филармония", "больница",
            "университет", "институт", "завод", "оркестр", "колледж", "pediatrics", "forening", "klubb", "klub");

    /** Words that name an institution wherever they stand. */
    private static final Set<String> INSTITUTIONS = Set.of("university", "universität", "université", "universidad",
            "università", "universiteit", "hochschule", "fachhochschule", "college", "school", "schule", "hospital",
            "krankenhaus", "klinikum", "hôpital", "institute", "institut", "instituto", "istituto", "academy", "museum",
            "council", "ministry", "ministerium", "kammer", "chamber", "gemeinde", "stadtwerke", "sparkasse", "bank",
            "foundation", "stiftung", "association", "verband", "federation");
    /** Institutions whose name is the word and a place: {@code Universität Moorhausen}. */
    private static final Set<String> HOUSES = Set.of("universität", "université", "universidad", "università",
            "universiteit", "universidade", "hochschule", "klinikum", "krankenhaus", "hôpital", "stadtwerke",
            "sparkasse", "volksbank", "ministerium", "drukkerij", "bakkerij", "brouwerij", "slagerij", "boekhandel",
            "druckerei",
            "bäckerei", "metzgerei", "gärtnerei", "schreinerei", "tischlerei", "gasthof", "gasthaus", "imprimerie",
            "boulangerie", "librairie", "garage", "tribunal", "tribunale", "théâtre", "teatro", "theater");
    /** {@code Bezirksgericht Aigenbach}: the ends of such words. */
    private static final String[] HOUSE_ENDS = {"gericht", "museum", "theater", "bibliothek", "archiv", "gymnasium",
            "verket", "verwaltung", "sjukhuset",
            "museet", "biblioteket", "skolan", "skolen"};
    /** Ends of words for societies, in the north and in Germany: {@code Ærø Færgeforening}. */
    private static final String[] SOCIETY_ENDS = {"forening", "förening", "verein", "verband", "genossenschaft",
            "vereniging", "selskab", "kirche", "kerk", "sjukhus", "sjukhuset", "sykehus", "sykehuset", "sygehus",
            "sygehuset", "bibliotek", "biblioteket", "museet", "skolan", "skolen", "gymnasiet", "kyrkan", "kirken",
            "teatern", "teatret", "kommun", "kommune", "kommunen", "bolaget", "verket", "universitet", "universitetet",
            "bryggeri", "mejeri", "värft", "værft", "varvet", "krankenhaus", "brauerei", "käserei", "molkerei",
            "gärtnerei", "buchhandlung", "apotheke", "hallerne", "hallen"};
    private static final int SHORTEST_END = 3;
    /** Before the word court: else it is one of a street. */
    private static final Set<String> COURTS = Set.of("district", "county", "supreme", "high", "circuit", "superior",
            "municipal", "magistrates'", "magistrates’", "magistrates", "crown", "family", "appeal", "appeals",
            "federal", "probate", "tax", "labour", "labor", "justice");
    private static final Set<String> DEPARTMENTS = Set.of("team", "department", "dept", "dept.", "section", "division",
            "unit", "desk", "office");

    /** The letters from а to я as domains write them. */
    private static final String[] CYRILLIC = {"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n",
            "o",
            "p", "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"};

    private CompanyWords() {}

    /** {@return whether a line is the name of a company, by its legal form, its kind or the author's mail domain} */
    static boolean isCompany(String line, @Nullable Mailbox author) {
        return strength(line, author) > 0;
    }

    /**
     * Tells how surely a line is the name of a company.
     *
     * @param line the line
     * @param author whose mail domain may tell it; null where nobody knows
     * @return {@link #SURE} by the legal form or the mail domain, {@link #USUAL} by words that names of companies have, 1 by words
     *     that parts of companies have too, 0 where nothing tells
     */
    static int strength(String line, @Nullable Mailbox author) {
        if (line.isEmpty() || line.length() > 90) {
            return 0;
        }
        if (KoreanWords.has(line)) {
            return KoreanWords.company(line);
        }
        if (SignatureWords.hasHan(line)) {
            String simple = HanForms.simplified(withoutKana(line));
            return HAN_STREET.matcher(line).find()
                    ? 0
                    : HAN_SURE.matcher(line).matches() || HAN_SURE.matcher(simple).matches() || isDomain(line, author)
                            ? SURE
                            : !HouseWords.isHan(simple) && !HAN.matcher(simple).matches()
                                    && !HAN.matcher(line).matches()
                                            ? 0
                                            : isPart(line) ? 1 : USUAL;
        }
        if (Character.isDigit(line.charAt(0)) && line.chars().filter(Character::isLetter).count() <= FEWEST_LETTERS) {
            // 138, 151, 149 kg
            return 0;
        }
        if (line.endsWith("snc") && HouseWords.isStreet(line)) {
            // C.da Nubia snc: without a number
            return 0;
        }
        return LegalForms.has(line) || LEGAL_FORM.matcher(line).matches() || FORM_FIRST.matcher(line).matches()
                || isOfFamily(line) || isDomain(line, author)
                        ? SURE
                        : LATIN_PART.matcher(line).matches() ? 1 : isKind(line) ? USUAL : 0;
    }

    /** {@code 阿波藍工房たかはし}: behind the kind of the house stands whose it is. */
    private static String withoutKana(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) >= 0x3040 && line.charAt(end - 1) < 0x3100) {
            end--;
        }
        return end < line.length() - 1 && end > 3 ? line.substring(0, end) : line;
    }

    /** {@return whether a line can be a part of a company that is named elsewhere: {@code 冶金设备研究所}} */
    static boolean isPart(String line) {
        return LATIN_PART.matcher(line).matches() || PART.matcher(HanForms.simplified(line)).matches();
    }

    private static boolean isKind(String line) {
        String[] words = line.toLowerCase(Locale.ROOT).split("[\\s,]+", -1);
        if (words.length > 2 && words.length <= 8 && Character.isUpperCase(line.charAt(0)) && line.indexOf(',') < 0
                && !TitleWords.isTitle(line) && Arrays.stream(words).anyMatch(INSTITUTIONS::contains)) {
            return true;
        }
        if (HouseWords.begins(line) || HouseWords.isOwned(words, line)) {
            return true;
        }
        if (words.length == 2 && (HOUSES.contains(words[0]) || endsWith(words[0], HOUSE_ENDS))
                && Character.isUpperCase(line.charAt(words[0].length() + 1))) {
            return true;
        }
        boolean capitals = Character.isUpperCase(line.charAt(0)) && words.length >= 2 && words.length <= 7;
        boolean listed = line.indexOf(", ") > 0 && line.indexOf('&') < 0 && !line.contains(" and ");
        return capitals && !listed && !TitleWords.isTitle(line)
                && (isLastOfHouse(words) || HouseWords.isLast(words) || FIELDS.contains(words[words.length - 1])
                        || FIELDS.contains(words[0]) && words.length > 2);
    }

    /** {@code Abernethy & Son Memorial Masons}, {@code Beutin & Frühauf, Notare} */
    private static boolean isOfFamily(String line) {
        int space = line.indexOf(' ');
        return space > 0 && Character.isUpperCase(line.charAt(0)) && line.indexOf(' ', space + 1) > 0
                && HouseWords.mayJoin(line) && !HouseWords.isMore(line)
                && HouseWords.isOfFamily(line.toLowerCase(Locale.ROOT).split("[\\s,]+", -1))
                && !TitleWords.isTitle(line.substring(0, space)) && ".!?".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private static boolean isLastOfHouse(String[] words) {
        String last = words[words.length - 1];
        return endsWith(last, SOCIETY_ENDS) || last.equals("court") && COURTS.contains(words[words.length - 2]);
    }

    private static boolean endsWith(String word, String[] ends) {
        for (String end : ends) {
            if (word.length() >= end.length() + SHORTEST_END && word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Nordwind Pumps} writes from nordwind-pumps.example: the letters of the line are the domain's, or begin with them. */
    private static boolean isDomain(String line, @Nullable Mailbox author) {
        if (author != null && Organisation.isNamed(line, author) && !DepartmentWords.isNamed(line)
                && !TitleWords.isTitle(line) && !DepartmentWords.is(author.name())) {
            return true;
        }
        if (author == null || line.indexOf(", ") > 0 || line.indexOf(' ') > 0 && DASH.matcher(line).find()
                || line.split("\\s+", -1).length > 6) {
            return false;
        }
        String address = author.address().toLowerCase(Locale.ROOT);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        String name = letters(line);
        String umlauts = umlautsSpelled(line);
        String spelled = umlauts.equals(line) ? name : letters(umlauts);
        for (String label : domain.split("\\.", -1)) {
            String stem = letters(label);
            if (isAlmost(name, stem) && Character.isUpperCase(line.charAt(0)) || isOfItsWords(line, label)
                    || !spelled.equals(name) && isOfItsWords(umlauts, label)) {
                return true;
            }
            if (stem.length() >= 4 && !isCommon(stem)
                    && (name.equals(stem) || spelled.equals(stem)
                            || name.startsWith(stem) && name.length() <= stem.length() + 14
                            || name.replace("and", "").equals(stem.replace("and", "")))) {
                return Character.isUpperCase(line.charAt(0)) || Character.isDigit(line.charAt(0)) || name.equals(stem);
            }
        }
        return false;
    }

    /** {@code Wollschläger} writes from wollschlaeger.example. */
    private static String umlautsSpelled(String line) {
        return isAscii(line)
                ? line
                : line.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ø", "oe").replace("å", "aa")
                        .replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue").replace("Ø", "Oe");
    }

    /** {@code Iron Range Belting} writes from ironrange-belts.example. */
    private static boolean isAlmost(String name, String stem) {
        int same = 0;
        while (same < name.length() && same < stem.length() && name.charAt(same) == stem.charAt(same)) {
            same++;
        }
        return same >= LONG_BEGINNING && same * 4 >= Math.max(name.length(), stem.length()) * 3;
    }

    /** {@code CHANTIER NAVAL KERBRAT} writes from chantier-kerbrat.example. */
    private static boolean isOfItsWords(String line, String label) {
        String[] parts = label.split("-", -1);
        List<String> words = Arrays.stream(line.split("\\s+", -1)).map(CompanyWords::letters).toList();
        return parts.length > 1 && words.size() >= parts.length && Character.isUpperCase(line.charAt(0))
                && Arrays.stream(parts).allMatch(words::contains)
                && Arrays.stream(parts).anyMatch(part -> part.length() >= 4 && !isCommon(part));
    }

    private static boolean isCommon(String stem) {
        return Set.of("mail", "gmail", "outlook", "hotmail", "yahoo", "foxmail", "icloud", "sina", "example", "webmail",
                "test", "info", "sales").contains(stem);
    }

    private static boolean isAscii(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String letters(String words) {
        StringBuilder out = new StringBuilder();
        String lower = words.toLowerCase(Locale.ROOT);
        String plain = isAscii(lower)
                ? lower
                : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
                continue;
            }
            int cyrillic = c >= 'а' && c <= 'я' ? c - 'а' : -1;
            if (cyrillic >= 0) {
                out.append(CYRILLIC[cyrillic]);
                continue;
            }
            String same = c == '&'
                    ? "and"
                    : c == 'ß'
                            ? "ss"
                            : c == 'ø'
                                    ? "o"
                                    : c == 'ł'
                                            ? "l"
                                            : c == 'ı'
                                                    ? "i"
                                                    : c == 'æ' ? "ae" : Character.isLetter(c) ? String.valueOf(c) : "";
            out.append(same);
        }
        return out.toString();
    }

    /** {@return whether a line at the place of a company can be one: capitalised words without digits or signs} */
    static boolean mayBe(String line) {
        String last = line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (SignatureWords.hasHan(line)) {
            return HAN_NAME.matcher(line).matches();
        }
        boolean start = Character.isUpperCase(line.charAt(0)) && !DEPARTMENTS.contains(last)
                && CAPITALS.matcher(line).matches();
        return start
                && line.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '&' || c == '-' || c == '.'
                        || c == '\'' || c == '’');
    }
}
