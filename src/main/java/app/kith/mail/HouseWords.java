package app.kith.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words for houses, shops and societies without a legal form: those that stand before the name in languages that put the kind first,
 * with the country where only one writes so, and those that end a name.
 */
final class HouseWords {
    private static final int MOST_WORDS = 9;
    private static final int LONGEST = 70;
    private static final int SHORTEST_HAN = 4;
    private static final int LONGEST_HAN = 24;
    private static final int LONGEST_JOIN = 3;
    private static final Map<String, String> FIRST = new HashMap<>();

    static {
        put("", "autohaus tischlerei zimmerei dachdeckerei malerbetrieb ingenieurbüro planungsbüro architekturbüro"
                + " übersetzungsbüro reisebüro steuerkanzlei rechtsanwaltskanzlei kanzlei notariat praxis zahnarztpraxis"
                + " tierarztpraxis hausarztpraxis physiotherapie musikschule tanzschule volkshochschule grundschule"
                + " realschule gesamtschule berufsschule kindergarten weingut brauerei molkerei käserei kellerei mühle"
                + " spedition reiterhof bauernhof biohof gutshof hofladen buchhandlung buchbinderei apotheke konditorei"
                + " rösterei kaffeerösterei fleischerei schlosserei spenglerei glaserei sattlerei töpferei schneiderei"
                + " goldschmiede schmiede orgelbau geigenbau klavierbau bootswerft werft fahrschule flugschule segelschule"
                + " skischule reitschule campingplatz pension jugendherberge seniorenheim pflegedienst bestattungen"
                + " bestattungshaus reifen getränke elektro sanitär gartenbau forstbetrieb fischzucht imkerei baumschule"
                + " landgasthof berggasthof bergbahnen seilbahn luftseilbahn reederei hafenbetrieb stadtbibliothek"
                + " stadtarchiv landesarchiv heimatverein sportverein musikverein feuerwehr kirchengemeinde pfarramt");
        put("", "société compagnie syndicat fédération association coopérative chambre caisse régie école lycée collège musée"
                + " archives bibliothèque médiathèque opéra clinique cabinet étude agence domaine château ferme maison"
                + " ateliers auberge brasserie pâtisserie fromagerie chocolaterie fonderie scierie menuiserie ébénisterie"
                + " charpente verrerie poterie tannerie filature papeterie reliure ganterie chapellerie maroquinerie"
                + " quincaillerie carrosserie transports pompes assurances conservatoire orchestre chorale paroisse diocèse"
                + " abbaye camping gîte pépinières pépinière vignobles cave caves laiterie moulin minoterie chantier"
                + " chantiers autocars taxis ambulances établissements papeteries cimenterie carrières bijouterie"
                + " horlogerie lutherie imprimeries éditions editions centre");
        put("", "sociedad compañía asociación cooperativa federación cámara archivo biblioteca museo instituto colegio clínica"
                + " hospital bodegas bodega talleres taller ferretería panadería pastelería librería papelería farmacia"
                + " viveros granja hacienda finca imprenta estudio fundación confederación sindicato autoescuela academia"
                + " peluquería carpintería herrería cerámica cerámicas muebles conservas frigoríficos transportes aceites"
                + " quesería almazara hostería posada parador balneario funeraria gestoría inmobiliaria laboratorios"
                + " distribuidora comercializadora constructora exportadora importadora editorial mieles arquivo"
                + " associação fundação museu escola quinta herdade padaria livraria farmácia oficina sociedade companhia"
                + " vinhos adega marcenaria serralharia gráfica pousada hotelaria funerária conservatório confraria"
                + " irmandade misericórdia junta associazione fondazione cooperativa consorzio archivio istituto liceo"
                + " scuola circolo libreria pasticceria panificio officina officine falegnameria azienda cantina tenuta"
                + " fattoria ferramenta autofficina tipografia litografia vetreria pelletteria oleificio caseificio"
                + " salumificio lanificio maglificio calzaturificio carpenteria cartiera conceria acetaia agriturismo"
                + " masseria autotrasporti onoranze parrocchia marmi ceramiche mobilificio birrificio torrefazione"
                + " orologeria oreficeria gelateria trattoria osteria pizzeria locanda compagnia conservatorio");
        put("NL", "slotenmakerij kwekerij aannemersbedrijf autobedrijf installatiebedrijf rijschool tandartspraktijk"
                + " huisartsenpraktijk notariskantoor advocatenkantoor scheepswerf jachthaven timmerfabriek meubelmakerij"
                + " zeilmakerij uitgeverij kaasmakerij steenhouwerij touwslagerij schildersbedrijf loodgietersbedrijf"
                + " transportbedrijf uitvaartzorg uitvaartonderneming dierenkliniek dierenartspraktijk fietsenwinkel"
                + " bloemisterij");
        put("PL",
                "pasieka piekarnia cukiernia drukarnia hurtownia gospodarstwo przedsiębiorstwo spółdzielnia kancelaria"
                        + " szkoła muzeum teatr biblioteka warsztat apteka księgarnia fundacja stowarzyszenie tartak stolarnia"
                        + " browar winnica mleczarnia młyn szkółka stadnina kopalnia huta odlewnia garbarnia introligatornia urząd szkutnia kuźnia serowarnia garncarnia"
                        + " pracownia wydawnictwo przychodnia gabinet starostwo nadleśnictwo parafia przedszkole uniwersytet"
                        + " politechnika filharmonia archiwum");
        put("CZ", "pekárna tiskárna továrna vinařství pivovar nakladatelství autoservis truhlářství zámečnictví divadlo"
                + " knihovna zahradnictví lékárna knihkupectví mlékárna sklárna včelařství řeznictví kamenictví"
                + " autoškola základní mateřská gymnázium fakultní městský obecní");
        put("ID", "koperasi yayasan toko bengkel klinik apotek dinas kementerian perum perkebunan universitas sekolah"
                + " rumah usaha");
        put("VN", "xưởng trường hợp cơ cửa nhà tập bệnh");
        put("", "teatro câmara prefeitura zoológico observatorio osservatorio planetario acuario acquario port puerto porto"
                + " capitainerie capitanía capitania mairie commune communauté diputación mancomunidad provincia");
    }

