package app.kith.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.rule.Rule.Join;
import app.kith.rule.Rule.Switch;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as they are written. */
class RuleTest {
    private static final String[] TEXTS = {"won", "VIP 客户", "a=b:c", "x, y；z", "  two  words ", "line\nbreak",
            "\"q\" -x OR y",
            "合同", "name: x"};

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            Rule rule = any(random);
            assertThat(Rule.parse(rule.id(), rule.text())).as(rule.text()).isEqualTo(rule);
        }
    }

    private static Rule any(Random random) {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        EnumSet.allOf(Switch.class).stream().filter(_ -> random.nextBoolean()).forEach(switches::add);
        List<Condition> conditions = new ArrayList<>();
        List<Then> thens = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            conditions.add(new Condition(one(random, Condition.Kind.values()), random.nextBoolean(), text(random)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = text(random).replace("=", "");
            thens.add(new Then(one(random, Then.Kind.values()), value, text(random), random.nextInt(400)));
        }
        When when = new When(one(random, When.Kind.values()), text(random).replace("=", ""), text(random),
                random.nextInt(400));
        return new Rule(1 + random.nextInt(9), text(random), switches, when, one(random, Join.values()), conditions,
                thens, new Since(random.nextInt(99), random.nextInt(99), Instant.ofEpochSecond(random.nextInt())));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String text(Random random) {
        return one(random, TEXTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "changed", "changed:", "after-contact", "after-contact:soon", "before:", ""})
    void whatSetsNothingOffIsRefused(String text) {
        assertThatThrownBy(() -> When.parse(text)).isInstanceOf(KithException.class).hasMessageContaining("RULE_PART");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text:", "not", "not-", "stage", "knwon"})
    void whatCannotBeAskedIsRefused(String text) {
        assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(KithException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "field:Region", "field:=North", "follow-up", "follow-up:soon:call", "move:", "send"})
    void whatCannotBeDoneIsRefused(String text) {
        assertThatThrownBy(() -> Then.parse(text)).isInstanceOf(KithException.class);
    }

    @Test
    void aLineOfANewerProgramMakesTheWholeRuleUnreadable() {
        String text = "name: x\nwhen: mail-in\nunless: raining\nthen: pin";
        assertThatThrownBy(() -> Rule.parse(1, text)).isInstanceOf(KithException.class).hasMessageContaining("unless");
    }

    @Test
    void nothingIsDoneOnServersThatWasNotSwitchedOn() {
        Rule rule = Rule.parse(1, "name: x\nwhen: mail-in\nthen: flag\nthen: pin\nthen: move:Old");
        assertThat(rule.allowed()).extracting(Then::kind).containsExactly(Then.Kind.PIN);
        assertThat(rule.with(Switch.SERVER, true).allowed()).hasSize(3);
    }

    @Test
    void aRuleThatNoMailSetsOffDoesNothingToMails() {
        Rule rule = Rule.parse(1,
                "name: x\nstate: server\nwhen: changed:stage=won\nthen: flag\nthen: pin\nthen: tag:a");
        assertThat(rule.allowed()).extracting(Then::kind).containsExactly(Then.Kind.TAG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The price is USD 12,500.00 net|usd 12,500.00", "总价 ¥3,200 含税|¥3,200",
            "共计 5万元|5万元", "合计1.5万元|1.5万元", "we pay 300 euros|300 euros", "call me at 138 0013 8000|",
            "in 2026 dollarization|", "30000元整|30000元"})
    void sumsAreSeen(String text, @Nullable String found) {
        assertThat(Wording.AMOUNT.find(text)).as(text).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource({"please sign the contract,CONTRACT,true", "two Contracts are open,CONTRACT,true",
            "the contractor came,CONTRACT,false", "请回签合同,CONTRACT,true", "請簽合約,CONTRACT,true",
            "Bitte um ein Angebot,QUOTATION,true", "麻烦报价,QUOTATION,true", "a quote please,QUOTATION,true",
            "they quoted him,QUOTATION,false", "goods arrived damaged,COMPLAINT,true", "收到的货有质量问题,COMPLAINT,true",
            "all is well,COMPLAINT,false", "unser Verträge,CONTRACT,true"})
    void wordsTellWhatAMailIsAbout(String text, Wording wording, boolean found) {
        assertThat(wording.find(text).isEmpty()).as(text).isNotEqualTo(found);
    }

    @Test
    void everySampleIsAWholeRuleInBothLanguages() {
        for (Locale language : Words.LANGUAGES) {
            for (Sample sample : Sample.values()) {
                Rule rule = sample.rule(Words.of(language));
                assertThat(rule.text()).as("%s %s", sample, language).doesNotContain("rule.sample");
                assertThat(rule.allowed()).as("%s", sample).isNotEmpty();
                assertThat(Rule.parse(0, rule.text())).isEqualTo(rule);
            }
        }
        assertThat(Sample.values()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsTakenBackBecomesAFalseAlarmAndNothingElseDoes() {
        String key = Mark.key(3, Subject.mail(17));
        String done = new Mark(Mark.State.DONE, Instant.EPOCH).text();
        assertThat(Mark.parse(Mark.takenBack(key, "", done)).orElseThrow().state()).isEqualTo(Mark.State.BACK);
        String back = Mark.takenBack(key, "", done);
        assertThat(Mark.takenBack(key, done, back)).as("the taking back is taken back").isEqualTo(done);
        assertThat(Mark.takenBack(key, back, "")).as("forgotten alarms come back").isEqualTo(back);
        assertThat(Mark.takenBack("search/x", "", "y")).isEmpty();
        assertThat(Subject.parse("c5@2026-12-04").orElseThrow()).isEqualTo(new Subject(0, 5, "2026-12-04"));
        assertThat(Subject.parse("x")).isEmpty();
    }
}
