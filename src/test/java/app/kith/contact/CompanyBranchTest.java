package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyBranchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "深圳华科电子有限公司上海分公司 | 深圳华科电子有限公司 | 上海",
            "深圳华科电子有限公司（苏州分公司） | 深圳华科电子有限公司 | 苏州",
            "深圳华科电子股份有限公司驻北京办事处 | 深圳华科电子股份有限公司 | 北京",
            "中国银行上海市分行 | 中国银行 | 上海市",
            "恒远机械青岛分公司 | 恒远机械 | 青岛",
            "瑞丰家居（王府井店） | 瑞丰家居 | 王府井",
            "Nordwind GmbH, Niederlassung Hamburg | Nordwind GmbH | hamburg",
            "Nordwind GmbH Niederlassung Hamburg | Nordwind GmbH | hamburg",
            "Nordwind GmbH & Co. KG - Werk Bremen | Nordwind GmbH & Co. KG | bremen",
            "Northgate Trading Ltd. Shanghai Branch | Northgate Trading Ltd | shanghai",
            "Northgate Trading Shanghai Branch | Northgate Trading | shanghai",
            "Northgate Trading Co., Ltd. (Shenzhen Office) | Northgate Trading Co | shenzhen",
            "Northgate Trading Ltd Shanghai | Northgate Trading Ltd | shanghai"})
    void aBranchIsToldFromItsCompany(String name, String parent, String branch) {
        CompanyBranch read = CompanyBranch.of(name);

        assertThat(read.branch()).isEqualTo(branch);
        assertThat(CompanyName.of(read.parent()).words()).isEqualTo(CompanyName.of(parent).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"深圳华科电子有限公司", "上海华科电子有限公司", "华为", "Nordwind GmbH", "Suzhou Jialian Electronics Co., Ltd.",
            "The Office Company", "Branch & Sons", "Niederlassung", "华联分公司", "Store of the World Inc.",
            "Smith, Jones & Co.", "",
            "(", "Werk"})
    void whatIsNoBranchIsNone(String name) {
        assertThat(CompanyBranch.of(name).isBranch()).isFalse();
    }
}
