package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for each Chinese program, with what is peculiar to it. */
class ChinesePresetsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void outlookInChineseIsGbkAndItsPostBoxIsNoMailbox() {
        Path file = Sample.text(folder, "联系人.csv", """
                "英文称谓","名","中间名","姓","中文称谓","单位","部门","职务","商务地址 街道","商务地址 市/县","商务地址 省/市/自治区",\
                "商务地址 邮政编码","商务地址 国家/地区","商务传真","商务电话","移动电话","电子邮件地址","电子邮件类型","电子邮件显示名称",\
                "电子邮件 2 地址","附注","类别","商务地址 - 邮箱","身份证编号","生日","经理姓名"
                "","小明","","王","先生","深圳示例科技有限公司","采购部","经理","科技路1号","深圳市","广东省","518000","中国","0755-12345678",\
                "0755-87654321","13800001234","wang@example.cn","SMTP","王小明","w2@example.cn","老客户","客户;展会","88号信箱",\
                "11010519491231002X","1985/4/2","李总"
                """, "GBK");
        assertThat(Sample.said(Sample.drafts(file, "outlook-zh").getFirst())).contains("name=王小明", "family_name=王",
                "given_name=小明", "suffix=先生", "company=深圳示例科技有限公司", "title=经理",
                "address:work=88号信箱;;科技路1号;深圳市;广东省;518000;中国", "phone:work fax=0755-12345678",
                "phone:mobile=13800001234", "email=wang@example.cn", "email=w2@example.cn", "tag=展会",
                "id_number=11010519491231002X", "birthday=1985-04-02", "relation:manager=李总");
    }

    @Test
    void weComBeginsWithInstructions() {
        Path file = Sample.xlsx(folder, "通讯录.xlsx", List.of(
                List.of("填写须知：\n1、不能在本表中增加、删除、修改列；\n2、带 * 的为必填"), List.of(""),
                List.of("姓名", "账号", "别名", "职务", "部门", "性别", "手机", "座机", "邮箱", "地址", "激活状态", "禁用状态", "微信插件"),
                List.of("陈静", "chenjing", "Jing", "客户经理", "示例公司/销售部；示例公司/华南", "女", "+852 51234567", "0755-1234567",
                        "chen@example.cn", "深圳市南山区科技园", "已激活", "启用", "已关注")));
        List<DraftCard> cards = Sample.drafts(file, "wecom");
        assertThat(cards).hasSize(1);
        assertThat(Sample.said(cards.getFirst())).contains("name=陈静", "external_id:wecom=chenjing", "nickname=Jing",
                "department=示例公司/销售部；示例公司/华南", "gender=女", "phone:mobile=+852 51234567", "email=chen@example.cn",
                "address=深圳市南山区科技园").noneMatch(said -> said.contains("激活"));
    }

    @Test
    void dingTalkWritesPhonesAsNumbersInTheOlderWorkbook() {
        Path file = Sample.xls(folder, "员工.xls", List.of(
                List.of("员工UserID", "部门", "职位", "姓名", "性别", "工号", "是否此部门主管(是/否)", "手机号", "邮箱", "分机号", "办公地点", "备注"),
                List.of("u100", "销售部", "主管", "赵敏", "女", 7, "是", 13912345678L, "zhao@example.cn", 801, "三楼", "-")));
        assertThat(Sample.said(Sample.drafts(file, "dingtalk").getFirst())).contains("external_id:dingtalk=u100",
                "name=赵敏", "phone:mobile=13912345678", "own:分机号=801", "own:办公地点=三楼")
                .noneMatch(said -> said.startsWith("note"));
    }

    @Test
    void dingTalksNewerOrderIsKnownToo() {
        Path file = Sample.xlsx(folder, "钉钉.xlsx", List.of(
                List.of("员工UserID", "姓名", "手机号", "部门", "职位", "工号", "是否此部门主管(是/否)", "邮箱", "分机号", "办公地点", "备注", "入职时间"),
                List.of("u1", "孙悦", "+86-13700001111", "研发", "工程师", "9", "否", "", "", "", "", "2020年3月1日")));
        assertThat(Sample.said(Sample.drafts(file, "dingtalk").getFirst())).contains("name=孙悦",
                "phone:mobile=+86-13700001111", "own:入职时间=2020-03-01");
    }

    @Test
    void jiandaoyunIsNotConfirmed() {
        Path file = Sample.xlsx(folder, "联系人.xlsx", List.of(List.of("姓名", "手机号", "客户名称", "部门", "数据ID", "喜好"),
                List.of("周涛", "13600002222", "示例客户", "采购", "5f0a", "茶")));
        ImportFile opened = Sample.open(file);
        assertThat(opened.presetId()).isEqualTo("jiandaoyun");
        assertThat(opened.presetConfirmed()).isFalse();
        assertThat(Sample.said(Sample.drafts(opened).getFirst())).contains("name=周涛", "company=示例客户",
                "external_id:jiandaoyun=5f0a", "own:喜好=茶");
    }

    @Test
    void kingdeeIsNotConfirmedAndListsCompanies() {
        Path file = Sample.xlsx(folder, "客户.xlsx",
                List.of(List.of("编码", "名称", "使用组织", "客户分组", "统一社会信用代码", "通讯地址", "联系人"),
                        List.of("CUST0001", "广州示例贸易有限公司", "总部", "华南", "91440101MA59ABCD3K", "广州市天河区1号", "")));
        ImportFile opened = Sample.open(file);
        assertThat(opened.presetId()).isEqualTo("kingdee");
        assertThat(opened.presetConfirmed()).isFalse();
        assertThat(Sample.said(Sample.drafts(opened).getFirst())).contains("kind=company",
                "external_id:kingdee=CUST0001", "name=广州示例贸易有限公司", "company=广州示例贸易有限公司", "tag=华南",
                "tax_id=91440101MA59ABCD3K");
    }

    @Test
    void yonyouIsNotConfirmedAndARowWithAPersonIsAPerson() {
        Path file = Sample.xls(folder, "客户档案.xls", List.of(List.of("客户编码", "客户名称", "客户简称", "所属分类", "联系人", "电话", "发展日期"),
                List.of("0001", "北京示例公司", "示例", "直销", "何平", "010-12345678", "2019-05-01")));
        ImportFile opened = Sample.open(file);
        assertThat(opened.presetId()).isEqualTo("yonyou");
        assertThat(opened.presetConfirmed()).isFalse();
        assertThat(Sample.said(Sample.drafts(opened).getFirst())).contains("name=何平", "company=北京示例公司",
                "nickname=示例", "tag=直销", "external_id:yonyou=0001", "own:发展日期=2019-05-01")
                .doesNotContain("kind=company");
    }

    @Test
    void accountingListsHaveATitleAboveAndRegionsInOneCell() {
        Path file = Sample.xls(folder, "客户.xls", List.of(List.of("客户档案"), List.of("导出时间：2024-03-12"),
                List.of("客户编码", "客户名称", "客户简称", "税号", "区划(省-市-区)", "详细地址", "电话", "手机", "网站", "EMail", "行业性质", "开户银行",
                        "开户地", "银行账户", "银行行号"),
                List.of("001", "深圳示例科技有限公司", "示例科技", "914403001234567890", "广东省-深圳市-南山区", "科技路1号", "0755-1234567", "",
                        "www.example.cn", "a@example.cn", "科技", "招商银行", "深圳", "6214830000000000", "308584000013")));
        assertThat(Sample.said(Sample.drafts(file, "accounting-zh").getFirst())).contains("external_id:accounting=001",
                "company=深圳示例科技有限公司", "address=;;科技路1号;深圳市 南山区;广东省;;", "bank_account:招商银行=6214830000000000",
                "industry=科技", "tax_id=914403001234567890");
    }

    @Test
    void anyChineseTableIsReadByWhatItsColumnsAreUsuallyCalled() {
        Path file = Sample.text(folder, "客户.csv",
                """
                        序号,客户姓名*,手机号（必填）,单位,职务,电子邮箱,微信号,省份,城市,区,详细地址,标签,身份证号
                        1,刘洋,="13500003333",上海示例厂,厂长,liu@example.cn；liu2@example.cn,liuyang88,上海,上海,浦东,张江1号,重点、老客户,110105194912310021
                        """);
        List<String> said = Sample.said(Sample.drafts(Sample.open(file)).getFirst());
        assertThat(said).contains("name=刘洋", "phone:mobile=13500003333", "company=上海示例厂", "title=厂长",
                "email=liu@example.cn", "email=liu2@example.cn", "chat:wechat=liuyang88",
                "address=;;张江1号;上海 浦东;上海;;", "tag=重点", "tag=老客户");
    }
}
