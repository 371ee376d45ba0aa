package app.kith.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that make a line the part of a company where somebody works. */
final class DepartmentWords {
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;
    /** What a part of a company does, before {@code 中心}, {@code 室} and the like. */
    private static final String HAN_WORK = "(?:产品|產品|设计|設計|研发|研發|开发|開發|技术|技術|工程|数据|數據|信息|資訊|软件|硬件|测试|測試|检测|檢測|"
            + "试验|实验|质量|品质|品質|品管|品控|质检|质控|计量|市场|市場|销售|銷售|营销|行銷|业务|業務|推广|运营|營運|运维|客服|客户|客戶|服务|服務|会员|用户|售后|售前|"
            + "供应链|采购|採購|物流|仓储|仓库|配送|调度|生产|生產|制造|製造|工艺|加工|装配|维修|维护|设备|動力|动力|安全|环保|人力资源|人力資源|人事|行政|培训|财务|財務|会计|結算|结算|审计|法务|"
            + "法務|总务|總務|庶务|后勤|基建|教务|教務|风控|合规|投资|企划|企劃|品牌|公关|宣传|传媒|媒体|内容|票务|票務|演出|藏品|典藏|招生|就业|社區|社区|创意|电商|直播|国际|國際|海外|外贸|进出口|进口|出口|单证|船务|报关|订舱|操作|项目|战略|创新|学术|编辑|影像|检验|护理|急诊)";
    /** {@code 采购部}, {@code 销售二部}, {@code 產品工程處}; a company's own name ends otherwise. */
    private static final Pattern HAN = Pattern.compile(
            "(?!.*(?:总部|總部|俱乐部|经营部|门市部|批发部|经销部|回收部|公证处|公證處)$)[\\p{IsHan}\\p{IsKatakana}ーA-Za-z&、]{1,12}(?:部|部门|部門|课|課|科|处|處|办|辦|组|組|事业部|事業部|事业群|車間|车间|教研室|办公室|辦公室|办事处|辦事處|大区|项目部)"
                    + "(?:[ 　]?第?[一二三四五六七八九十\\d]{1,2}[部课課科组組处處室])?"
                    + "|[\\p{IsHan}]{0,2}" + HAN_WORK + "\\p{IsHan}{0,2}(?:中心|(?<!工作)室|站|股|所|车间|团队|團隊|小组|工作组)"
                    + "|\\p{IsHan}{0,4}(?:结构|結構|建筑|建築|设计|設計|机电|电气|暖通|给排水|市政|道桥|规划|景观|造价|总体|勘察|工艺)第?[一二三四五六七八九十]{0,2}(?:分)?(?:所|室)|\\p{IsHan}{0,2}(?:结构|結構|建筑|建築|设计|設計|机电|电气|暖通|给排水|市政|道桥|规划|景观|勘察|工艺)第?[一二三四五六七八九十]{0,2}分?院"
                    + "|(?!办公室$|.*(?:工作室|(?<![企計计])画室|[琴教茶浴温卧]室|会议室)$)[\\p{IsHan}\\p{IsKatakana}ー]{2,10}室|(?!.*[领乐球舰战舞唱]队$)\\p{IsHan}{2,6}第?[一二三四五六七八九十\\d]{0,3}(?:大|中|支|分)?队|\\p{IsHan}{2,8}(?:分局|支局|分院|分所|分会|分校|分部|支部)|\\p{IsHan}{1,6}(?:团队|團隊|事业群|事业中心)");
    /** The last characters of all that {@link #HAN} and {@link #HAN_SCHOOL} match. */
    private static final String HAN_ENDS = "局会校部门門课課科处處办辦组組群間间室区區心站股所队隊院系";
    private static final Pattern HAN_SCHOOL = Pattern.compile("(?!.*(?:职业|技术学院|师范|大学))\\p{IsHan}{2,6}(?:学院|學院|系)");
    private static final Pattern HAN_BRACKET = Pattern.compile("[(（][^()（）]{1,12}[)）]$");
    private static final Pattern NO_PART = Pattern
            .compile("(?i).*\\b(?:inc|ltd|llc|gmbh|limited|corp)\\b.*|.* [-–—@|] .*");
    /** The word that stands for a part of a company, at the end: {@code Export Dept.} */
    private static final Set<String> LAST = Set.of("department", "dept", "dept.", "dep.", "team", "section", "division",
            "div.", "unit", "desk", "bureau", "affairs", "directorate", "secretariat", "inspectorate", "registry",
            "wing", "branch", "abteilung", "bereich", "departement", "avdelning", "avdeling",
            "afdeling", "osasto", "osztály", "bölümü", "departmanı", "müdürlüğü", "oddělení", "oddelenie", "отдел",
            "osakond", "skyrius", "nodaļa", "deild", "avdelningen", "avdelingen", "enheten");
    /** Such words that end the names of companies too: before them stand only words for work. */
    private static final Set<String> LAST_OF_WORK = Set.of("office", "service", "services", "group", "centre", "center",
            "operations", "management", "solutions", "lab", "laboratory", "projects", "ops", "programme", "programs");
    /** The word for a part of a company, first: {@code Departamento de Compras}. */
    private static final Set<String> FIRST = Set.of("dipartimento", "department", "dept", "dept.", "abteilung", "abt.",
            "bereich",
            "fachbereich", "referat", "stabsstelle", "lehrstuhl", "professur", "fachgebiet", "arbeitsgruppe",
            "sachgebiet", "dezernat", "stabstelle", "laboratoire", "vakgroep", "katedra", "zakład", "département",
            "dépt.", "departement", "pôle", "departamento",
            "depto.", "depto", "dpto.", "dpto", "dep.to", "área", "sección", "setor", "ufficio", "uff.",
            "reparto", "divisione", "settore", "dział", "wydział", "oddělení", "oddelenie", "odbor", "afdeling",
            "afd.", "avdelning", "avdeling", "avd.", "отдел", "служба", "serviço", "servicio", "serwis",
            "divisão", "unidade", "gabinete", "núcleo", "secção", "seção", "unidad", "gerencia", "subdirección",
            "secretaría", "división", "unità", "sezione", "servizio", "úsek", "sekce", "středisko", "zespół", "sekcja",
            "direcția", "departamentul", "compartimentul", "biroul", "serviciul", "phòng", "bagian", "divisi",
            "bidang", "odjel", "odsjek", "služba", "сектор", "департамент", "группа", "лаборатория", "кафедра",
            "відділ",
            "subdivision", "cellule", "équipe", "unité");
    /** First in French, but in other languages something else. */
    private static final Set<String> FIRST_BEFORE_WORK = Set.of("service", "direction", "team", "bureau", "dirección",
            "direção", "direzione", "biuro", "division");
    private static final Set<String> ALONE = Set.of("einkauf", "vertrieb", "verkauf", "disposition", "logistik",
            "lager", "versand", "entwicklung", "konstruktion", "fertigung", "produktion", "reklamation",
            "reklamationen", "materialwirtschaft", "beschaffung", "kundenservice", "personal", "rechnungsprüfung",
            "wareneingang", "warenannahme", "zentrale", "verwaltung", "controlling", "technik", "instandhaltung",
            "purchasing", "procurement", "accounting", "accounts", "logistics", "marketing", "operations",
            "engineering", "sourcing", "finance", "administration", "merchandising", "warehouse", "maintenance", "r&d",
            "inköp", "försäljning", "innkjøp", "salg", "indkøb", "inkoop", "verkoop", "boekhouding", "logistiek",
            "achats", "comptabilité", "approvisionnements", "logistique", "compras", "ventas", "logística",
            "contabilidad", "administración", "importaciones", "exportaciones", "vendas", "suprimentos", "acquisti",
            "vendite", "amministrazione", "contabilità", "logistica", "zakupy", "sprzedaż", "księgowość", "logistyka",
            "nákup", "prodej", "odbyt", "закупки", "бухгалтерия", "снабжение", "osto", "myynti", "talous", "beszerzés",
            "satınalma", "muhasebe", "achiziții", "vânzări", "nabava", "prodaja", "hankinta", "export", "exports",
            "import", "imports", "approvisionnement", "développement", "qualité", "recherche", "expédition",
            "expéditions", "ventes", "facturation", "productie", "kwaliteit", "expeditie", "inkoopafdeling",
            "administratie", "onderhoud", "produktie", "kvalitet", "producción", "calidad", "almacén", "mantenimiento",
            "expediciones", "produção", "qualidade", "expedição", "produzione", "qualità", "magazzino", "spedizioni",
            "produkcja", "jakość", "magazyn", "utrzymanie", "výroba", "kvalita", "üretim", "kalite", "lojistik",
            "ihracat", "ithalat", "tuotanto", "laatu", "gyártás", "minőség", "producție", "calitate", "производство",
            "логистика", "качество", "aankoop", "aankopen", "verzending", "magazijn", "qualitätssicherung", "qualität",
            "arbeitsvorbereitung", "scm", "segreteria", "sekretariat", "secretariat", "secretaría", "secrétariat",
            "stadtarchiv", "bauamt", "standesamt", "ordnungsamt", "jugendamt", "hauptamt", "kämmerei", "stadtkasse",
            "geschäftsstelle", "schulleitung", "rektorat", "dekanat", "prüfungsamt", "reception", "rezeption",
            "réception", "recepción", "empfang", "reservierung", "reservations",
            "buchhaltung",
            "rechnungswesen", "poststelle", "redaktion", "werkstatt", "kanzlei", "pre-press", "prepress", "dispatch",
            "registry", "box-office", "ticketing", "housekeeping");
    private static final Pattern COMPOUND = Pattern.compile(
            "\\p{L}{3,}(?:abteilung|bezirk|stelle|referat|einkauf|vertrieb|verkauf|buchhaltung|wesen|dienst|planung|sicherung|management|abwicklung|bearbeitung"
                    + "|vorbereitung|entwicklung|wirtschaft|logistik|betreuung|annahme|steuerung|enhet(?:en)?|sektion(?:en)?|avdelning(?:en)?|avdeling(?:en)?|afdeling(?:en)?|osasto)");
    /** What a part of a company does; before it stand only words that narrow it. */
    private static final Set<String> WORK = Set.of("export", "exports", "import", "imports", "sales", "purchasing",
            "procurement", "customer", "client", "product", "products", "quality", "overseas", "global",
            "international", "domestic", "public", "human", "technical", "occupational", "business", "foreign", "trade",
            "after-sales", "aftersales", "after", "supply", "chain", "chartering", "finance", "financial", "legal",
            "r&d", "research", "it", "ict", "hr", "qa", "qc", "hse", "ehs", "sourcing", "accounts", "payable",
            "receivable", "strategischer", "technischer", "operativer", "shipping", "documentation", "marketing",
            "production", "project", "projects", "design", "service", "support", "1st", "2nd", "3rd", "first", "second",
            "third", "no.1", "no.2", "operation", "operations", "logistics", "accounting", "engineering", "development",
            "maintenance", "planning", "control", "assurance", "inspection", "warehouse", "transport", "transportation",
            "customs", "duty", "night", "shift", "claims", "billing", "credit", "invoicing", "treasury", "audit", "tax",
            "compliance",
            "regulatory", "commercial", "contracts", "tender", "tenders", "administration", "admin", "personnel",
            "training", "corporate", "communications", "communication", "relations", "resources", "affairs", "care",
            "success", "health", "safety", "environment", "medical", "clinical", "materials", "material", "components",
            "component", "parts", "spare", "packaging", "testing", "process", "technology", "information", "innovation",
            "strategy", "digital", "e-commerce", "ecommerce", "online", "retail", "wholesale", "media", "press",
            "investor", "merchandising", "management", "key", "account", "facilities", "facility", "fleet", "receiving",
            "dispatch", "stores", "buying", "general", "central", "group", "category", "scm", "internacional",
            "internacionales", "nacional", "nacionales", "exterior", "internationaux", "internationales",
            "internazionali", "industriels", "industriales", "generales", "généraux", "techniques", "técnica",
            "técnico", "innendienst", "außendienst", "guest", "visitor", "passenger", "student", "member", "membership",
            "event", "events",
            "sea", "air", "ocean", "freight", "road", "rail", "ticket", "booking", "reservation");
    private static final Set<String> LAST_WORK = Set.of("procurement", "purchasing", "sourcing", "buying", "accounts",
            "accounting", "finance", "logistics", "marketing", "operations", "operation", "engineering", "development",
            "relations", "resources", "health", "safety", "payable", "receivable", "support", "service", "care",
            "success", "control", "assurance", "inspection", "planning", "maintenance", "documentation", "commercial",
            "administration", "communications", "compliance", "chain", "invoicing", "claims", "r&d", "innovation",
            "merchandising", "experience", "freight", "shipping", "chartering", "scm", "imports", "exports",
            "innendienst", "außendienst", "qa", "ops",
            "qc");
    /** Work that a second word narrows: {@code Einkauf Metalle}. */
    private static final Set<String> NARROWED = Set.of("einkauf", "vertrieb", "verkauf", "beschaffung", "entwicklung",
            "konstruktion", "produktion", "fertigung", "logistik", "qualitätssicherung", "compras", "ventas",
            "acquisti", "vendite", "achats", "ventes", "inkoop", "verkoop", "inköp", "indkøb");
    /** Such words end the names of companies too: {@code Freight & Trading}. */
    private static final Set<String> WORDS_OF_COMPANIES = Set.of("group", "services", "solutions", "media",
            "international", "materials", "exports", "imports", "tours", "motor", "power", "energy", "water", "parts",
            "groups", "design", "translations", "seeds", "products", "property", "dairy", "music");
    private static final Set<String> LINKS = Set.of("&", "and", "und", "et", "y", "e", "i", "en", "och", "og", "+", "-",
            "/", "de", "of", "du", "des", "la", "le", "les", "del", "do", "da", "della", "der", "di");
    /** {@code Laser Optics BU}; {@code Frank Bu} is somebody. */
    private static final Pattern UNIT = Pattern.compile("\\p{Lu}[\\p{L}&/ .-]{2,40} (?:S?BU|BG|Business Unit)");
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:group|team|section|no\\.?|unit)\\s?\\d{1,2}");

    /** {@code Overseas Sales Team 2}, {@code Sales Dept. No. 1} */
    private static final Pattern COUNTED = Pattern
            .compile("(?<=\\p{L}\\.?)\\s+(?:(?i:no)\\.?\\s?)?(?:\\d{1,2}|I{1,3}|IV)$");
    private static final Pattern ORDINAL = Pattern.compile("\\b\\d{1,2}(?:st|nd|rd|th|\\.)? ?");

    private DepartmentWords() {}

    /** {@return whether words name a part of a company rather than a company or a position} */
    static boolean is(String line) {
        if (line.endsWith(")") && line.indexOf('(') > 3 && !SignatureWords.hasHan(line)) {
            // Fire Safety (West)
            return is(line.substring(0, line.indexOf('(')).strip());
        }
        return isNamed(line) || isWork(line);
    }

    /** {@return whether words say that they name a part of a company: {@code 财务部}, {@code Export Dept.}, but not {@code Logistics}} */
    static boolean isNamed(String line) {
        String words = line.strip();
        if (words.isEmpty() || isNamedWithout(words)) {
            return !words.isEmpty();
        }
        char last = words.charAt(words.length() - 1);
        return (Character.isDigit(last) || last == 'I' || last == 'V')
                && isCounted(COUNTED.matcher(words).replaceFirst(""));
    }

    /** {@code Sales Dept.}, {@code Geschäftsabteilung}: what a number may stand behind. */
    private static boolean isCounted(String words) {
        return isNamedWithout(words) || COMPOUND.matcher(words).matches();
    }

    private static boolean isNamedWithout(String words) {
        if (words.length() < 2 || words.length() > LONGEST) {
            return false;
        }
        for (String divider : new String[]{"/", ", "}) {
            int at = words.indexOf(divider);
            if (at > 0) {
                String rest = words.substring(at + divider.length()).strip();
                return isNamed(words.substring(0, at)) && (is(rest) || NUMBERED.matcher(rest).matches());
            }
        }
        if (KoreanWords.has(words)) {
            return KoreanWords.isDepartment(words);
        }
        return SignatureWords.hasHan(words)
                ? isHan(words)
                : isSayable(words) && UNIT.matcher(words).matches()
                        || isSayable(words) && isNamedLatin(words.toLowerCase(Locale.ROOT).split("\\s+", -1));
    }

    /** {@code Accounts & Commercial}, {@code Wareneingang / Reklamation}, {@code Zentraleinkauf} */
    private static boolean isWork(String line) {
        String words = line.strip();
        if (words.length() < 2 || words.length() > LONGEST || SignatureWords.hasHan(words) || !isSayable(words)) {
            return false;
        }
        String[] each = words.toLowerCase(Locale.ROOT).split("[\\s,/]+", -1);
        String last = each[each.length - 1];
        if (each.length == 1) {
            return isAlone(last);
        }
        if (each.length > MOST_WORDS) {
            return false;
        }
        boolean joined = each.length == 3 && (each[1].equals("&") || each[1].equals("and")) && allWork(each, 3)
                && !WORDS_OF_COMPANIES.contains(last);
        boolean sales = each.length == 2 && last.equals("sales") && WORK.contains(each[0]);
        boolean narrowed = each.length == 2 && NARROWED.contains(each[0]) && Character.isUpperCase(words.charAt(0))
                && words.indexOf(' ') == each[0].length() && Character.isUpperCase(words.charAt(each[0].length() + 1))
                && !TitleWords.isTitle(words.substring(each[0].length() + 1));
        return sales || joined || narrowed
                || (LAST_WORK.contains(last) || isAlone(last)) && allWork(each, each.length - 1)
                || isAlone(each[0]) && !WORK.contains(each[0]) && allWork(each, each.length);
    }

    /** {@return whether all words of a line say what is done: {@code Duty}, {@code Export Sales}} */
    static boolean isOfWork(String words) {
        String[] each = words.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return allWork(each, each.length);
    }

    private static boolean isAlone(String word) {
        return ALONE.contains(word) || WorkWords.isAlone(word) || word.length() > 7 && COMPOUND.matcher(word).matches();
    }

    private static boolean isSayable(String words) {
        return ORDINAL.matcher(words).replaceAll("").chars().noneMatch(Character::isDigit)
                && Character.isLetterOrDigit(words.charAt(0))
                && !NO_PART.matcher(words).matches();
    }

    private static boolean isHan(String words) {
        String plain = HAN_BRACKET.matcher(words).replaceFirst("").strip();
        int space = plain.indexOf(' ');
        if (space > 0) {
            // 外贸部 Export Dept., 销售部 华东区
            String rest = plain.substring(space).strip();
            return isHan(plain.substring(0, space))
                    && (isNamed(rest) || rest.matches("[\\p{IsHan}A-Za-z ]{1,6}[区區组組科室]"));
        }
        if (plain.isEmpty() || HAN_ENDS.indexOf(plain.charAt(plain.length() - 1)) < 0) {
            return false;
        }
        String simple = HanForms.simplified(plain);
        return (HAN.matcher(plain).matches() || HAN.matcher(simple).matches()) && !plain.endsWith("公司")
                || HAN_SCHOOL.matcher(simple).matches();
    }

    private static boolean isNamedLatin(String[] words) {
        String first = words[0];
        String last = words[words.length - 1];
        if (words.length < 2 || words.length > MOST_WORDS || first.equals("the") || first.equals("your")
                || first.equals("our") || Arrays.stream(words).anyMatch(TitleWords::isPosition)) {
            return false;
        }
        return FIRST.contains(first) || LAST.contains(last)
                || LAST_OF_WORK.contains(last) && allWork(words, words.length - 1)
                || FIRST_BEFORE_WORK.contains(first) && (isAlone(last) || LAST_WORK.contains(last));
    }

    /** {@code Chartering & Operations}, {@code Overseas Procurement Section}, but not {@code Acme Engineering}. */
    private static boolean allWork(String[] words, int to) {
        for (int i = 0; i < to; i++) {
            if (!WORK.contains(words[i]) && !WorkWords.narrows(words[i]) && !LINKS.contains(words[i])
                    && !isAlone(words[i])) {
                return false;
            }
        }
        return true;
    }
}
