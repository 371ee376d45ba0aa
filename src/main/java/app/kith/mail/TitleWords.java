package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that make a line a job title. */
final class TitleWords {
    private static final Set<String> WORDS = Set.of("manager", "manageress", "director", "head", "lead", "leader",
            "chief",
            "officer", "president", "vp", "svp", "evp", "ceo", "cfo", "cto", "coo", "cmo", "cio", "engineer", "buyer",
            "purchaser", "assistant", "secretary", "consultant", "analyst", "accountant", "controller", "coordinator",
            "specialist", "representative", "executive", "supervisor", "administrator", "architect", "developer",
            "designer", "technician", "partner", "founder", "co-founder", "owner", "chairman", "chairwoman", "lawyer",
            "attorney", "professor", "researcher", "scientist", "editor", "planner", "agent", "merchandiser", "foreman",
            "trainee", "intern", "clerk", "salesman", "advisor", "adviser", "associate", "principal", "treasurer",
            "inspector", "auditor", "operator", "expert", "superintendent", "strategist", "recruiter", "marketer",
            "geschäftsführer", "geschäftsführerin", "geschäftsleitung", "leiter", "leiterin", "vertrieb", "einkauf",
            "einkäufer", "einkäuferin", "ingenieur", "ingenieurin", "sachbearbeiter", "sachbearbeiterin", "berater",
            "beraterin", "prokurist", "prokuristin", "inhaber", "inhaberin", "vorstand", "assistentin", "meister",
            "directeur", "directrice", "responsable", "chargé", "chargée", "gérant", "gérante", "ingénieur",
            "acheteur", "acheteuse", "président", "présidente", "commercial", "commerciale", "comptable", "technicien",
            "assistante", "chef", "gerente", "directora", "jefe", "jefa", "ingeniero", "ingeniera", "comprador",
            "presidente", "asesor", "direttore", "direttrice", "ingegnere", "responsabile", "titolare", "diretor",
            "diretora", "engenheiro", "directeurin", "inkoper", "verkoper", "bedrijfsleider", "директор", "менеджер",
            "инженер", "руководитель", "начальник", "kierownik", "dyrektor", "inżynier", "ředitel", "ředitelka",
            "jednatel", "obchodní", "nákupčí", "inköpare", "säljare", "indkøber", "chair", "dean", "lecturer",
            "teacher",
            "nurse", "physician", "pharmacist", "translator", "journalist", "reporter", "dispatcher", "broker",
            "solicitor", "barrister", "counsel", "notary", "curator", "surveyor", "estimator", "scheduler",
            "bookkeeper", "producer", "photographer", "programmer", "instructor", "counselor", "registrar",
            "proprietor",
            "maker", "analista", "ejecutivo", "ejecutiva", "coordinador", "coordinadora", "encargado", "encargada",
            "vendedor", "vendedora", "asistente", "administrador", "administradora", "técnico", "técnica", "socio",
            "socia", "abogado", "abogada", "contador", "contadora", "agente", "impiegato", "impiegata", "addetto",
            "addetta", "amministratore", "consulente", "compradora", "gestor", "gestora", "sócio", "responsável",
            "cheffe", "adjoint", "adjointe", "gestionnaire", "conseiller", "conseillère", "secrétaire", "associé",
            "associée", "attaché", "attachée", "ostopäällikkö", "päällikkö", "johtaja", "toimitusjohtaja", "myyjä",
            "vd", "zaakvoerder", "directeur-generaal", "medewerker", "beheerder", "eigenaar", "prezes", "specjalista",
            "właściciel", "handlowiec", "obchodník", "специалист", "müdür", "müdürü", "igazgató", "ügyvezető",
            "gesellschafter", "kaufmann", "kauffrau", "referent", "referentin", "projektleiter", "projektleiterin",
            "direktor", "direktorin", "konsulent", "direktør");
    /** Words that name a position where they stand alone, and work where they stand beside others. */
    private static final Set<String> FUNCTIONS = Set.of("vertrieb", "einkauf", "commercial", "commerciale", "chief",
            "obchodní", "head", "assistant", "associate", "partner", "controller");
    private static final Pattern COMPOUND = Pattern.compile(
            ".*(?:leiter|leiterin|führer|führerin|ingenieur|ingenieurin|berater|beraterin|einkäufer|einkäuferin|beauftragte"
                    + "|beauftragter|referent|referentin|manager|managerin|meister|techniker|technikerin|chef|chefin|sjef|päällikkö|johtaja|ledare|leder|disponent)");
    private static final Pattern HAN = Pattern.compile(
            "[\\p{IsHan}\\p{IsKatakana}A-Za-z/&（）() ・、]{0,16}(?:经理|總經理|经 理|經理|总监|總監|主管|主任|总裁|總裁|董事长|董事長|董事|工程师|工程師|专员|專員|助理|秘书|秘書"
                    + "|顾问|顧問|会计|會計|出纳|代表|业务员|業務員|采购员|採購員|采购|採購|销售|外贸业务|跟单|跟单员|厂长|廠長|部长|部長|科长|課長|係長|次長|处长|处長|组长|組長|负责人|負責人"
                    + "|创始人|創辦人|合伙人|律师|律師|首席\\p{IsHan}{1,5}官|设计师|設計師|分析师|医师|醫師|药师|护士|医生|编辑|记者|译员|翻译|翻譯|审校|内勤|外勤|计调|調度員|调度员|理事长|理事|品控|质检员|质检|库管|仓管|店主|督导|策划|摄影师|校长|园长|所长|站长|班长|队长|局长|行长|书记|馆长|主编|导师|教师|辅导员|导购|掌柜|经纪|管家|科员|区长|主治医师|报关员|单证|单证员|业务|教授|研究员|研究員|老板|法人|店长|技术员|取締役|社長|専務|常務|担当|主任工程师|主管会计|总工|院长|副总|副總|客服|文员|经纪人|架构师|讲师|支配人|営業|마케터|대리|과장|부장|사장|이사)(?:[(（][^)）]{1,10}[)）])?");
    private static final int MOST_WORDS = 8;

