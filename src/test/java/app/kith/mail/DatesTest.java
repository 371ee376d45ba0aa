package app.kith.mail;

import static app.kith.mail.Samples.withField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            Thu, 12 Mar 2026 16:00:00 +0800         →2026-03-12T08:00:00Z
            12 Mar 2026 16:00 +0800                 →2026-03-12T08:00:00Z
            Thu,  2 Mar 2026 16:00:00 +0800         →2026-03-02T08:00:00Z
            Thu, 12 Mar 2026 16:00:00 +08:00        →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 16:00:00 GMT+0800      →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 16:00:00 GMT+08:00     →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 16:00:00 UTC+8         →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 16:00:00 +0800 (CST)   →2026-03-12T08:00:00Z
            Thu (a (nested) comment), 12 Mar 2026 16:00:00 (x) +0800 →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08:00:00 gmt           →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08:00:00 UT            →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08:00:00 Z             →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08:00:00               →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08:00:00 -0000         →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 03:00:00 EST           →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 03:00:00 EST-0500      →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 00:00:00 PST           →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 17:00:00 JST           →2026-03-12T08:00:00Z
            Thu, 12 Mar 26 16:00:00 +0800           →2026-03-12T08:00:00Z
            Thu, 12 Mar 98 16:00:00 +0800           →1998-03-12T08:00:00Z
            Thu, 12 Mar 126 16:00:00 +0800          →2026-03-12T08:00:00Z
            Thursday, 12-Mar-26 16:00:00 +0800      →2026-03-12T08:00:00Z
            Fri, 12 March 2026 16:00:00 +0800       →2026-03-12T08:00:00Z
            Thu Mar 12 08:00:00 2026                →2026-03-12T08:00:00Z
            Thu Mar 12 16:00:00 +0800 2026          →2026-03-12T08:00:00Z
            Mar 12, 2026 4:00:00 PM +0800           →2026-03-12T08:00:00Z
            Mar 12, 2026 12:30 AM                   →2026-03-12T00:30:00Z
            2026-03-12 16:00:00 +0800               →2026-03-12T08:00:00Z
            2026-03-12T16:00:00.123+08:00           →2026-03-12T08:00:00.123Z
            2026-03-12T08:00:00Z                    →2026-03-12T08:00:00Z
            2026/3/12 8:00                          →2026-03-12T08:00:00Z
            3/12/2026 8:00:00                       →2026-03-12T08:00:00Z
            25/3/2026 8:00:00                       →2026-03-25T08:00:00Z
            2026年3月12日 8:00:00                   →2026-03-12T08:00:00Z
            2026年3月12日 下午4:00 +0800            →2026-03-12T08:00:00Z
            20260312080000                          →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 08.00.00 +0000         →2026-03-12T08:00:00Z
            Thu, 12 Mar 2026 23:59:60 +0000         →2026-03-12T23:59:59Z
            Thu, 12 Mar 2026 24:00:00 +0000         →2026-03-13T00:00:00Z
            Thu, 12 Mar 2026 16:00:00 +0800 CST     →2026-03-12T08:00:00Z
            """)
    void datesAreReadInEveryForm(String written, String read) {
        assertThat(withField("Date: " + written).date()).as(written).hasToString(read);
    }

    @Test
    void aFoldedDateIsRead() {
        assertThat(withField("Date: Thu, 12 Mar 2026\r\n 16:00:00 +0800").date()).hasToString("2026-03-12T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Thu, 99 Mar 2026 16:00:00 +0800", "Thu, 12 Xyz 2026 16:00", "::::",
            "99999999999999999999", "31 Feb 2026 10:00"})
    void whatIsNoDateIsNone(String written) {
        assertThat(withField("Date: " + written).date()).isNull();
    }

    @Test
    void withoutADateTheTimeOfReceptionCounts() {
        Mail mail = Samples.mail("Received: from a by b; Thu, 12 Mar 2026 16:00:00 +0800",
                "Received: from c by a; Wed, 11 Mar 2026 16:00:00 +0800", "Subject: x", "", "y");
        assertThat(mail.date()).hasToString("2026-03-12T08:00:00Z");
        assertThat(mail.repairs()).containsExactly("no date; taken from received");
    }
}
