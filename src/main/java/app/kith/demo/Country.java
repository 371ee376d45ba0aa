package app.kith.demo;

import java.time.ZoneOffset;

/** Where customers are. */
enum Country {
    CN(Tongue.ZH, 8, "CNY", 7.2, "Shanghai", "上海", "China"),
    TW(Tongue.ZH_HANT, 8, "USD", 1, "Keelung", "基隆", "Taiwan"),
    HK(Tongue.ZH_HANT, 8, "USD", 1, "Hong Kong", "香港", "Hong Kong"),
    JP(Tongue.JA, 9, "USD", 1, "Nagoya", "名古屋", "Japan"),
    DE(Tongue.DE, 1, "EUR", 0.92, "Hamburg", "汉堡", "Germany"),
    FR(Tongue.FR, 1, "EUR", 0.92, "Le Havre", "勒阿弗尔", "France"),
    GB(Tongue.EN, 0, "GBP", 0.79, "Felixstowe", "费利克斯托", "the UK"),
    US(Tongue.EN, -5, "USD", 1, "Long Beach", "长滩", "the United States");

    private final Tongue tongue;
    private final ZoneOffset offset;
    private final String currency;
    private final double rate;
    private final String port;
    private final String portInChinese;
    private final String english;

    Country(Tongue tongue, int hours, String currency, double rate, String port, String portInChinese, String english) {
        this.tongue = tongue;
        this.offset = ZoneOffset.ofHours(hours);
        this.currency = currency;
        this.rate = rate;
        this.port = port;
        this.portInChinese = portInChinese;
        this.english = english;
    }

    Tongue tongue() {
        return tongue;
    }

    /** {@return the clock of its people, without summer time} */
    ZoneOffset offset() {
        return offset;
    }

    String currency() {
        return currency;
    }

    /** {@return units of its currency for one US dollar} */
    double rate() {
        return rate;
    }

    String port(Tongue language) {
        return language.chinese() ? portInChinese : port;
    }

    String english() {
        return english;
    }

    /** {@return the section of the cast that holds its family names} */
    String names() {
        return switch (this) {
            case GB, US -> "EN";
            case HK -> "TW";
            default -> name();
        };
    }

    /** {@return the section of the cast that holds its cities} */
    String cities() {
        return this == HK ? "TW" : name();
    }
}