    private TitleWords() {}

    /** {@code 采购经理 Purchasing Manager}, {@code Purchasing Manager / 采购经理} */
    private static boolean isInTwoLanguages(String line) {
        int border = border(line);
        if (border < 0) {
            return false;
        }
        String first = line.substring(0, border).strip();
        String second = line.substring(border).replaceFirst("^[ /|]+", "");
        return !first.isEmpty() && !second.isEmpty() && isTitle(first.replaceFirst("[ /]+$", "")) && isTitle(second);
    }

    /** {@return where a line goes over from Han to Latin letters, or back, or -1 where it does not or does so often} */
    private static int border(String line) {
        boolean han = SignatureWords.isHan(line.charAt(0));
        int found = -1;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c) && SignatureWords.isHan(c) != han) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
                han = !han;
            }
        }
        return found;
    }

    /** {@return whether words behind a name are a title though they begin small: {@code logistikchef}} */
    static boolean isTitleInSmall(String words) {
        return !words.isEmpty() && !SignatureWords.hasHan(words)
                && isTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** {@return whether a word in small letters is a position wherever it stands: {@code manager}, but not {@code sales}} */
    static boolean isPosition(String word) {
        return WORDS.contains(word) && !FUNCTIONS.contains(word);
    }

    /** {@return whether a line is a job title, perhaps in two languages} */
    static boolean isTitle(String line) {
        if (line.isEmpty()) {
            return false;
        }
        if (SignatureWords.hasHan(line)) {
            return line.length() <= 20 && HAN.matcher(line).matches() || line.length() <= 70 && isInTwoLanguages(line);
        }
        if (line.length() > 70 || line.chars().anyMatch(Character::isDigit)
                || line.endsWith(".") && line.indexOf(' ') < 0) {
            return false;
        }
        if (line.equalsIgnoreCase("sales") || line.equals("HR")) {
            return true;
        }
        String[] words = line.toLowerCase(Locale.ROOT).split("[\\s,/&()-]+", -1);
        if (words.length > MOST_WORDS
                || !Character.isUpperCase(line.charAt(0)) && !line.contains(" / ") && !WORDS.contains(line)) {
            return false;
        }
        for (String word : words) {
            if (WORDS.contains(word) || word.length() > 7 && COMPOUND.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
