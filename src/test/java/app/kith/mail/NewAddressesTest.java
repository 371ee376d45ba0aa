package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences with which people tell a new address of their own, and many that name an address and tell none. */
class NewAddressesTest {
    private static final Mailbox ANNA = new Mailbox("Anna Keller", "anna.keller@old.test");
    private static final Mailbox WANG = new Mailbox("王小明", "wangxm@old.test");

    @ParameterizedTest
    @ValueSource(strings = {"My new e-mail address is anna@new.test.",
            "Please note that my new email is: anna@new.test",
            "Hello,\n\nour new mail address as of 1 May is <anna@new.test>.", "New email: anna@new.test",
            "I have changed my e-mail address to anna@new.test. Please update your address book.",
            "I've moved to anna@new.test, the old account will be closed in June.",
            "My email has changed from anna.keller@old.test to anna@new.test.",
            "My old address was changed. You can now reach me at anna@new.test.",
            "Please use anna.keller@new.test from now on.",
            "This mailbox is no longer in use. Please send your mails to anna.keller@new.test.",
            "From today please write to me at anna@new.test.",
            "Please update your records with my new address anna@new.test",
            "My new e-mail address is:\nanna@new.test\nThe old one still works until Friday.",
            "I left Acme last week. My new email is anna@new.test and I would love to stay in touch.",
            "Kindly use anna@new.test instead of anna.keller@old.test.",
            "We have moved our email from anna.keller@old.test to anna.keller@new.test",
            "I am now reachable at anna@new.test.",
            "As of next Monday please contact me at keller@new.test; anna.keller@old.test will be deactivated.",
            "Our email address has changed to office@new.test.",
            "Just to let you know, I've got a new email address: anna@new.test",
            "Please replace my old address with anna@new.test.",
            "Effective 1 June my email will change to anna@new.test", "Note my change of email: anna@new.test",
            "Hi all, new job, new address - you'll find me at anna@new.test from now on.",
            "Please save my new address: anna.keller@new.test",
            "I no longer use this account. Write to anna.keller@new.test instead.",
            "Due to a domain change my address is now anna.keller@new.test.", "my email is now anna.keller@new.test",
            "This is my new email account: anna@new.test"})
    void aNewAddressOfTheAuthorIsFound(String text) {
        assertThat(NewAddresses.in(text, ANNA)).as(text).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的新邮箱是 wang@new.test，请惠存。", "各位好：\n本人邮箱变更为：wang@new.test。", "邮箱变更为 wang@new.test",
            "因公司更名，我的邮箱已更换为wangxm@new.test。", "我换了新邮箱：wang@new.test", "新邮箱：wang@new.test",
            "以后请发邮件到我的 wang@new.test，谢谢！", "此邮箱已停用，请发送至 wangxm@new.test。", "本邮箱即日起不再使用。\n请改用 wangxm@new.test 与我联系。",
            "即日起请使用 wangxm@new.test 联系我。", "我的郵箱已更換為 wang@new.test，請更新。", "我司新邮箱为 wang@new.test",
            "邮箱由wangxm@old.test变更为wang@new.test", "自4月1日起，我的工作邮箱变更为 wang@new.test，旧邮箱同时停用。",
            "我的邮箱地址改为：wang@new.test", "请用我的新邮箱 wang@new.test 联系。", "我已从原公司离职，我的新邮箱是 wang@new.test，欢迎联系。",
            "我换邮箱了，新的是 wang@new.test", "以后联系请用这个邮箱：wangxm@new.test", "邮箱有变，请更新为 wangxm@new.test",
            "这个邮箱我不用了，新的邮箱地址是 wang@new.test", "我的邮箱换成了 wang@new.test", "請注意，本人電子郵件已更改為 wang@new.test",
            "我們公司郵箱已更換，新郵箱為 wang@new.test"})
    void aNewAddressOfTheAuthorIsFoundInChinese(String text) {
        assertThat(NewAddresses.in(text, WANG)).as(text).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Keller has left the company. Please write to bob.lang@old.test.",
            "I am no longer with Old Ltd. Please contact my successor at bob@old.test.",
            "I am out of the office until Monday. In urgent cases please use bob@old.test instead.",
            "Please send all invoices to accounting@old.test from now on.",
            "From now on please use orders@old.test for orders.", "Tom's new email is tom@new.test.",
            "His new e-mail address is tom@new.test.", "Is your new e-mail anna@new.test?",
            "Did you get the mail from anna@new.test?", "Please reply to tom@new.test.",
            "If my new email is anna@new.test, will the order change?", "I forwarded your mail to tom@new.test.",
            "Please add tom@new.test to cc from now on.", "You can reach me at anna@new.test or 555-0100.",
            "Our colleague Tom (tom@new.test) will take over in future.", "Do not use anna@new.test any more.",
            "My e-mail was anna@new.test when I was at school.", "Please contact support@old.test going forward.",
            "During my vacation please write to bob@old.test instead.", "The new user tom@new.test was created.",
            "Your new email address tom@new.test has been set up.", "Write to press@old.test for pictures.",
            "We will send the documents to anna@new.test from now on.",
            "My new email signature is attached, see tom@new.test",
            "We use newsletter@old.test for our new e-mail campaign.", "Questions? Contact tom@new.test instead.",
            "My assistant's new e-mail is tom@new.test.", "Please use tom@new.test from now on.",
            "I will be on maternity leave; from now on please write to tom@new.test.",
            "Send your CV to jobs@new.test in future.", "Our bank changed, please pay to tom@new.test from now on.",
            "This mailbox is not monitored. Please contact support@old.test.",
            "The customer changed his email to tom@new.test.",
            "anna.keller@old.test and tom@new.test are both in copy.",
            "Our new colleague is Tom, tom@new.test.", "My new phone arrived, the mail is tom@new.test.",
            "The new address for deliveries is warehouse@new.test.",
            "I am writing from anna@new.test today because my laptop broke.", "Please use tom@new.test instead of me.",
            "From now on Tom will be your contact: tom@new.test.",
            "Please send it to my private address anna@gmx.test.", "We changed the supplier, write to tom@new.test.",
            "I moved the files to tom@new.test", "New email: tom@new.test joined the group",
            "Could you use anna@new.test from now on?", "please contact Tom in the future at tom@new.test",
            "In future please contact me at the office; Tom is at tom@new.test.",
            "The system's mail was changed to noreply@new.test"})
    void whatTellsNoNewAddressOfTheAuthorIsLeftAlone(String text) {
        assertThat(NewAddresses.in(text, ANNA)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明已离职，请联系 lina@old.test。", "我已离职，后续请联系李娜 lina@old.test。", "以后发票请发到 fapiao@old.test。",
            "他的新邮箱是 lina@new.test。", "您的新邮箱是 lina@new.test 吗？", "请把简历发送至 hr@old.test。", "李经理的新邮箱是 lina@new.test",
            "休假期间如有急事请联系 lina@old.test。", "以后订单请发到 order@old.test", "客户邮箱变更为 lina@new.test，请更新。",
            "如果我的邮箱变更为 wang@new.test，需要重新签合同。", "请抄送 lina@new.test。", "请回复到 lina@new.test。", "我的邮箱不是 lina@new.test。",
            "附件请发 lina@new.test", "此邮箱为系统邮箱，请勿回复，问题请联系 help@old.test。", "由李娜接手，请发邮件至 lina@old.test。",
            "以后请联系我同事 lina@old.test。", "系统新邮箱地址为 sys@new.test", "你的邮箱改为 lina@new.test 了吗", "财务邮箱变更为 caiwu@old.test",
            "已将资料发到 lina@new.test。", "请不要再用 lina@new.test。", "对方的邮箱已更换为 lina@new.test。", "今后对账单请寄至 lina@old.test",
            "新同事邮箱：lina@new.test", "新客户邮箱是 lina@new.test", "我把邮件转到 lina@new.test 了", "请以后直接联系李娜，邮箱 lina@new.test",
            "我们的新供应商邮箱是 lina@new.test", "从今天起由李娜跟进，邮箱lina@new.test", "请把文件发到我的邮箱 wang@home.test",
            "新员工邮箱为 lina@new.test，请开通", "您可以用 lina@new.test 登录", "账号邮箱已更换为 lina@new.test（系统通知）"})
    void whatTellsNoNewAddressOfTheAuthorIsLeftAloneInChinese(String text) {
        assertThat(NewAddresses.in(text, WANG)).as(text).isEmpty();
    }

    @Test
    void theSentenceIsTheProof() {
        assertThat(NewAddresses.in("Hi,\nthanks for the samples. My new e-mail is anna@new.test. See you!", ANNA))
                .isEqualTo(List.of(new NewAddress("anna@new.test", "My new e-mail is anna@new.test.")));
    }

    @Test
    void theAutomaticAnswerOfAnOldAddressTellsTheNewOneAndAListTellsNothing() {
        String answer = "This mailbox is no longer in use. Please send your mails to anna.keller@new.test.";
        Mail automatic = Samples.mail("From: Anna Keller <anna.keller@old.test>", "Auto-Submitted: auto-replied", "",
                answer);
        assertThat(NewAddresses.of(automatic, NewText.ofBeginning(automatic))).extracting(NewAddress::address)
                .containsExactly("anna.keller@new.test");
        Mail list = Samples.mail("From: Anna Keller <anna.keller@old.test>", "List-Id: <all.old.test>",
                "Precedence: list", "", "My new e-mail address is anna@new.test.");
        assertThat(NewAddresses.of(list, NewText.ofBeginning(list))).isEmpty();
    }

    @Test
    void quotedHistoryTellsNothing() {
        Mail mail = Samples.mail("From: Anna Keller <anna.keller@old.test>", "",
                "Noted!\n\nOn Tue, Mar 10, 2026 at 9:12 AM Tom <tom@x.test> wrote:\n> My new e-mail is tom@new.test.\n");
        assertThat(NewAddresses.of(mail, NewText.ofBeginning(mail))).isEmpty();
    }
}