    /** Words between the kind of a house and its name. */
    private static final Set<String> LINKS = Set.of("am", "an", "im", "in", "zum", "zur", "zu", "der", "die", "das",
            "de", "des", "du", "da", "do", "dos", "del", "della", "dei", "delle", "di", "la", "le", "les", "el",
            "los", "las", "van", "het", "ten", "ter", "w", "we", "na", "pod", "u", "v", "ve", "für", "pour", "para",
            "per", "y", "e", "et", "und", "&", "en", "sur", "aux", "au", "à", "a");
    /** Words that end the name of a house in English, beside those of {@link CompanyWords}. */
    private static final Set<String> LAST = new HashSet<>(List.of("shop", "store", "pub", "cafe", "café", "diner",
            "salon", "spa", "gym", "barbers", "masons", "locksmiths", "mapmakers", "makers", "movers", "haulers",
            "growers", "wholesalers", "distributors", "suppliers", "importers", "exporters", "forwarders", "merchants",
            "roasters", "roastery", "brewers", "dyers", "weavers", "spinners", "tanners", "coopers", "bookbinders",
            "bookbinding", "rentals", "hire", "ropeway", "observatory", "authority", "commission",
            "bureau", "board", "league", "alliance", "collective", "co-op", "coop", "charters", "adventures",
            "expeditions", "safaris", "divers", "kindergarten", "preschool", "playgroup", "hospice", "eyecare",
            "recycling", "salvage", "hardware", "lumber", "millwork", "glazing", "flooring", "masonry", "drilling",
            "excavating", "excavation", "demolition", "aggregates", "steel", "alloys", "foundries", "stampings",
            "moulds", "molds", "fabrication", "fabricators", "automation", "photonics", "semiconductors", "biotech",
            "therapeutics", "pharmaceuticals", "organics", "spices", "grains", "feeds", "fertilizers", "fertilisers",
            "hatchery", "apiaries", "apiary", "honey", "hives", "beverages", "cider", "dairies", "creameries", "gelato",
            "chocolate", "saddlery", "saddlers", "farriers", "forge", "smithy", "kites", "cutlery", "cutlers", "lures",
            "baits", "tackle", "guitars", "violins", "pens", "inks", "papers", "looms", "quilts", "candles", "soaps",
            "perfumes", "undertakers", "crematorium", "cemetery", "memorials", "monuments", "tombstones", "headstones",
            "conservancy", "trails", "outdoors", "rafting", "skydiving", "gliding", "archery", "fencers", "rowing",
            "sailing", "stud", "vintners", "winegrowers", "oysters", "mussels", "salmon", "shellfish", "pilots",
            "stevedores", "moorings", "marinas", "dredging", "towage", "chandlery", "chandlers", "driving", "tutors",
            "tuition", "languages", "childcare", "crèche", "creche", "scouts", "refuge", "sanctuary", "shelter",
            "rescue", "hounds", "terriers", "fabricating", "hydroponics", "greenhouses", "turf", "sod", "mulch",
            "exchange", "service", "clockworks", "timbers", "pallets", "crates", "drums", "boxes", "cartons", "labels",
            "tapes", "adhesives", "resins",
            "pigments", "dyes", "minerals", "salt", "sugar", "rice", "flour", "pasta", "noodles", "oils", "vinegars",
            "preserves", "pickles", "herbs", "botanicals", "homewares", "ironmongers", "upholsterers", "restorations",
            "restoration", "antiques", "auctions", "auctioneers", "pawnbrokers", "bullion", "gems", "gemstones",
            "translators", "interpreters", "surveys", "mapping", "geomatics", "drones", "aerials", "satellites",
            "telecom", "broadband", "hosting", "softworks", "arcade", "cinema", "cinemas", "productions", "filmworks",
            "entertainment", "artists", "management", "sjukhuset", "sjukhus", "sykehus", "sykehuset", "sygehus",
            "sygehuset", "kommun", "kommune", "kommunen", "museet", "biblioteket", "teatern", "teatret", "kyrkan",
            "kirke", "skole", "skola", "skolan", "universitet", "krankenhaus", "brauerei", "gymnasium"));
    /** What such a word may stand for: the position or the work of somebody. */
    private static final Set<String> LAST_OF_WORK = Set.of("management", "hire", "board", "driving", "artists",
            "mapping", "surveys", "automation", "restoration", "recycling", "commission", "fabrication", "drilling",
            "entertainment", "service");
    private static final Set<String> STREETS = Set.of("via", "viale", "c.da", "contrada", "loc.", "località", "strada",
            "piazza", "corso", "fraz.", "frazione", "vicolo");
    /** Words for parts of companies and for houses alike. */
    private static final Set<String> EITHER = Set.of("laboratoire", "zakład", "serwis", "gabinete", "лаборатория",
            "laboratorio", "centre", "serviço", "service");
    private static final Set<String> AND = Set.of("&", "and", "und", "et", "e", "y", "och", "og", "en", "+", "i", "a");
    /** Those with whom the founder shares his house: {@code Abernethy & Son Memorial Masons}. */
    private static final Set<String> FAMILY = Set.of("son", "sons", "daughter", "daughters", "bros", "bros.",
            "brothers",
            "brother", "sohn", "söhne", "tochter", "töchter", "fils", "fille", "filles", "frères", "figlio", "figli",
            "figlia", "f.lli", "fratelli", "hijo", "hijos", "hija", "hijas", "filho", "filhos", "zoon", "zonen", "zn.",
            "zn", "söner", "son.", "sønner", "sønn", "nephews", "cie", "cie.", "co-workers");
    /** Professions of partners behind a comma: {@code Beutin & Frühauf, Notare}. */
    private static final Set<String> PARTNERS = Set.of("notare", "rechtsanwälte", "steuerberater", "architekten",
            "ingenieure", "patentanwälte", "wirtschaftsprüfer", "avocats", "notaires", "architectes", "huissiers",
            "solicitors", "barristers", "attorneys", "architects", "accountants", "surveyors", "engineers", "abogados",
            "arquitectos", "notarios", "advogados", "arquitetos", "avvocati", "notai", "architetti", "commercialisti",
            "advokater", "arkitekter", "advocaten", "notarissen", "architecten", "lawyers", "consultants",
            "actuaries", "undertakers", "builders", "decorators", "plumbers", "electricians", "bookbinders");

