package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"苏州嘉联电子有限公司|jialian|electronics|suzhou",
            "Suzhou Jialian Electronics Co., Ltd.|jialian|electronics|suzhou", "嘉联电子|jialian|electronics|''",
            "天威物流（广州）有限公司|tianwei|logistics|guangzhou", "上海市恒通机械股份有限公司|hengtong|machinery|shanghai",
            "Fenghai Building Materials (Wuhan) Group|fenghai|building|wuhan", "厦门锐威建材集团|ruiwei|building|xiamen",
            "Rongbao Technology (Xiamen) Co Ltd|rongbao|technology|xiamen", "Deutsche Bank AG|deutschebank|''|''",
            "S.C. Johnson & Son, Inc.|scjohnsonson|''|''", "SCHMIDT GmbH & Co. KG|schmidt|''|''"})
    void aCompanysNameIsTakenApart(String written, String stem, String trades, String place) {
        CompanyName name = CompanyName.of(written);

        assertThat(name.stem()).isEqualTo(stem);
        assertThat(String.join(" ", name.trades())).isEqualTo(trades);
        assertThat(name.place()).isEqualTo(place);
    }

    @Test
    void aCompanyNamedByItsFormOnlyKeepsAStem() {
        assertThat(CompanyName.of("Group").stem()).isEqualTo("group");
        assertThat(CompanyName.of("公司").stem()).isNotEmpty();
        assertThat(CompanyName.of("  ").stem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"深圳市解放路366号|366|shenzhen jiefang",
            "No. 366 Jiefang Road, Shenzhen|366|jiefang shenzhen",
            "435 s. la cienega blvd.|435|s la cienega", "8638 w. third st.|8638|w 3rd", "1 N Ogden Ave|1|n ogden",
            "012 Main Street|12|main"})
    void anAddressIsNumbersAndWords(String written, String numbers, String words) {
        AddressForm address = AddressForm.of(written);

        assertThat(String.join(" ", address.numbers())).isEqualTo(numbers);
        assertThat(String.join(" ", address.words())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"hua.example,hua.example", "HUA.Example ,hua.example", "www.hua.example,hua.example",
            "https://www.hua.example/about?x=1,hua.example", "@hua.example,hua.example", "info@hua.example,hua.example",
            "www.example,www.example", "mail.hua.example:443,mail.hua.example"})
    void aDomainIsFoundInTheAddressOfAPageOrAMailbox(String written, String domain) {
        assertThat(NormalForm.of(Property.DOMAIN, written)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({"1980-01-02,19800102", "19800102,19800102", "1980年1月2日,19800102", "2/1/1980,19800102",
            "1/25/1980,19800125",
            "02.01.1980,19800102", "1980/1/2 00:00,19800102", "1980,19800000", "19320239,19320239"})
    void aDateIsReadInAnyOrder(String written, String digits) {
        DateForm date = DateForm.of(written);

        assertThat(date).as(written).isNotNull();
        assertThat(date == null ? "" : date.digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"tomorrow", "12", "1-2-3", "''"})
    void whatIsNoDateIsNone(String written) {
        assertThat(DateForm.of(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"86 189 3867 9802,18938679802,'',true", "0086-15099866438,15099866438,'',true",
            "(+86)13713970304,13713970304,'',true", "136 9875 7307,13698757307,'',true",
            "１８８－０６３５－３７１３,18806353713,'',true",
            "(0592)7983970转481,5927983970,481,false", "0592-7983970-481,5927983970,481,false",
            "+86 571 5133603-357,5715133603,357,false", "1-312-483-1407,3124831407,'',false",
            "3124831407,3124831407,'',false", "+1 312 483 1407,3124831407,'',false", "310/246-1501,3102461501,'',false",
            "617-555-0100 ext. 12,6175550100,12,false"})
    void aTelephoneIsItsSignificantDigits(String written, String digits, String extension, boolean mobile) {
        PhoneForm phone = PhoneForm.of(written);

        assertThat(phone.digits()).isEqualTo(digits);
        assertThat(phone.extension()).isEqualTo(extension);
        assertThat(phone.mobile()).isEqualTo(mobile);
    }

    @Test
    void aNumberWithoutItsAreaReachesTheSameLine() {
        assertThat(PhoneForm.of("312-483-1407").isSameLine(PhoneForm.of("4831407"))).isTrue();
        assertThat(PhoneForm.of("021-55667788").isSameLine(PhoneForm.of("+86 21 55667788"))).isTrue();
        assertThat(PhoneForm.of("13800001234").isSameLine(PhoneForm.of("13900001234"))).isFalse();
        assertThat(PhoneForm.of("").isSameLine(PhoneForm.of(""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Li@Mail.Jialian.com.cn,li@jialian.com.cn,jialian,false,false",
            "a.b+x@gmail.com,ab@gmail.com,gmail,true,false",
            "info@firm.de,info@firm.de,firm,false,true", "123@qq.com,123@qq.com,qq,true,false",
            "sales2@x-y.co.uk,sales2@x-y.co.uk,x-y,false,true"})
    void aMailAddressIsTakenApart(String written, String key, String stem, boolean free, boolean role) {
        MailForm mail = MailForm.of(EmailAddress.of(written));

        assertThat(mail.key()).isEqualTo(key);
        assertThat(mail.stem()).isEqualTo(stem);
        assertThat(mail.free()).isEqualTo(free);
        assertThat(mail.role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"wong,huang,true", "cheung,zhang,true", "chan,chen,true", "wang,zhang,false", "smith,smythe,false"})
    void familyNamesMeetAcrossRomanisations(String one, String other, boolean same) {
        assertThat(NameLists.isSameSurname(one, other)).isEqualTo(same);
        assertThat(NameLists.isSameSurname(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"william,bill,true", "bill,will,true", "bob,robert,true", "bob,bill,false", "anna,susan,false"})
    void shortFormsMeetTheirNames(String one, String other, boolean same) {
        assertThat(NameLists.areNicknames(one, other)).isEqualTo(same);
        assertThat(NameLists.areNicknames(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"Müller,muller", "Łódź,lodz", "Straße,strasse", "'  A  B ',a b", "Ｗａｎｇ,wang", "馬,马"})
    void textIsFolded(String written, String folded) {
        assertThat(LatinText.folded(written)).isEqualTo(folded);
    }
}
