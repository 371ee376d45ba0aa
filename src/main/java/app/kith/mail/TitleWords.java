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
            "jednatel", "obchodní", "nákupčí", "inköpare", "säljare", "indkøber");
    private static final Pattern COMPOUND = Pattern.compile(
            ".*(?:leiter|leiterin|führer|führerin|ingenieur|ingenieurin|berater|beraterin|einkäufer|einkäuferin|beauftragte"
                    + "|beauftragter|referent|referentin|manager|managerin|meister|techniker|technikerin|chef|chefin)");
    private static final Pattern HAN = Pattern.compile(
            "[\\p{IsHan}\\p{IsKatakana}A-Za-z/&（）() ・]{0,16}(?:经理|總經理|经 理|經理|总监|總監|主管|主任|总裁|總裁|董事长|董事長|董事|工程师|工程師|专员|專員|助理|秘书|秘書"
                    + "|顾问|顧問|会计|會計|出纳|代表|业务员|業務員|采购员|採購員|采购|採購|销售|外贸业务|跟单|跟单员|厂长|廠長|部长|部長|科长|課長|係長|次長|处长|处長|组长|組長|负责人|負責人"
                    + "|创始人|創辦人|合伙人|律师|律師|设计师|設計師|分析师|教授|研究员|研究員|老板|法人|店长|技术员|取締役|社長|専務|常務|担当|主任工程师|主管会计|总工|院长|副总|副總|客服|文员|经纪人|架构师|讲师|支配人|営業|마케터|대리|과장|부장|사장|이사)");
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

    /** {@return whether a line is a job title, perhaps in two languages} */
    static boolean isTitle(String line) {
        if (line.isEmpty()) {
            return false;
        }
        if (SignatureWords.hasHan(line)) {
            return line.length() <= 20 && HAN.matcher(line).matches() || line.length() <= 70 && isInTwoLanguages(line);
        }
        if (line.length() > 70 || line.chars().anyMatch(Character::isDigit) || line.endsWith(".")) {
            return false;
        }
        if (line.equalsIgnoreCase("sales")) {
            return true;
        }
        String[] words = line.toLowerCase(Locale.ROOT).split("[\\s,/&()-]+", -1);
        if (words.length > MOST_WORDS || !Character.isUpperCase(line.charAt(0)) && !line.contains(" / ")) {
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
