package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** vCards as each program writes them. */
class VCardDialectsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<String> only(byte[] bytes) {
        List<DraftCard> cards = all(bytes);
        assertThat(cards).hasSize(1);
        return Sample.said(cards.getFirst());
    }

    private List<String> only(String text) {
        return only(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<DraftCard> all(byte[] bytes) {
        return Sample.drafts(Sample.open(Sample.bytes(folder, "card.vcf", bytes)));
    }

    @Test
    void iosGroupsItsLabelsAndWritesAYearBeforePhonesWhereItKnowsNone() {
        assertThat(only("""
                BEGIN:VCARD
                VERSION:3.0
                PRODID:-//Apple Inc.//iPhone OS 17.0//EN
                N:王;小明;;;
                FN:王小明
                X-PHONETIC-LAST-NAME:Wang
                ORG:示例公司;销售部;
                item1.EMAIL;type=INTERNET;type=pref:wang@example.cn
                item1.X-ABLabel:_$!<Work>!$_
                TEL;type=CELL;type=VOICE:138 0000 1234
                TEL;type=WORK;type=FAX:0755-1234
                item2.TEL:801
                item2.X-ABLabel:前台
                item3.ADR;type=WORK:;;科技路1号\\nA座;深圳市;广东省;518000;中国
                item3.X-ABADR:cn
                BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-12
                item4.X-ABDATE;type=pref:2011-06-04
                item4.X-ABLabel:_$!<Anniversary>!$_
                item5.X-ABRELATEDNAMES:李雷
                item5.X-ABLabel:_$!<Assistant>!$_
                IMPP;X-SERVICE-TYPE=QQ;type=HOME:x-apple:12345
                X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/wang
                NOTE:第一行\\n第二行\\, 逗号\\; 分号
                END:VCARD
                """)).contains("name=王小明", "phonetic:family=Wang", "company=示例公司", "department=销售部",
                "email:work=wang@example.cn", "phone:mobile=138 0000 1234", "phone:work fax=0755-1234", "phone:前台=801",
                "address:work=;;科技路1号\nA座;深圳市;广东省;518000;中国", "other:item3.X-ABADR=cn", "birthday=--06-12",
                "anniversary:anniversary=2011-06-04", "relation:assistant=李雷", "chat:qq=12345",
                "chat:linkedin=http://www.linkedin.com/in/wang", "note=第一行\n第二行, 逗号; 分号");
    }

    @Test
    void androidWritesQuotedPrintableAndItsOwnKinds() {
        assertThat(only("""
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=
                =E6=98=8E;;;
                FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=B0=8F=E6=98=8E
                TEL;CELL;PREF:13800001234
                TEL;X-Hotline:400
                EMAIL;WORK:w@example.cn
                BDAY:--0612
                X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Ming;1;;;;;;;;;;;;;
                X-ANDROID-CUSTOM:vnd.android.cursor.item/other;x;;;
                X-QQ:12345
                PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ
                 SkZJRgAB

                END:VCARD
                """)).contains("name=王小明", "given_name=小明", "phone:mobile=13800001234", "phone:hotline=400",
                "email:work=w@example.cn", "birthday=--06-12", "nickname=Ming", "chat:qq=12345",
                "photo=data:image/jpeg;base64,/9j/4AAQSkZJRgAB",
                "other:X-ANDROID-CUSTOM=vnd.android.cursor.item/other;x;;;");
    }

    @Test
    void outlookAndQqWriteGbkWithOrWithoutSayingSo() {
        String text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN%s:王;小明\r\nFN%s:王小明\r\nORG%s:深圳示例科技有限公司;采购部\r\nTEL;CELL:13800001234\r\nEND:VCARD\r\n";
        for (String charset : List.of("", ";CHARSET=gb2312", ";CHARSET=UTF-8")) {
            byte[] bytes = text.replace("%s", charset).getBytes(Charset.forName("GBK"));
            assertThat(only(bytes)).as("said to be %s", charset).contains("name=王小明", "company=深圳示例科技有限公司",
                    "department=采购部");
        }
    }

    @Test
    void aLineMayBeFoldedInsideOfACharacter() {
        byte[] name = "王小明".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:".getBytes(StandardCharsets.US_ASCII));
        out.write(name, 0, 4);
        out.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
        out.write(name, 4, 5);
        out.writeBytes("\r\nEND:VCARD\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(only(out.toByteArray())).containsExactly("name=王小明");
    }

    @Test
    void marksOfTheByteOrderAndMissingEndsDoNoHarm() {
        String two = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nTEL:1234567\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n";
        assertThat(all(("\uFEFF" + two).getBytes(StandardCharsets.UTF_8))).hasSize(2);
        assertThat(all(("\uFEFF" + two).getBytes(StandardCharsets.UTF_16LE))).hasSize(2);
        assertThat(Sample.said(all(two.getBytes(StandardCharsets.UTF_8)).getFirst())).containsExactly("name=Anna",
                "phone=1234567");
    }

    @Test
    void version4HasAddressesOfItsOwnForEverything() {
        assertThat(only("""
                BEGIN:VCARD
                VERSION:4.0
                UID:urn:uuid:4fbe8971
                KIND:org
                FN:Acme
                TEL;VALUE=uri;TYPE="work,voice":tel:+49-30-1234;ext=56
                EMAIL;PREF=1:b@acme.example
                LANG:de
                GENDER:;firma
                RELATED;TYPE=agent;VALUE=text:Max
                NOTE;X-P="a^nb^'c^'":x
                X-UNKNOWN;A=b:kept
                END:VCARD
                """)).contains("external_id:uid=urn:uuid:4fbe8971", "kind=company", "phone:work=+49-30-1234 ext. 56",
                "language=de", "gender=firma", "relation:agent=Max", "note=x", "other:X-UNKNOWN;A=b=kept");
    }

    @Test
    void aGroupIsNoContact() {
        DraftCard card = all("BEGIN:VCARD\nVERSION:3.0\nFN:Team\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
                .getBytes(StandardCharsets.UTF_8)).getFirst();
        assertThat(card.isUsable()).isFalse();
        assertThat(card.problems()).extracting(note -> note.key()).containsExactly("import.is-group");
    }

    @Test
    void whatACardPrefersComesFirst() {
        List<String> said = only(
                "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEMAIL:old@a.example\nEMAIL;TYPE=pref:new@a.example\nEND:VCARD\n");
        assertThat(said).containsExactly("name=Anna", "email=new@a.example", "email=old@a.example");
    }
}
