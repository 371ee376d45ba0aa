package app.kith.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in Chinese characters: family name first, titles behind, perhaps a Latin name or the company beside. */
final class HanNames {
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}.'’ ,-]*");
    private static final Pattern DIVIDERS = Pattern.compile("[\\s()（）\\[\\]【】<>《》,，、;；/|_:：@—–-]+");
    private static final Pattern COMPANY = Pattern.compile(
            ".*(?:公司|集团|有限|厂|店|行|所|院|中心|科技|技术|电子|贸易|物流|医药|机械|建材|软件|食品|工业|实业|化工|服饰|纺织|银行|大学|学校|工程|设备|材料|国际|商贸|股份)");
    private static final Pattern JOINED = Pattern.compile("(.{2,}(?:公司|集团|厂|事务所))(\\p{IsHan}{2,4})");
    private static final List<String> TITLES = List.of("董事长", "总经理", "副总经理", "副总", "总监", "总裁", "经理", "工程师", "主任", "主管",
            "院长", "校长", "厂长", "店长", "部长", "处长", "科长", "局长", "所长", "会长", "社长", "教授", "博士", "医生", "大夫", "律师", "老师", "老板",
            "师傅", "先生", "女士", "小姐", "太太", "夫人", "同学", "助理", "秘书", "会计", "顾问", "书记", "队长", "总", "董", "工", "哥", "姐");

    private HanNames() {}

    static NameReader.Read read(String text) {
        List<NameForm> names = new ArrayList<>();
        StringBuilder company = new StringBuilder();
        Matcher latin = LATIN.matcher(text);
        String latinName = latin.find() ? latin.group().strip() : "";
        String han = LATIN.matcher(text).replaceAll(" ").strip();
        List<String> tokens = new ArrayList<>();
        for (String token : DIVIDERS.split(han)) {
            Matcher joined = JOINED.matcher(token);
            if (joined.matches() && surnameLength(joined.group(2)) > 0) {
                tokens.add(joined.group(1));
                tokens.add(joined.group(2));
            } else if (Han.in(token)) {
                tokens.add(token);
            }
        }
        joinApart(tokens);
        for (String token : tokens) {
            NameForm name = names.isEmpty() ? name(token, tokens.size() == 1) : null;
            if (name != null) {
                names.add(name);
            } else if (!isTitle(token)) {
                company.append(company.isEmpty() ? "" : " ").append(token);
            }
        }
        addLatin(names, latinName);
        return new NameReader.Read(names, company.toString());
    }

    /** {@code 张 三} and {@code 司马 相如} are one name. */
    private static void joinApart(List<String> tokens) {
        if (tokens.size() >= 2 && NameLists.isHanSurname(tokens.get(0)) && tokens.get(1).length() <= 2
                && !isTitle(tokens.get(1))) {
            tokens.set(0, tokens.get(0) + tokens.remove(1));
        } else if (tokens.size() >= 2 && NameLists.isHanSurname(tokens.get(0)) && isTitle(tokens.get(1))) {
            tokens.set(0, tokens.get(0) + tokens.remove(1));
        }
    }

    private static boolean isTitle(String token) {
        return TITLES.contains(token);
    }

    private static void addLatin(List<NameForm> names, String latinName) {
        if (latinName.isEmpty()) {
            return;
        }
        for (NameForm form : NameReader.latin(latinName)) {
            boolean alone = form.family().isEmpty() && !names.isEmpty();
            names.add(alone
                    ? new NameForm(names.getFirst().family(), form.given(), "", names.getFirst().hanFamily(), "", "",
                            true, false)
                    : form);
        }
    }

    private static @org.jspecify.annotations.Nullable NameForm name(String token, boolean only) {
        String bare = withoutTitle(token);
        if (!bare.equals(token)) {
            int length = surnameLength(bare);
            return NameForm.chinese(bare.substring(0, length), bare.substring(length), length == bare.length());
        }
        if (token.length() == 2 && (token.startsWith("老") || token.startsWith("小") || token.startsWith("阿"))
                && NameLists.isHanSurname(token.substring(1))) {
            return NameForm.chinese(token.substring(1), "", true);
        }
        boolean company = token.length() > 4 || token.length() > 2 && COMPANY.matcher(token).matches();
        if (company && !(only && token.length() <= 4)) {
            return null;
        }
        int length = surnameLength(token);
        if (length == 0) {
            return only || token.length() <= 3 ? NameForm.chinese("", token, false) : null;
        }
        return NameForm.chinese(token.substring(0, length), token.substring(length), length == token.length());
    }

    /** A title is taken off where a family name, or a short whole name, is left. */
    private static String withoutTitle(String token) {
        for (String title : TITLES) {
            if (token.endsWith(title) && token.length() > title.length()) {
                String bare = token.substring(0, token.length() - title.length());
                int length = surnameLength(bare);
                boolean whole = title.length() >= 2 && length > 0 && bare.length() <= length + 2;
                if (length > 0 && (length == bare.length() || whole)) {
                    return bare;
                }
            }
        }
        return token;
    }

    /** {@return how many characters of a name are the family name; 0 if it begins with none} */
    private static int surnameLength(String name) {
        if (name.length() >= 2 && NameLists.isHanSurname(name.substring(0, 2))) {
            return 2;
        }
        return !name.isEmpty() && NameLists.isHanSurname(name.substring(0, 1)) ? 1 : 0;
    }
}