    /** Ends of the names of Chinese houses, simplified, two or three characters. */
    private static final Set<String> HAN_ENDS = Set.of("驾校", "技校", "党校", "职校", "夜校", "公所", "收部", "公证处", "游乐园", "植物园",
            "采摘园",
            "山庄", "布庄", "绸庄", "农庄", "译社", "茶社", "画社", "书社", "讯社", "疗所", "招待所", "托儿所", "派出所", "加油站", "收购站", "回收站",
            "兽医站", "气象站", "乐团", "音乐厅", "养老院", "敬老院", "福利院", "疗养院", "美容院", "科学院", "画院", "中医院", "卫生院", "洗衣店",
            "理发店", "五金店", "水果店", "养殖场", "林场", "石场", "雪场", "猪场", "鸡场", "马场", "球场", "种植场", "繁育场", "屠宰场", "居委会",
            "村委会", "业委会", "管委会", "组委会", "筹委会", "驾驶学院", "游艺城", "家具城", "建材城", "灯具城", "影城", "书城", "鞋城", "农家乐",
            "度假村", "照相馆", "鲜花店", "杂货铺", "药铺", "书局", "印社", "染坊", "油坊", "磨坊", "酒坊", "焙坊", "包坊", "糕坊", "咖啡馆", "武馆",
            "道馆", "茶馆", "面馆", "档案馆", "殡仪馆", "纪念馆", "展览馆", "文化馆", "天文馆", "海洋馆", "水族馆", "游泳馆", "体育园区", "制茶所", "制纸所",
            "制本所", "造船所", "印刷所", "年画社", "舞团", "剧团",
            "合唱团", "马戏团", "艺术团", "棋院", "武校", "血站", "鲜花铺", "香铺", "粮库", "酒铺",
            "铁匠铺", "裁缝铺");
    /** Before the character of a trading house: then it is none, or it is known otherwise. */
    private static final String NO_TRADE = "同举进执发旅自步飞流运推航先实平通骑总分银横并夜游不可例";
    /** Before the character of a house that bears its founder's name: 鄭記鎖匙, but no 登記. */
    private static final String NO_FOUNDER = "登书笔日标速传游忘牢切铭注惦惟追手周期";
    private static final String[] OF_THE_STATE = {"国立", "省立", "市立", "县立", "私立"};

