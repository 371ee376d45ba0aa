package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The usual traps, planted among a thousand other contacts. */
class TrapsTest {
    private static final List<Profile> OTHERS = GeneratedContacts.of(1_000, 77).profiles();

    private static Findings with(Profile... planted) {
        List<Profile> all = new ArrayList<>(List.of(planted));
        all.addAll(OTHERS);
        return new Duplicates(GeneratedContacts.SCHEMA, all, 0).scan(_ -> {}, () -> false);
    }

    private static boolean proposed(Findings findings) {
        return findings.groups().stream().anyMatch(group -> group.contains(0) && group.contains(1));
    }

    private static boolean safe(Findings findings) {
        return findings.safe().stream().anyMatch(group -> group.contains(0) && group.contains(1));
    }

    private static Profile profile(String id, String... values) {
        return GeneratedContacts.profile(id, values);
    }

    @Test
    void oneMailboxAndOneNameInTwoScriptsIsSafe() {
        Findings findings = with(profile("x1", "王小明", "wxm@jialian.com", "", "苏州嘉联电子有限公司"),
                profile("x2", "Xiaoming Wang", "WXM@jialian.com", "", "Suzhou Jialian Electronics Co., Ltd."));

        assertThat(safe(findings)).isTrue();
        assertThat(findings.reasons(0, 1)).extracting(Reason::level).contains("equal", "pinyin equal");
    }

    @Test
    void aCoupleOnOneTelephoneAndBoxIsTwo() {
        Findings findings = with(profile("x1", "赵建国", "zhaojia@163.com", "13811112222"),
                profile("x2", "钱玉兰", "zhaojia@163.com", "138 1111 2222"));

        assertThat(safe(findings)).isFalse();
    }

    @Test
    void colleaguesOnOneSwitchboardAreTwo() {
        Findings findings = with(profile("x1", "李娜", "na.li@ruifeng88.com", "021-55667788", "上海瑞丰贸易有限公司"),
                profile("x2", "周强", "qiang.zhou@ruifeng88.com", "021-55667788-802", "上海瑞丰贸易有限公司"));

        assertThat(proposed(findings)).isFalse();
        assertThat(safe(findings)).isFalse();
    }

    @Test
    void siblingsOfOneSoundAtOneCompanyAreNotSafe() {
        Findings findings = with(profile("x1", "张志伟", "zhangzhiwei@ruifeng88.com", "13811110000", "上海瑞丰贸易有限公司"),
                profile("x2", "张志玮", "zhangzhiwei2@ruifeng88.com", "13922223333", "上海瑞丰贸易有限公司"));

        assertThat(safe(findings)).isFalse();
        assertThat(proposed(findings)).isFalse();
    }

    @Test
    void fatherAndSonAreTwo() {
        Findings findings = with(profile("x1", "John Marlowe Sr.", "", "+1 617 322 1199"),
                profile("x2", "John Marlowe Jr.", "", "+1 617 322 1199"));

        assertThat(safe(findings)).isFalse();
    }

    @Test
    void aBoxForAFunctionIsNobody() {
        Findings findings = with(profile("x1", "", "info@falkenried-werke.com", "+1 617 555 0101", "Falkenried Werke"),
                profile("x2", "Jane Meadow", "jane@falkenried-werke.com", "+1 617 555 0101", "Falkenried Werke"));

        assertThat(safe(findings)).isFalse();
    }

    @Test
    void namesakesWithNothingElseAreNotSafe() {
        Findings findings = with(profile("x1", "王伟", "", "13811112222"), profile("x2", "王伟", "", "13911113333"));

        assertThat(safe(findings)).isFalse();
        assertThat(proposed(findings)).isFalse();
    }

    @Test
    void aRareNameAtOneCompanyIsProposed() {
        Findings findings = with(profile("x1", "Ottokar Zwiebelstein", "", "", "Falkenried Werke GmbH"),
                profile("x2", "Zwiebelstein, Ottokar", "ottokar@falkenried-werke.com"));

        assertThat(proposed(findings)).isTrue();
    }

    @Test
    void whoWroteToTheOtherIsAnother() {
        List<Profile> all = new ArrayList<>(List.of(profile("x1", "Ottokar Zwiebelstein", "o.z@falkenried-werke.com"),
                profile("x2", "Ottokar Zwiebelstein", "o.z@falkenried-werke.com")));
        all.addAll(OTHERS);

        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, all, 0, List.of(new Sign("x1", "x2",
                Sign.What.WROTE_TO)), List.of()).scan(_ -> {}, () -> false);

        assertThat(proposed(findings)).isFalse();
        assertThat(safe(findings)).isFalse();
    }
}
