package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.KeptFile;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer.Mode;
import app.kith.exchange.RefusedFile;
import app.kith.support.TestDesk;
import app.kith.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of activities and business records, taken in. */
class EntryImportTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Words ENGLISH = Words.of(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Desk desk;
    private long wang;
    private long anna;
    private long hua;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        wang = add(Value.of(Property.NAME, "", "王小明"), Value.of(Property.COMPANY, "", "深圳华科电子有限公司"),
                Value.of(Property.PHONE, "mobile", "138 0000 1234"), Value.of(Property.EMAIL, "", "wang@hua.example"));
        anna = add(Value.of(Property.NAME, "", "Anna Keller"), Value.of(Property.COMPANY, "", "Nordwind GmbH"),
                Value.of(Property.EMAIL, "", "anna@nordwind.example"), Value.of(Property.EXTERNAL_ID, "", "C-77"));
        add(Value.of(Property.NAME, "", "李婷"), Value.of(Property.COMPANY, "", "苏州联拓科技"));
        add(Value.of(Property.NAME, "", "李婷"), Value.of(Property.COMPANY, "", "恒源仪表"));
        hua = add(Value.of(Property.KIND, "", "company"), Value.of(Property.COMPANY, "", "宁波海达机械有限公司"));
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private long add(Value... values) {
        return desk.records().add(List.of(values)).contact();
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(Charset.forName("GB18030")));
    }

    private EntryPlan plan(Path file, Mode mode, String... fields) {
        Map<String, String> wished = fields.length == 0 ? Map.of() : Map.of(fields[0], fields[1]);
        return desk.transfers().entryImports().plan(
                List.of(EntryFile.open(file, new ImportFile.Choice("auto", wished), ZONE)), mode, _ -> {},
                () -> false);
    }

    private EntryPlan.FilePlan enter(Path file) {
        EntryPlan plan = plan(file, Mode.BOTH);
        desk.transfers().entryImports().enter(plan, Mode.BOTH);
        return plan.files().getFirst();
    }

    private static List<Integer> counts(EntryPlan.FilePlan plan) {
        return List.of(plan.count(EntryPlan.Kind.NEW), plan.count(EntryPlan.Kind.CHANGED),
                plan.count(EntryPlan.Kind.SAME), plan.count(EntryPlan.Kind.REFUSED));
    }

    private static boolean isOne(Path file) {
        return EntryFile.isOne(file, ImportFile.Choice.AUTOMATIC);
    }

    @Test
    void filesThatATableNamesAreKeptWithItsRecordsButNoneFromElsewhere() throws IOException {
        Files.createDirectories(folder.resolve("lists/scans"));
        Files.writeString(folder.resolve("lists/scans/HT-1.pdf"), "signed");
        Files.writeString(folder.resolve("lists/plan.dwg"), "plan");
        Files.writeString(folder.resolve("secret.txt"), "none of the table's");
        String text = """
                合同编号,签订日期,客户名称,联系人,合同金额,附件
                HT-1,2026-03-12,深圳华科电子,王小明,100,scans\\HT-1.pdf；plan.dwg
                HT-2,2026-03-13,深圳华科电子,王小明,100,../secret.txt
                HT-3,2026-03-14,深圳华科电子,王小明,100,nowhere.pdf
                HT-4,2026-03-15,深圳华科电子,王小明,100,
                """;
        Path contracts = file("lists/合同.csv", text);
        EntryPlan.FilePlan first = enter(contracts);
        assertThat(counts(first)).containsExactly(2, 0, 0, 2);
        assertThat(first.refused().getFirst().reason().text(ENGLISH)).contains("../secret.txt");
        Entry kept = desk.records().entries(wang).stream().filter(entry -> entry.number().equals("HT-1")).findFirst()
                .orElseThrow();
        assertThat(kept.files()).extracting(KeptFile::name).containsExactly("HT-1.pdf", "plan.dwg");
        assertThat(desk.keptFiles().read(kept.files().getFirst())).asString(StandardCharsets.UTF_8).isEqualTo("signed");
        assertThat(counts(plan(contracts, Mode.BOTH).files().getFirst())).containsExactly(0, 0, 2, 2);
        enter(file("lists/合同 2.csv", text.replace("HT-1,2026-03-12,深圳华科电子,王小明,100", "HT-1,2026-03-12,深圳华科电子,王小明,200")));
        Entry newer = desk.records().entry(kept.id());
        assertThat(newer.amount()).isEqualByComparingTo("200");
        assertThat(newer.files()).as("an update leaves the files as they are").isEqualTo(kept.files());
    }

    @Test
    void ordersFindTheirCustomersAndASecondImportUpdatesAndNeverDoubles() throws IOException {
        String text = """
                销售订单明细,,,,,
                订单编号,下单日期,客户名称,联系人,订单金额(万元),订单状态
                SO-1001,2026-03-12,深圳华科电子,王小明,1.25,已发货
                SO-1002,2026/3/15,宁波海达机械有限公司,,3,待付款
                SO-1003,2026-04-01,苏州联拓科技,李婷,¥800,待付款
                SO-1004,2026-04-02,,李婷,2,待付款
                SO-1005,2026-04-03,无名公司,张三,2,待付款
                SO-1006,不详,宁波海达机械有限公司,,2,待付款
                """;
        Path orders = file("订单 2026-04.csv", text);
        assertThat(isOne(orders)).isTrue();
        EntryPlan.FilePlan first = enter(orders);
        assertThat(counts(first)).containsExactly(3, 0, 0, 3);
        Entry order = desk.records().entries(wang).getFirst();
        assertThat(order.kind()).isEqualTo(Kind.ORDER);
        assertThat(order.number()).isEqualTo("SO-1001");
        assertThat(order.amount()).isEqualByComparingTo("12500");
        assertThat(order.currency()).isEqualTo("CNY");
        assertThat(order.state()).isEqualTo("已发货");
        assertThat(order.at()).isEqualTo(LocalDateTime.of(2026, 3, 12, 0, 0).atZone(ZONE).toInstant());
        assertThat(desk.records().entries(hua)).extracting(Entry::number).containsExactly("SO-1002");
        assertThat(first.refused()).extracting(one -> one.reason().text(ENGLISH))
                .satisfies(reasons -> assertThat(reasons.get(0)).contains("2 customers have 李婷"),
                        reasons -> assertThat(reasons.get(1)).contains("no customer like 无名公司, 张三"),
                        reasons -> assertThat(reasons.get(2)).contains("\"不详\" is not a date"));
        assertThat(counts(plan(orders, Mode.BOTH).files().getFirst())).containsExactly(0, 0, 3, 3);
        EntryPlan.FilePlan newer = enter(file("订单 2026-05.csv",
                text.replace("待付款", "已付款").replace("SO-1001", "so-1001")));
        assertThat(counts(newer)).containsExactly(0, 2, 1, 3);
        assertThat(desk.records().entries(0)).hasSize(3);
        assertThat(desk.records().entries(hua).getFirst().state()).isEqualTo("已付款");
    }

    @Test
    void theWholeImportIsTakenBackUpdatesIncluded() throws IOException {
        desk.records().log(new Entry(0, anna, Kind.QUOTATION, java.time.Instant.parse("2026-01-05T00:00:00Z"), null,
                "Valves", "", "Q-7", new BigDecimal("100"), "EUR", "sent",
                new app.kith.contact.Source(app.kith.contact.Source.Kind.HAND, "")));
        List<Entry> before = desk.records().entries(0);
        Path quotes = file("quotes.csv", """
                Quote Number;Quote Date;Customer Email;Quote Total;Currency;Status
                Q-7;05/01/2026;anna@nordwind.example;1.250,50;EUR;accepted
                Q-8;17/01/2026;anna@nordwind.example;12.000;EUR;sent
                Q-8;17/01/2026;anna@nordwind.example;12.000;EUR;sent
                """);
        EntryPlan plan = plan(quotes, Mode.BOTH);
        assertThat(counts(plan.files().getFirst())).containsExactly(1, 1, 1, 0);
        long change = desk.transfers().entryImports().enter(plan, Mode.BOTH).orElseThrow();
        assertThat(desk.records().entries(anna)).extracting(Entry::number).containsExactlyInAnyOrder("Q-7", "Q-8");
        Entry updated = desk.records().entries(anna).stream().filter(one -> one.number().equals("Q-7")).findFirst()
                .orElseThrow();
        assertThat(updated.amount()).isEqualByComparingTo("1250.50");
        assertThat(desk.records().entries(anna)).filteredOn(one -> one.number().equals("Q-8")).singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualByComparingTo("12000"));
        assertThat(updated.state()).isEqualTo("accepted");
        assertThat(updated.title()).as("for which the file has no column").isEqualTo("Valves");
        desk.history().undo(change);
        assertThat(desk.records().entries(0)).isEqualTo(before);
        assertThat(counts(plan(quotes, Mode.UPDATE).files().getFirst())).containsExactly(0, 1, 1, 0);
        assertThat(counts(plan(quotes, Mode.CREATE).files().getFirst())).containsExactly(1, 0, 1, 0);
    }

    @Test
    void activitiesOfAllKindsAreReadAndKnownAgainByCustomerTimeAndText() throws IOException {
        Path calls = folder.resolve("跟进.xlsx");
        try (OutputStream out = Files.newOutputStream(calls); Workbook workbook = new Workbook(out, "x", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("跟进记录");
            String[] heads = {"跟进时间", "跟进方式", "客户手机", "跟进内容", "状态"};
            for (int i = 0; i < heads.length; i++) {
                sheet.value(0, i, heads[i]);
            }
            Object[][] rows = {{LocalDateTime.of(2026, 3, 2, 14, 30), "电话沟通", "13800001234", "要 500 台的价格", ""},
                    {LocalDateTime.of(2026, 3, 5, 9, 0), "上门拜访", "+86 138-0000-1234", "看了样机", ""},
                    {LocalDateTime.of(2026, 3, 9, 0, 0), "任务", "138 0000 1234", "寄合同", "已完成"},
                    {LocalDateTime.of(2026, 3, 9, 0, 0), "飞行", "138 0000 1234", "", ""}};
            for (int row = 0; row < rows.length; row++) {
                sheet.value(row + 1, 0, (LocalDateTime) rows[row][0]);
                sheet.style(row + 1, 0).format("yyyy-mm-dd hh:mm").set();
                for (int i = 1; i < heads.length; i++) {
                    sheet.value(row + 1, i, String.valueOf(rows[row][i]));
                }
            }
        }
        assertThat(isOne(calls)).isTrue();
        assertThat(counts(enter(calls))).containsExactly(3, 0, 0, 1);
        assertThat(desk.records().entries(wang)).extracting(Entry::kind).containsExactly(Kind.TASK, Kind.MEETING,
                Kind.CALL);
        assertThat(desk.records().entries(wang).getFirst().state()).isEqualTo(Entry.DONE);
        assertThat(desk.records().entries(wang).getLast().at())
                .isEqualTo(LocalDateTime.of(2026, 3, 2, 14, 30).atZone(ZONE).toInstant());
        assertThat(counts(plan(calls, Mode.BOTH).files().getFirst())).containsExactly(0, 0, 3, 1);
    }

    @Test
    void refusedRowsAreWrittenToBeMendedAndTakenInAgain() throws IOException {
        Path cases = file("cases.csv", """
                Case Number,Date Opened,Contact Name,Account Name,Subject,Status
                0001,"Mar 3, 2026",Anna Keller,Nordwind,Leaking valve,open
                0002,"Mar 4, 2026",Anna Keler,Nordwind,Leaking again,open
                """);
        EntryPlan.FilePlan plan = enter(cases);
        assertThat(counts(plan)).containsExactly(1, 0, 0, 1);
        assertThat(desk.records().entries(anna).getFirst().title()).isEqualTo("Leaking valve");
        Path refused = folder.resolve("cases refused.csv");
        RefusedFile.write(plan, refused, ENGLISH);
        Files.writeString(refused, Files.readString(refused).replace("Keler", "Keller"));
        assertThat(counts(enter(refused))).containsExactly(1, 0, 0, 0);
        assertThat(desk.records().entries(anna)).extracting(Entry::number).containsExactlyInAnyOrder("0001", "0002");
    }

    @Test
    void theUserSaysWhatAColumnAndTheRowsAre() throws IOException {
        Path odd = file("list.csv", "when,who,how much,what\n2026-02-01,C-77,\"1,200 EUR\",pump\n");
        assertThat(isOne(odd)).isFalse();
        EntryPlan plan = desk.transfers().entryImports().plan(List.of(EntryFile.open(odd, new ImportFile.Choice("auto",
                Map.of("when", "date", "B", "customer-id", "how much", "amount", "what", "title", EntryFile.WHOLE,
                        "contract")),
                ZONE)), Mode.BOTH, _ -> {}, () -> false);
        assertThat(counts(plan.files().getFirst())).containsExactly(1, 0, 0, 0);
        Entry contract = plan.files().getFirst().entries().getFirst().after();
        assertThat(contract.contact()).isEqualTo(anna);
        assertThat(contract.kind()).isEqualTo(Kind.CONTRACT);
        assertThat(contract.amount()).isEqualByComparingTo("1200");
        assertThat(contract.currency()).isEqualTo("EUR");
    }

    @Test
    void aListOfCustomersIsNoTableOfRecords() throws IOException {
        assertThat(isOne(file("a.csv", "客户编号,姓名,手机,邮箱,公司,创建时间,备注,状态\n1,王,138,,,2026-01-01,,\n"))).isFalse();
        assertThat(isOne(file("b.csv", "Name,Email,Phone,Company,Notes,Created\nA,a@b.example,1,B,,2026-01-01\n")))
                .isFalse();
        assertThat(isOne(file("c.csv", "姓名,单位,手机,生日,状态\n王,a,138,2000-01-01,新\n"))).isFalse();
        assertThat(isOne(
                file("d.csv", "First Name,Last Name,Company,Lead Status,Created Date,Description\nA,B,C,D,E,F\n")))
                .isFalse();
        assertThat(isOne(file("e.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n"))).isFalse();
    }
}