    private HouseWords() {}

    private static void put(String region, String words) {
        for (String word : words.split(" ", -1)) {
            FIRST.put(word, region);
        }
    }

    /** {@return whether a line begins with the kind of a house and goes on with its name} */
    static boolean begins(String line) {
        int space = line.indexOf(' ');
        if (space < 3 || line.length() > LONGEST || !Character.isUpperCase(line.charAt(0))
                || !FIRST.containsKey(line.substring(0, space).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String[] words = line.split(" ", -1);
        return words.length <= MOST_WORDS && ",:!?@".indexOf(line.charAt(line.length() - 1)) < 0
                && line.indexOf(", ") < 0 && line.indexOf('@') < 0 && !isMore(line) && isNamed(words)
                && !TitleWords.isPosition(words[words.length - 1].toLowerCase(Locale.ROOT));
    }

    /** {@return whether a line goes on behind a dash, a bracket or a divider} */
    static boolean isMore(String line) {
        return line.indexOf('(') > 0 || line.indexOf('|') > 0 || line.contains(" - ") || line.contains(" – ")
                || line.contains(" — ") || line.contains(" / ");
    }

    /** Whether a name follows: behind links, and one more word that says of what kind. */
    private static boolean isNamed(String[] words) {
        int other = 0;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.isEmpty()) {
                return false;
            }
            char first = word.charAt(0);
            char behind = word.charAt(word.length() - 1);
            boolean elided = word.length() > 2 && (word.charAt(1) == '\'' || word.charAt(1) == '’')
                    && Character.isUpperCase(word.charAt(2));
            if (Character.isUpperCase(first) || elided || "«\"“„".indexOf(first) >= 0 && behind != first) {
                return true;
            }
            if (!LINKS.contains(word) && ++other > 1 || !Character.isLetter(first) && first != '&') {
                return false;
            }
        }
        return false;
    }

