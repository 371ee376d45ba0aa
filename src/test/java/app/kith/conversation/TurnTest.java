package app.kith.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.kith.conversation.ReplyTimes.Sent;
import app.kith.conversation.Turn.Said;
import app.kith.conversation.Turn.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final long ANNA = 7;
    private static final long COLLEAGUE = 8;
    private static final Wording ASKS = new Wording(true, false, false);
    private static final Wording OFFERS = new Wording(false, true, false);
    private static final Wording THANKS = new Wording(false, false, true);

    private static Said theirs(long id, Wording wording, boolean direct, Long... others) {
        return new Said(id, id * 100, false, false, wording, ANNA, direct, Set.of(others));
    }

    private static Said mine(long id, Wording wording, Long... others) {
        return new Said(id, id * 100, true, false, wording, 1, false, Set.of(others));
    }

    private static Said machine(long id) {
        return new Said(id, id * 100, false, true, ASKS, ANNA, true, Set.of());
    }

    private static void turn(Side side, long message, long since, Said... said) {
        Turn turn = Turn.of(List.of(said));
        assertEquals(new Turn(side, message, since, turn.until()), turn);
    }

    @Test
    void aQuestionIsWorthAskingAboutForLongerThanWhatAsksNothing() {
        assertEquals(100 + Turn.ASKED.toMillis(), Turn.of(List.of(theirs(1, ASKS, true))).until());
        assertEquals(100 + Turn.TOLD.toMillis(), Turn.of(List.of(theirs(1, Wording.PLAIN, true))).until());
        assertEquals(200 + Turn.ASKED.toMillis(),
                Turn.of(List.of(theirs(1, ASKS, true), theirs(2, Wording.PLAIN, true))).until());
    }

    @Test
    void whoWasWrittenToDirectlyOwesAnAnswer() {
        turn(Side.MINE, 1, 100, theirs(1, Wording.PLAIN, true));
        turn(Side.MINE, 3, 100, theirs(1, ASKS, true), machine(2), theirs(3, Wording.PLAIN, true));
    }

    @Test
    void aCopyAMachineAndThanksAskForNothing() {
        turn(Side.NONE, 0, 0, theirs(1, ASKS, false));
        turn(Side.NONE, 0, 0, machine(1));
        turn(Side.NONE, 0, 0, theirs(1, ASKS, true), mine(2, Wording.PLAIN, ANNA), theirs(3, THANKS, true));
        turn(Side.NONE, 0, 0, theirs(1, ASKS, true), theirs(2, THANKS, true));
    }

    @Test
    void onlyAnAnswerToTheOneWhoAskedAnswers() {
        turn(Side.NONE, 0, 0, theirs(1, ASKS, true), mine(2, Wording.PLAIN, ANNA));
        turn(Side.MINE, 1, 100, theirs(1, ASKS, true), mine(2, ASKS, COLLEAGUE));
    }

    @Test
    void aColleagueOfTheirsMayAnswerInMyStead() {
        Said colleague = new Said(2, 200, false, false, Wording.PLAIN, COLLEAGUE, false, Set.of(ANNA));
        turn(Side.NONE, 0, 0, theirs(1, ASKS, true, COLLEAGUE), colleague);
    }

    @Test
    void aQuestionOrAnOfferWaitsForAPerson() {
        turn(Side.THEIRS, 1, 100, mine(1, ASKS, ANNA), machine(2));
        turn(Side.THEIRS, 2, 100, mine(1, OFFERS, ANNA), mine(2, Wording.PLAIN, ANNA));
        turn(Side.NONE, 0, 0, mine(1, OFFERS, ANNA), theirs(2, THANKS, true));
        turn(Side.NONE, 0, 0, mine(1, Wording.PLAIN, ANNA));
        turn(Side.NONE, 0, 0, mine(1, ASKS, ANNA), mine(2, THANKS, ANNA));
        turn(Side.NONE, 0, 0, mine(1, ASKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"收到，谢谢！", "好的", "OK", "Thanks, Anna", "Thank you very much!\n\nBest regards\nAnna",
            "明白了，谢谢王总。",
            "Hi Tom,\n\nWell received, thanks.", "收到", "Got it - thanks a lot!", "好的，辛苦了！", "没问题，谢谢",
            "Perfect, thank you.", "Vielen Dank!",
            "王总，\n好的，收到，谢谢。", "Noted with thanks.",
            "林经理，您好！\n\n收到，祝您和家人节日快乐！"})
    void thanksAreThanks(String text) {
        assertTrue(Wording.of(text).thanks(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"谢谢，请发一份合同", "Thanks, but the price is too high", "好的，什么时候发货？",
            "OK, we order 500 pieces of pump P-200",
            "收到，不过价格需要再谈",
            "Thank you for the quotation. We have compared it with two other offers and will decide on Monday.",
            "我们同意贵司的报价，按照附件的数量下单500台，合同明天寄出", "", "Anna"})
    void whatSaysMoreIsNotThanksAlone(String text) {
        assertFalse(Wording.of(text).thanks(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"能否周五前回复我们", "请确认数量", "价格是多少？", "Could you check this", "Please let me know",
            "您方便的时候给个电话吗。",
            "I am looking forward to hearing from you.", "Is that ok?", "麻烦您发一下图纸", "期待您的回复", "Any news on this"})
    void questionsAndRequestsAsk(String text) {
        assertTrue(Wording.of(text).asks(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"附件是合同，请查收。", "Please find attached the drawing.", "邀请函已寄出",
            "See https://firm.test/page?id=3 for the data",
            "Please do not hesitate to call.", "我下周请假"})
    void whatOnlyLooksLikeARequestDoesNotAsk(String text) {
        assertFalse(Wording.of(text).asks(), text);
    }

    @Test
    void anOfferIsToldByItsWords() {
        assertTrue(Wording.of("附件是我们的报价单，请查收。").offers());
        assertTrue(Wording.of("Please find attached our quotation Q-1042.").offers());
        assertFalse(Wording.of("Thank you for your offer.").offers());
    }

    @Test
    void replyTimesCountFromTheFirstMailInARow() {
        long hour = 3_600_000;
        ReplyTimes times = ReplyTimes.of(List.of(
                List.of(new Sent(0, false), new Sent(hour, false), new Sent(5 * hour, true), new Sent(9 * hour, false)),
                List.of(new Sent(0, false), new Sent(hour, true))));
        assertEquals(3, times.mine().orElseThrow());
        assertEquals(4, times.theirs().orElseThrow());
        assertTrue(ReplyTimes.of(List.of()).mine().isEmpty());
    }
}
