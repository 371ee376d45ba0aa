package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.Companies.Company;
import app.kith.store.Companies.CompanyRow;
import app.kith.store.Companies.Order;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.store.Timeline;
import app.kith.support.TestDesk;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies, as they follow from what is known of people. */
class CompaniesTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private long add(String name, String company, String email) {
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name)));
        if (!company.isEmpty()) {
            values.add(Value.of(Property.COMPANY, "", company));
        }
        if (!email.isEmpty()) {
            values.add(Value.of(Property.EMAIL, "", email));
        }
        return desk.records().add(values).contact();
    }

    private List<CompanyRow> all(Order order) {
        return desk.companies().rows(Arrays.stream(desk.companies().ids("", order, 0, 0)).boxed().toList());
    }

    @Test
    void spellingsDomainsAndLanguagesOfOneCompanyMeet() {
        add("王小明", "深圳华科电子有限公司", "wang@hua.example");
        add("Li Na", "Huake Electronics", "lina@huake.example");
        add("张伟", "", "zhang@hua.example");
        add("Anna Keller", "Nordwind GmbH", "anna@nord.example");
        add("Bob", "", "bob@gmail.com");
        add("Carol", "", "carol@lonely.example");
        List<CompanyRow> rows = all(Order.PEOPLE);
        assertThat(rows).extracting(CompanyRow::people).containsExactly(3, 1, 1);
        assertThat(rows.getFirst().domains()).containsExactly("hua.example", "huake.example");
        assertThat(rows).extracting(CompanyRow::name).contains("Nordwind GmbH", "lonely.example")
                .noneMatch(name -> name.contains("gmail"));
        assertThat(desk.companies().ids("huake", Order.NAME, 0, 0)).hasSize(1);
        assertThat(desk.companies().ids("华科", Order.NAME, 0, 0)).hasSize(1);
        assertThat(desk.companies().ids("gmail", Order.NAME, 0, 0)).isEmpty();
    }

    @Test
    void companiesOfOneNameInOtherTradesAreTwoAndASharedDomainJoinsNobody() {
        add("王小明", "深圳博睿电子有限公司", "wang@borui.example");
        add("李娜", "深圳博睿贸易有限公司", "lina@borui-trade.example");
        add("Anna", "Nordwind GmbH", "anna@webmail.example");
        add("Bert", "Talbach KG", "bert@webmail.example");
        add("Cleo", "Osterfeld AG", "cleo@webmail.example");
        add("Dora", "", "dora@webmail.example");
        assertThat(all(Order.NAME)).hasSize(5).allSatisfy(row -> {
            assertThat(row.people()).isEqualTo(1);
            assertThat(row.domains()).doesNotContain("webmail.example");
        });
    }

    @Test
    void aSecondNameAtTheSameDomainIsAnotherSpellingAndACompanyCardIsNoPerson() {
        add("Anna Keller", "Nordwind GmbH", "anna@nord.example");
        add("Bert Keller", "Nordwind GmbH", "bert@nord.example");
        add("Cleo Keller", "NW Trading", "cleo@nord.example");
        long card = desk.records().add(List.of(Value.of(Property.KIND, "", "company"),
                Value.of(Property.NAME, "", "Nordwind"))).contact();
        CompanyRow only = all(Order.NAME).getFirst();
        assertThat(all(Order.NAME)).hasSize(1);
        assertThat(only.people()).isEqualTo(3);
        Company company = desk.companies().find(only.id()).orElseThrow();
        assertThat(company.card()).isEqualTo(card);
        assertThat(company.people()).extracting(one -> one.id()).doesNotContain(card).hasSize(3);
    }

    @Test
    void aCompanyHasTheRecordsOfItsPeopleAndFollowsTheirChanges() {
        long anna = add("Anna Keller", "Nordwind GmbH", "anna@nord.example");
        long bert = add("Bert Keller", "Nordwind", "bert@nord.example");
        desk.records()
                .log(new Entry(0, bert, Entry.Kind.ORDER, Instant.parse("2026-03-01T10:00:00Z"), null, "Pumps", "",
                        "B-7", new BigDecimal("120"), "EUR", "open", new Source(Source.Kind.HAND, "")));
        Company company = desk.companies().find(anna).orElseThrow();
        assertThat(company.records()).extracting(Entry::number).containsExactly("B-7");
        desk.records().edit(bert, List.of(Value.of(Property.COMPANY, "", "Südwind AG"),
                Value.of(Property.EMAIL, "", "bert@sued.example")),
                List.of(Value.of(Property.EMAIL, "", "bert@nord.example")));
        assertThat(all(Order.NAME)).extracting(CompanyRow::name).contains("Nordwind GmbH", "Südwind AG");
        assertThat(desk.companies().find(anna).orElseThrow().records()).isEmpty();
    }

    @Test
    void aDomainTypedOnTheCardOfACompanyBringsThoseWhoWriteFromThere() {
        long anna = add("Anna Keller", "Nordwind GmbH", "");
        long bert = add("Bert Ohm", "", "bert@nord.example");
        assertThat(desk.companies().find(anna).orElseThrow().members()).containsExactly(anna);
        long card = desk.records().add(List.of(Value.of(Property.KIND, "", "company"),
                Value.of(Property.NAME, "", "Nordwind GmbH"),
                Value.of(Property.DOMAIN, "", "https://www.Nord.example/kontakt"))).contact();
        assertThat(desk.companies().find(anna).orElseThrow().members()).containsExactlyInAnyOrder(anna, bert, card);
        assertThat(desk.companies().members(bert)).containsExactlyInAnyOrder(anna, bert, card);
        assertThat(desk.companies().members(card + 1)).isEmpty();
    }

    @Test
    void whatHappenedWithAllOfItsPeopleIsOneTimelineAndEachFileStandsThereOnce() {
        long anna = add("Anna Keller", "Nordwind GmbH", "anna@nord.example");
        long bert = add("Bert Ohm", "Nordwind GmbH", "bert@nord.example");
        add("Carol", "Südwind AG", "carol@sued.example");
        Account account = desk.accounts().add(new Account(0, "me@firm.example", "",
                new Server("localhost", 1, Security.TLS), null, "me@firm.example", null, null, null), "secret")
                .account();
        mail(account, 1, "anna@nord.example", "me@firm.example, bert@nord.example", "Plan");
        mail(account, 2, "bert@nord.example", "me@firm.example", "Price");
        mail(account, 3, "carol@sued.example", "me@firm.example", "Other");
        desk.records().log(new Entry(0, bert, Entry.Kind.CALL, Instant.parse("2026-11-05T10:00:00Z"), null, "", "Hello",
                "", null, "", "", new Source(Source.Kind.HAND, "")));
        List<Long> members = desk.companies().members(anna);
        List<Timeline.Item> items = desk.timeline().of(members);
        assertThat(items).map(Timeline.Item::with).containsExactly(List.of(bert), List.of(bert), List.of(anna, bert));
        assertThat(items.getLast()).isInstanceOfSatisfying(Timeline.Talk.class,
                talk -> assertThat(talk.subject()).isEqualTo("Plan"));
        assertThat(desk.files().rows(Arrays.stream(desk.files().ids(new Filter(members, null, ""), 0, 0)).boxed()
                .toList())).extracting(FileRow::name).containsExactlyInAnyOrder("Plan.pdf", "Price.pdf");
        assertThat(desk.files().ids(new Filter(List.of(anna), null, ""), 0, 0)).hasSize(1);
        assertThat(desk.files().ids(Filter.ALL, 0, 0)).hasSize(3);
    }

    private void mail(Account account, int day, String from, String to, String subject) {
        String raw = """
                From: %s
                To: %s
                Subject: %s
                Date: %d Nov 2026 09:00:00 +0000
                Message-ID: <%d@test>
                MIME-Version: 1.0
                Content-Type: application/pdf; name="%s.pdf"
                Content-Disposition: attachment; filename="%s.pdf"

                pdf
                """.formatted(from, to, subject, day, day, subject, subject);
        TestDesk.file(desk, account, List.of(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-0" + day + "T09:00:05Z"));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 30; i++) {
            add("Person " + i, "Zqx" + (char) ('a' + i % 26) + "vor" + i + " GmbH", "p@firm" + i + ".example");
        }
        List<Long> paged = new ArrayList<>();
        long after = 0;
        while (true) {
            long[] page = desk.companies().ids("", Order.NAME, after, 7);
            if (page.length == 0) {
                break;
            }
            Arrays.stream(page).forEach(paged::add);
            after = page[page.length - 1];
        }
        assertThat(paged).hasSize(30)
                .containsExactlyElementsOf(Arrays.stream(desk.companies().ids("", Order.NAME, 0, 0)).boxed().toList());
    }
}
