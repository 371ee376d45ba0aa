package app.kith.contact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes an address apart that is written from the large to the small: of China, where province, city and district stand before the
 * detail (GB/T 23705), and of Japan, where prefecture and city do.
 */
final class ChineseAddress {
    private static final Pattern COUNTRY = Pattern.compile("^(中华人民共和国|中國|中国|日本国?|台灣|台湾|大韩民国|韩国)[,，、\\s]*");
    private static final Pattern POSTCODE = Pattern
            .compile("[（(]?(?:邮政编码|邮编|郵編|邮码)?[:：]?\\s*(?<![0-9-])([0-9]{6})(?![0-9])\\s*[）)]?");
    private static final Pattern JAPANESE_POSTCODE = Pattern.compile("〒?\\s*(?<![0-9-])([0-9]{3}-[0-9]{4})(?![0-9])");
    private static final Pattern REGION = Pattern.compile(
            "^(\\p{IsHan}{2,3}省|内蒙古(?:自治区)?|广西(?:壮族自治区)?|西藏(?:自治区)?|宁夏(?:回族自治区)?|新疆(?:维吾尔自治区)?"
                    + "|香港(?:特别行政区|特別行政區)?|澳门(?:特别行政区)?|澳門(?:特別行政區)?|(?:北京|上海|天津|重庆)市?"
                    + "|河北|山西|辽宁|吉林(?!市)|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南(?!区)|四川|贵州|云南|陕西|甘肃|青海)"
                    + "[,，、\\s]*");
    private static final Pattern CITY = Pattern.compile("^(\\p{IsHan}{2,7}?(?:自治州|地区|盟|市))(?!场|政|民|中心)[,，、\\s]*");
    private static final Pattern DISTRICT = Pattern.compile(
            "^(\\p{IsHan}{1,8}?(?:新区|开发区|高新区|(?<![小园社校厂业库街片])[区區县縣旗]|市))(?!场|政|民|中心|间)[,，、\\s]*");
    private static final Pattern PREFECTURE = Pattern.compile("^(東京都|北海道|(?:京都|大阪)府|\\p{IsHan}{2,3}県)\\s*");
    private static final Pattern JAPANESE_CITY = Pattern
            .compile("^([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{1,8}?[市区町村])\\s*");
    private static final Pattern LABEL = Pattern.compile("^(?:联系|公司|办公|通讯|通信|收货|邮寄)?地址\\s*[:：]\\s*");
    private static final int SHORTEST_CITY = 2;
    private static final int LONGEST_CITY = 4;

    private String rest;
    private String country = "";
    private String region = "";
    private String locality = "";
    private String postcode = "";

    private ChineseAddress(String text) {
        rest = text;
    }

    /** {@return the parts; null where the text is no such address: neither province, city nor district stands in it} */
    static @Nullable PostalAddress read(String text) {
        ChineseAddress address = new ChineseAddress(LABEL.matcher(text).replaceFirst(""));
        return address.read();
    }

    private @Nullable PostalAddress read() {
        Matcher japanese = JAPANESE_POSTCODE.matcher(rest);
        if (japanese.find()) {
            cutPostcode(japanese);
        } else {
            Matcher chinese = POSTCODE.matcher(rest);
            if (chinese.find() && (chinese.start() == 0 || chinese.end() == rest.length())) {
                cutPostcode(chinese);
            }
        }
        country = cut(COUNTRY);
        region = cut(PREFECTURE);
        if (!region.isEmpty()) {
            locality = joined(cut(JAPANESE_CITY), cut(JAPANESE_CITY));
        } else {
            region = cut(REGION);
            String city = cut(CITY);
            if (city.isEmpty()) {
                city = knownCity();
            }
            locality = joined(city, cut(DISTRICT));
        }
        if (region.isEmpty() && locality.isEmpty()) {
            return null;
        }
        return new PostalAddress("", "", rest.strip(), locality, region, postcode, country);
    }

    private void cutPostcode(Matcher found) {
        postcode = found.group(1);
        rest = (rest.substring(0, found.start()) + " " + rest.substring(found.end())).strip();
    }

    private String cut(Pattern start) {
        Matcher found = start.matcher(rest);
        if (!found.find()) {
            return "";
        }
        rest = rest.substring(found.end());
        return found.group(1);
    }

    /** A large city whose name stands without 市 before a district: 深圳南山区. */
    private String knownCity() {
        for (int length = Math.min(LONGEST_CITY, rest.length()); length >= SHORTEST_CITY; length--) {
            String start = rest.substring(0, length);
            if (CompanyName.place(start) != null && DISTRICT.matcher(rest.substring(length)).find()) {
                rest = rest.substring(length);
                return start;
            }
        }
        return "";
    }

    private static String joined(String city, String district) {
        return (city + " " + district).strip();
    }
}
