package app.kith.mail;

import java.util.regex.Pattern;

/** How positions, parts of companies, companies and addresses look that are written in Hangul. */
final class KoreanWords {
    private static final Pattern TITLE = Pattern.compile(
            "[\\p{IsHangul}/]{0,10}(?:사원|주임|대리|과장|차장|부장|실장|팀장|본부장|이사|상무|전무|부사장|사장|대표|대표이사|회장|부회장|연구원|책임|선임|수석|매니저|엔지니어|디자이너|교수|박사|원장|소장|점장|지점장|센터장|담당자?|기사|변호사|회계사|세무사|의사|간호사|약사|강사|작가|기자|셰프|조교|국장|계장|주무관|사무관|반장|선장|파트장|그룹장|점주|디렉터|코치)");
    private static final Pattern DEPARTMENT = Pattern
            .compile("[\\p{IsHangul}A-Za-z&/ ]{1,16}\\d{0,2}(?:팀|부|부서|실|과|본부|사업부|연구소|센터|그룹|파트)(?:\\s?\\d{1,2}팀)?");
    private static final Pattern COMPANY = Pattern.compile(
            "(?:주식회사|유한회사|㈜|[(（]주[)）])\\s?[\\p{L}\\p{N}].{1,30}|.{1,30}[\\p{L}\\p{N})]\\s?(?:주식회사|유한회사|㈜|[(（]주[)）])");
    private static final Pattern USUAL_COMPANY = Pattern
            .compile(
                    "[\\p{IsHangul}A-Za-z ]{2,20}(?:전자|산업|공업|상사|무역|물산|정밀|화학|제약|건설|식품|대학교|병원|은행|공사|협회|연구원|의원|치과|한의원|약국|학원|학교|해운|물류|교회|법원|극장|미술관|박물관|조합|조합법인|재단|농원|농장|목장|공방|상회|식당|수산|출판사|서점|여행사|호텔|공단|항공|조선|제지|양조장|도서관|문화원|세무회계|법률사무소|어린이집|유치원)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\d{5}[ ,)]+)?(?=.{6,90}$)\\p{IsHangul}+(?:특별시|광역시|시|도|군|구)?\\s(?:.{1,30}\\s)?\\p{IsHangul}+\\d{0,3}(?:로|길|동|리|읍|면)\\s?\\d{1,4}(?:[-번]\\S*)?(?:[\\s,(（].{0,40})?");

    private static final Pattern NAME = Pattern.compile(
            "(?:[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진엄채원천방공현함변염석선설마길연위표명기반왕금옥육인맹제모탁국여][가-힣]{1,2}|(?:남궁|황보|제갈|선우|독고)[가-힣]{1,2})(?: ?(?:드림|올림|배상))?");

    private KoreanWords() {}

    /** {@return whether words are a name of two to four syllables with a usual surname, perhaps with a word of respect} */
    static boolean isName(String words) {
        return NAME.matcher(words).matches() && !TITLE.matcher(words).matches() && !DEPARTMENT.matcher(words).matches();
    }

    /** {@return whether words have letters of Hangul} */
    static boolean has(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= 0x1100 && (c < 0x3400 || c > 0x9FFF)
                    && Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL) {
                return true;
            }
        }
        return false;
    }

    static boolean isTitle(String words) {
        return TITLE.matcher(words).matches();
    }

    static boolean isDepartment(String words) {
        return DEPARTMENT.matcher(words).matches() && !isTitle(words);
    }

    /** {@return how surely words are the name of a company, as {@link CompanyWords} tells} */
    static int company(String words) {
        return COMPANY.matcher(words).matches()
                ? CompanyWords.SURE
                : USUAL_COMPANY.matcher(words).matches() ? CompanyWords.USUAL : 0;
    }

    static boolean isAddress(String words) {
        return ADDRESS.matcher(words).matches();
    }
}