    /** {@code Peverell's Clockworks} */
    static boolean isOwned(String[] words, String line) {
        return words.length > 1 && words.length < MOST_WORDS / 2 + 1 && words[0].length() > 4
                && (words[0].endsWith("'s") || words[0].endsWith("’s")) && line.length() > words[0].length() + 1
                && Character.isUpperCase(line.charAt(0)) && Character.isUpperCase(line.charAt(words[0].length() + 1))
                && ".!?".indexOf(line.charAt(line.length() - 1)) < 0 && line.indexOf(',') < 0
                && !TitleWords.isTitle(line);
    }

    /** {@return whether the first word of a line is one of streets, in Italian, where {@code snc} is no legal form} */
    static boolean isStreet(String line) {
        int space = line.indexOf(' ');
        return space > 2 && STREETS.contains(line.substring(0, space).toLowerCase(Locale.ROOT));
    }

    /** {@return whether the name of a part of a company may as well be that of a house: {@code Laboratoire de Référence du Kivu}} */
    static boolean mayBeHouse(String department) {
        int space = department.indexOf(' ');
        return space > 0 && department.indexOf(' ', space + 1) > 0
                && EITHER.contains(department.substring(0, space).toLowerCase(Locale.ROOT));
    }

    /** {@return the country in whose language alone a company is named so; null where none tells} */
    static @Nullable String region(String company) {
        int space = company.indexOf(' ');
        String region = space < 3 ? null : FIRST.get(company.substring(0, space).toLowerCase(Locale.ROOT));
        return region == null || region.isEmpty() ? null : region;
    }

    /** {@return whether words of a line, in small letters, end as houses do} */
    static boolean isLast(String[] words) {
        String last = words[words.length - 1];
        return LAST.contains(last) && (words.length > 2 || !LAST_OF_WORK.contains(last));
    }

    /** {@return whether a line has a sign or a word of at most three letters that joins others} */
    static boolean mayJoin(String line) {
        int from = line.indexOf(' ');
        while (from > 0) {
            int to = line.indexOf(' ', from + 1);
            if (to > from + 1 && to - from <= LONGEST_JOIN + 1
                    && AND.contains(line.substring(from + 1, to).toLowerCase(Locale.ROOT))) {
                return true;
            }
            from = to;
        }
        return false;
    }

    /** {@return whether words, in small letters, name a founder and his family, or partners and their profession} */
    static boolean isOfFamily(String[] words) {
        boolean joined = false;
        for (int i = 1; i < words.length; i++) {
            if (joined && PARTNERS.contains(words[i])) {
                return true;
            }
            if (AND.contains(words[i]) && i + 1 < words.length) {
                if (FAMILY.contains(words[i + 1])) {
                    return true;
                }
                joined = true;
            }
        }
        return false;
    }

    /** {@return whether a line of Han characters, simplified, ends or begins as the names of houses do} */
    static boolean isHan(String line) {
        int length = line.length();
        int founder = line.indexOf('记');
        if ((founder == 1 || founder == 2) && length >= SHORTEST_HAN && length <= LONGEST_HAN / 2
                && NO_FOUNDER.indexOf(line.charAt(founder - 1)) < 0 && SignatureWords.isHanWords(line, length)) {
            return true;
        }
        if (length < SHORTEST_HAN || length > LONGEST_HAN || !SignatureWords.isHan(line.charAt(length - 1))
                || SignatureWords.looksLikeName(line)) {
            return false;
        }
        for (int i = 2; i <= SHORTEST_HAN; i++) {
            if (HAN_ENDS.contains(line.substring(length - i))) {
                return true;
            }
        }
        if (line.charAt(length - 1) == '行' && NO_TRADE.indexOf(line.charAt(length - 2)) < 0) {
            return true;
        }
        for (String state : OF_THE_STATE) {
            if (line.startsWith(state) && length > SHORTEST_HAN) {
                return true;
            }
        }
        return false;
    }
}
