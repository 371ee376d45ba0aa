package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a company and a part of it apart that stand in Han characters with nothing or a blank between. */
final class HanParts {
    /** {@code 西北大学材料学院}, {@code 宏达机械有限公司采购部} */
    private static final Pattern PART_BEHIND = Pattern.compile(
            "(\\p{IsHan}{2,}(?:[(（]\\p{IsHan}{2,6}[)）]\\p{IsHan}*)?(?:公司|集团|集團|大学|大學|医院|醫院|研究院|事务所|海关|海關|商城|银行|銀行|酒店|政府|[局署厅廳]|委员会|委員會|协会|協會|學會|学会|法院|中学|小学|中學|小學|出版社|杂志社|報社|报社|驾校|駕訓班|技校|学校|學校|幼儿园|幼兒園|俱乐部|俱樂部|图书馆|圖書館|博物馆|博物館|档案馆|檔案館|宾馆|饭店|旅行社|电视台|研究所|设计院|合作社|殡仪馆|度假区|厂|廠))[ \u3000]*(\\p{IsHan}{2,12})");

    /** {@code 宏达机械财务部}: a short name of a company and its part without anything between. */
    private static final Pattern WHOLE_PART = Pattern.compile(
            "(\\p{IsHan}{2,8}(?:机械|風機|风机|电气|电器|电子|科技|化工|材料|食品|纺织|服饰|家具|建材|五金|塑料|包装|印刷|物流|贸易|实业|股份|集团|重工|汽车|药业|医疗|光学|光电|仪器|仪表|阀门|水泵|泵业|轴承|模具|铸造|钢铁|铝业|陶瓷|玻璃|石材|木业|纸业|茶业|酒业|乳业|农业|生物|能源|新能源|环保|软件|网络|通信|传媒|文化|教育|地产|置业|建筑|工程|装饰|控股))"
                    + "((?:财务|採購|采购|销售|外贸|市场|人事|人力资源|行政|技术|研发|生产|质量|品质|品管|质检|工程|设备|物流|仓储|客服|售后|业务|国际|海外|法务|信息|综合|商务|进出口|供应|供应链|项目|设计|营销){1,2}[一二三四五六]?(?:部|处|科|中心|室|组))");
    private static final Pattern OF_A_PART = Pattern.compile(
            "^(?:国际|海外|国内|华东|华南|华北|华中|西南|西北|东北|大客户|战略|第[一二三四五]|质量|技术|产品|信息|安全|综合|行政|市场|研发|生产|采购|销售|电子|机械|工程|软件|网络|环保|设备)(?:\\p{IsHan}{2})?$|事业|[部处科组室]");

    /** {@code 富寶產物保險股份有限公司 新竹分公司}: a company and its branch behind a blank. */
    private static final Pattern BRANCH_BEHIND = Pattern
            .compile("(\\p{IsHan}{4,}公司)[ \u3000]+(\\p{IsHan}{2,8}(?:分公司|营业部|營業部|办事处|辦事處|分行|支行|分店))");

    private HanParts() {}

    /** {@return a part of a line, itself taken apart where it is {@code 海港市政府民政局社區事務科}: a company and its part, beside a name} */
    static List<HeadPart> of(HeadPart part) {
        Matcher inside = part.kind() == Kind.DEPARTMENT || part.kind() == Kind.COMPANY
                ? PART_BEHIND.matcher(part.words())
                : null;
        return inside != null && inside.matches() && !inside.group(2).endsWith("公司")
                && !isBranch(part.words(), inside.group(2))
                && DepartmentWords.is(inside.group(2))
                        ? List.of(new HeadPart(inside.group(1), Kind.COMPANY),
                                new HeadPart(inside.group(2), Kind.DEPARTMENT))
                        : List.of(part);
    }

    /** {@code …有限公司长春办事处}: joined to the name of the company it is a branch, and so part of its name. */
    private static boolean isBranch(String piece, String part) {
        return part.endsWith("分公司") || piece.indexOf(' ') < 0
                && (part.endsWith("办事处") || part.endsWith("辦事處") || part.endsWith("营业部") || part.endsWith("分行"));
    }

    /** {@return the company and its part of a line that is nothing else; empty where it is none} */
    static List<HeadPart> joined(String piece) {
        Matcher inside = PART_BEHIND.matcher(piece);
        return inside.matches() && !isBranch(piece, inside.group(2))
                && (DepartmentWords.is(inside.group(2)) || CompanyWords.isPart(inside.group(2)))
                        ? both(inside)
                        : List.of();
    }

    /** {@return the company and its branch behind a blank; empty where it is none} */
    static List<HeadPart> branch(String piece) {
        Matcher branch = BRANCH_BEHIND.matcher(piece);
        return branch.matches() ? both(branch) : List.of();
    }

    /** {@return a short name of a company and its part; empty where it is none} */
    static List<HeadPart> shortened(String piece) {
        Matcher whole = WHOLE_PART.matcher(piece);
        return whole.matches() && !OF_A_PART.matcher(whole.group(1)).find() ? both(whole) : List.of();
    }

    private static List<HeadPart> both(Matcher matcher) {
        return List.of(new HeadPart(matcher.group(1), Kind.COMPANY), new HeadPart(matcher.group(2), Kind.DEPARTMENT));
    }
}
