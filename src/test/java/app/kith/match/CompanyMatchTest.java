package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Companies among two hundred others: which are one, which are surely one, and which are only branches. */
class CompanyMatchTest {
    private static final Schema SCHEMA = new Schema(List.of(new Schema.Column("name", Kind.ENTITY_NAME),
            new Schema.Column("phone", Kind.PHONE), new Schema.Column("email", Kind.EMAIL),
            new Schema.Column("tax_id", Kind.IDENTITY)));
    private static final String[] STEMS = "Ashford Merton Harlow Kingsley Falcon Beacon Orchard Summit Granger Thornton Redwood Silverton Lakeside Castle"
            .split(" ", -1);
    private static final String[] TRADES = "Logistics Foods Systems Textiles Energy Medical Tools Paper Glass Optics Marine Timber Steel Labs"
            .split(" ", -1);

    private static Findings with(String[]... firms) {
        List<Profile> all = new ArrayList<>();
        for (String[] firm : firms) {
            all.add(profile("x" + all.size(), firm));
        }
        for (int i = 0; i < STEMS.length; i++) {
            for (int j = 0; j < TRADES.length; j++) {
                String domain = (STEMS[i] + TRADES[j]).toLowerCase(java.util.Locale.ROOT) + ".example";
                all.add(profile("o" + i + "-" + j, STEMS[i] + " " + TRADES[j] + " Ltd",
                        "+44 20 7" + (100_0000 + i * 1931 + j * 77), "info@" + domain,
                        "GB" + (10_000_000 + i * 1000 + j)));
            }
        }
        return new Duplicates(SCHEMA, all, 0).scan(_ -> {}, () -> false);
    }

    private static Profile profile(String id, String... values) {
        List<Schema.Entry> entries = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            entries.add(new Schema.Entry(i, values[i]));
        }
        return SCHEMA.profile(id, entries);
    }

    private static boolean together(List<List<Integer>> groups) {
        return groups.stream().anyMatch(group -> group.contains(0) && group.contains(1));
    }

    private static String[] firm(String... values) {
        return values;
    }

    @Test
    void oneTaxNumberAndNamesThatAgreeAreSafe() {
        Findings findings = with(firm("深圳华科电子有限公司", "", "", "91440300MA5ABCDE1X"),
                firm("深圳市华科电子有限责任公司", "0755 8888 6666", "", "91440300MA5ABCDE1X"));

        assertThat(together(findings.safe())).isTrue();
        assertThat(together(findings.groups())).isTrue();
    }

    @Test
    void oneNameAndOneDomainAreSafe() {
        Findings findings = with(firm("Falkenried Werke GmbH", "", "info@falkenried.example"),
                firm("Falkenried Werke AG", "", "sales@mail.falkenried.example"));

        assertThat(together(findings.safe())).isTrue();
    }

    @Test
    void oneNameAloneOrAFreeMailboxIsNotSafe() {
        Findings findings = with(firm("Falkenried Werke GmbH", "", "falkenried@qq.com"),
                firm("Falkenried Werke GmbH", "", "other@qq.com"));

        assertThat(together(findings.safe())).isFalse();
    }

    @Test
    void oneNameAloneIsAsked() {
        String[][][] pairs = {{firm("Falkenried Werke GmbH"), firm("Falkenried Werke AG")},
                {firm("深圳华科电子有限公司"), firm("深圳市华科电子有限责任公司")}};
        for (String[][] pair : pairs) {
            Findings findings = with(pair);

            assertThat(together(findings.groups())).as(pair[0][0] + " is proposed").isTrue();
            assertThat(together(findings.safe())).as(pair[0][0] + " is safe").isFalse();
        }
    }

    @Test
    void aNameThatManyHaveIsNotAsked() {
        Findings findings = with(firm("Central Pharmacy", "+44 20 70000001"),
                firm("Central Pharmacy", "+44 161 7000002"),
                firm("Central Pharmacy", "+44 131 7000003"), firm("Central Pharmacy", "+44 29 70000004"),
                firm("Central Pharmacy", "+44 113 7000005"), firm("Central Pharmacy", "+44 141 7000006"));

        assertThat(together(findings.groups())).isFalse();
    }

    @Test
    void aBranchMeetsItsCompanyByTheNameAlone() {
        Findings findings = with(firm("深圳华科电子有限公司"), firm("深圳华科电子有限公司上海分公司"));

        assertThat(findings.pairs(0)).anyMatch(pair -> pair.first() == 0 && pair.second() == 1);
        assertThat(together(findings.groups())).isFalse();
    }

    @Test
    void twoTaxNumbersAreTwoCompanies() {
        Findings findings = with(firm("Falkenried Werke GmbH", "", "info@falkenried.example", "DE811115368"),
                firm("Falkenried Werke GmbH", "", "info@falkenried.example", "DE274388710"));

        assertThat(together(findings.safe())).isFalse();
    }

    @Test
    void oneTaxNumberUnderTwoNamesWantsALook() {
        Findings findings = with(firm("Falkenried Werke GmbH", "", "", "DE811115368"),
                firm("Ostermann Handel KG", "", "", "DE811115368"));

        assertThat(together(findings.safe())).isFalse();
    }

    @Test
    void aBranchIsNeverItsCompanyUnasked() {
        String[][][] pairs = {
                {firm("深圳华科电子有限公司", "0755 8888 6666", "info@huake-dz.example"),
                        firm("深圳华科电子有限公司上海分公司", "0755 8888 6666", "sh@huake-dz.example")},
                {firm("Nordwind GmbH", "+49 40 5550000", "info@nordwind.example"),
                        firm("Nordwind GmbH, Niederlassung Bremen", "+49 421 333000", "bremen@nordwind.example")},
                {firm("Northgate Trading Ltd", "", "info@northgate.example", "GB999000111"),
                        firm("Northgate Trading Ltd Shanghai Branch", "", "info@northgate.example", "GB999000111")}};
        for (String[][] pair : pairs) {
            Findings findings = with(pair);

            assertThat(together(findings.safe())).as(pair[1][0] + " is safe").isFalse();
            assertThat(findings.reasons(0, 1)).as(pair[1][0])
                    .anyMatch(why -> why.level().equals("branch of the other") && why.weight() < -3);
        }
    }

    @Test
    void twoBranchesOfOneCompanyAreTwo() {
        Findings findings = with(firm("深圳华科电子有限公司上海分公司", "", "sh@huake-dz.example"),
                firm("深圳华科电子有限公司苏州分公司", "", "sz@huake-dz.example"));

        assertThat(together(findings.safe())).isFalse();
        assertThat(together(findings.groups())).isFalse();
        assertThat(findings.reasons(0, 1)).anyMatch(why -> why.level().equals("another branch of one company"));
    }

    @Test
    void twoRecordsOfOneBranchAreProposed() {
        Findings findings = with(firm("深圳华科电子有限公司上海分公司", "021 5555 6666", "sh@huake-dz.example"),
                firm("华科电子上海分公司", "021-55556666", "sh@huake-dz.example"));

        assertThat(together(findings.groups())).isTrue();
    }
}
