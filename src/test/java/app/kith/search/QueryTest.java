package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static List<Term> terms(String typed) {
        return Query.parse(typed).clauses().stream().flatMap(clause -> clause.anyOf().stream()).toList();
    }

    private static Term word(String word) {
        return new Term(Field.ANY, word, false);
    }

    @Test
    void wordsPhrasesAndExclusionsAreTold() {
        assertThat(Query.parse("price \"white paper\" -draft NOT old").clauses()).containsExactly(
                new Clause(false, List.of(word("price"))),
                new Clause(false, List.of(new Term(Field.ANY, "white paper", true))),
                new Clause(true, List.of(word("draft"))), new Clause(true, List.of(word("old"))));
        assertThat(terms("“报价 单” 「合同」")).containsExactly(new Term(Field.ANY, "报价 单", true),
                new Term(Field.ANY, "合同", true));
    }

    @Test
    void alternativesBelongTogether() {
        assertThat(Query.parse("invoice OR 发票 或 Rechnung paid").clauses()).containsExactly(
                new Clause(false, List.of(word("invoice"), word("发票"), word("Rechnung"))),
                new Clause(false, List.of(word("paid"))));
    }

    @Test
    void anOperatorWithNothingBesideItIsAWord() {
        assertThat(terms("OR else")).containsExactly(new Term(Field.ANY, "OR", true), word("else"));
        assertThat(terms("this NOT")).containsExactly(word("this"), new Term(Field.ANY, "NOT", true));
        assertThat(terms("或")).containsExactly(new Term(Field.ANY, "或", true));
    }

    @Test
    void fieldsHaveEnglishAndChineseNamesAndBothColons() {
        assertThat(terms("from:anna 发件人：王小明 主题:报价 subject:\"our offer\"")).containsExactly(
                new Term(Field.FROM, "anna", false), new Term(Field.FROM, "王小明", false),
                new Term(Field.SUBJECT, "报价", false), new Term(Field.SUBJECT, "our offer", true));
        assertThat(terms("标签:重点 阶段:成交 公司:华科 位于:收件箱 tag: vip")).containsExactly(
                new Term(Field.TAG, "重点", false), new Term(Field.STAGE, "成交", false),
                new Term(Field.COMPANY, "华科", false), new Term(Field.IN, "收件箱", false),
                new Term(Field.TAG, "vip", false));
        assertThat(terms("未读 有附件 \"未读\"")).containsExactly(new Term(Field.IS, "unread", false),
                new Term(Field.HAS, "attachment", false), new Term(Field.ANY, "未读", true));
    }

    @Test
    void whatIsNotUnderstoodIsText() {
        assertThat(terms("before:soon is:happy http://x.example re:offer")).containsExactly(word("before:soon"),
                word("is:happy"), word("http://x.example"), word("re:offer"));
        assertThat(terms("has:quotation")).containsExactly(new Term(Field.FILE, "quotation", false));
        assertThat(terms("from: subject: -")).isEmpty();
        assertThat(terms("\"never closed")).containsExactly(new Term(Field.ANY, "never closed", true));
    }

    @Test
    void daysAreReadInManyForms() {
        assertThat(DayRange.of("2023", TODAY)).isEqualTo(days("2023-01-01", "2024-01-01"));
        assertThat(DayRange.of("2023-05", TODAY)).isEqualTo(days("2023-05-01", "2023-06-01"));
        assertThat(DayRange.of("2023年5月12日", TODAY)).isEqualTo(days("2023-05-12", "2023-05-13"));
        assertThat(DayRange.of("２０２３/5/12", TODAY)).isEqualTo(days("2023-05-12", "2023-05-13"));
        assertThat(DayRange.of("7d", TODAY)).isEqualTo(days("2026-11-20", "2026-11-28"));
        assertThat(DayRange.of("最近3个月", TODAY)).isEqualTo(days("2026-08-27", "2026-11-28"));
        assertThat(DayRange.of("上个月", TODAY)).isEqualTo(days("2026-10-01", "2026-11-01"));
        assertThat(DayRange.of("last week", TODAY)).isEqualTo(days("2026-11-16", "2026-11-23"));
        assertThat(DayRange.of("2023-13", TODAY)).isNull();
        assertThat(DayRange.of("2023-02-30", TODAY)).isNull();
        assertThat(terms("after:last month")).containsExactly(new Term(Field.AFTER, "last-month", false));
        assertThat(terms("早于:2023-05-12")).containsExactly(new Term(Field.BEFORE, "2023-05-12", false));
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void theLastWordGrowsUntilABlankFollows() {
        assertThat(Query.parse("quot").open()).isTrue();
        assertThat(Query.parse("quot ").open()).isFalse();
        assertThat(Query.parse("\"quot\"").open()).isFalse();
        assertThat(Query.parse("").open()).isFalse();
    }

    @Test
    void anyLineIsReadAndItsPrintedFormMeansTheSame() {
        Random random = new Random(SEED);
        String[] parts = {"a", "OR", "或", "NOT", "AND", "-", "－", "\"", "“", "”", ":", "：", "from", "from:", "主题:",
                "before:",
                "after:", "last", "month", "2023", "7d", "is:", "unread", "未读", "has:", "附件:", "in:", " ", " ", " ",
                "　", "(",
                ")", "*", "x", "报价", "\n", "\0", "\ud83d", "😀", "|", "--", "@", "é", "tag:", "has:pdf", "\u200b", "«"};
        for (int run = 0; run < 200_000; run++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                line.append(random.nextInt(20) == 0
                        ? String.valueOf((char) random.nextInt(0x10000))
                        : parts[random.nextInt(parts.length)]);
            }
            Query query = Query.parse(line.toString());
            assertThat(Query.parse(query.text())).as("seed %d, run %d: <%s> printed <%s>", SEED, run, line,
                    query.text()).isEqualTo(query);
        }
    }
}
