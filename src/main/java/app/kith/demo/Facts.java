package app.kith.demo;

import java.time.LocalDate;
import java.util.List;

/** What is the same throughout a conversation: product, numbers, prices, dates; and how it fills the words in braces. */
final class Facts {
    /** The seller. */
    static final String HOUSE = "海屿元件有限公司";
    static final String HOUSE_LATIN = "Haiyu Components Co., Ltd.";

    private static final List<List<String>> GOODS = Sections.lines("goods.txt").stream().map(Sections::fields).toList();
    private static final int[] QUANTITIES = {500, 800, 1000, 1200, 2000, 2500, 3000, 5000};

    private final Correspondent customer;
    private final String colleague;
    private final LocalDate start;
    private final List<String> goods;
    private final List<String> otherGoods;
    private final int quantity;
    private final int larger;
    private final long cents;
    private final String quote;
    private final String order;
    private final String invoice;
    private final Dice numbers;
    private final String waybill;
    private final String lading;
    private final String tariff;
    private final String drawing;
    private final int pieces;
    private final int weeks;
    private final int days;
    private final int percent;
    private final int hour;

    Facts(Correspondent customer, String colleague, LocalDate start, long seed) {
        numbers = new Dice(seed, 21, start.toEpochDay());
        this.customer = customer;
        this.colleague = colleague;
        this.start = start;
        int item = numbers.below(GOODS.size());
        goods = GOODS.get(item);
        otherGoods = GOODS.get((item + 1 + numbers.below(GOODS.size() - 1)) % GOODS.size());
        quantity = QUANTITIES[numbers.below(QUANTITIES.length)];
        larger = quantity * numbers.between(2, 5);
        cents = Math.round(Double.parseDouble(goods.get(1)) * customer.company().country().rate() * numbers.between(90,
                125));
        quote = "Q-" + numbers.between(1001, 9899);
        order = numbers.pick(List.of("PO-", "PO", "45000")) + numbers.digits(5);
        invoice = "INV-" + start.getYear() % 100 + "-" + numbers.digits(4);
        waybill = "SP" + numbers.digits(10);
        lading = "HBRU" + numbers.digits(7);
        tariff = "85" + numbers.between(10, 48) + "." + numbers.between(10, 90) + ".00";
        drawing = numbers.between(1000, 9999) + "-" + Figures.two(numbers.between(1, 40));
        pieces = numbers.between(5, 24);
        weeks = numbers.between(3, 7);
        days = numbers.between(3, 10);
        percent = numbers.between(3, 9);
        hour = numbers.between(9, 16);
    }

    String model() {
        return goods.getFirst();
    }

    String quote() {
        return quote;
    }

    String order() {
        return order;
    }

    /** {@return the days of the conversation that letters speak of; for an appointment} */
    LocalDate visit() {
        return start.plusDays(24 + start.getDayOfMonth() % 5);
    }

    int hour() {
        return hour;
    }

    /**
     * Fills the words in braces.
     *
     * @param text a text with words in braces
     * @param tongue the language of the text
     * @param written when the letter is written
     * @return the text to read
     */
    String fill(String text, Tongue tongue, LocalDate written) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 40);
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(word(text.substring(open + 1, close), tongue, written));
            from = close + 1;
            open = text.indexOf('{', from);
        }
        return filled.append(text, from, text.length()).toString();
    }

    private String word(String key, Tongue tongue, LocalDate written) {
        return switch (key) {
            case "product" -> goods.get(tongue.column());
            case "product2" -> otherGoods.get(tongue.column());
            case "model" -> goods.getFirst();
            case "model2" -> otherGoods.getFirst();
            case "qty" -> Figures.number(quantity, tongue);
            case "qty2" -> Figures.number(larger, tongue);
            case "price" -> money(cents, tongue);
            case "price2" -> money(cents * 94 / 100, tongue);
            case "price3" -> money(cents * 108 / 100, tongue);
            case "amount" -> money(cents * quantity, tongue);
            case "deposit" -> money(cents * quantity * 3 / 10, tongue);
            case "balance" -> money(cents * quantity * 7 / 10, tongue);
            case "ship" -> Figures.day(weekday(start.plusDays(36)), tongue);
            case "ship2" -> Figures.day(weekday(start.plusDays(44)), tongue);
            case "soon" -> Figures.day(weekday(written.plusDays(3 + pieces % 3)), tongue);
            case "past" -> Figures.day(weekday(start.minusDays(11)), tongue);
            case "visit" -> Figures.day(weekday(visit()), tongue);
            case "month" -> Figures.month(start.plusDays(40).getMonthValue(), tongue);
            case "port" -> tongue.chinese() ? "宁波" : "Ningbo";
            case "port2" -> customer.company().country().port(tongue);
            case "city" -> tongue.wide() ? customer.company().city() : customer.company().cityLatin();
            case "country" -> customer.company().country().english();
            case "company" -> tongue.wide() ? customer.person().company() : customer.person().companyLatin();
            case "us" -> tongue.chinese() ? HOUSE : HOUSE_LATIN;
            case "them" -> customer.formally(tongue);
            case "given" -> customer.byFirstName();
            default -> number(key);
        };
    }

    private String number(String key) {
        return switch (key) {
            case "quote" -> quote;
            case "order" -> order;
            case "invoice" -> invoice;
            case "awb" -> waybill;
            case "bl" -> lading;
            case "hs" -> tariff;
            case "drawing" -> drawing;
            case "rev" -> String.valueOf((char) ('B' + pieces % 4));
            case "pieces" -> Integer.toString(pieces);
            case "weeks" -> Integer.toString(weeks);
            case "days" -> Integer.toString(days);
            case "percent" -> Integer.toString(percent);
            case "time" -> hour + ":30";
            case "colleague" -> colleague;
            default -> throw new IllegalArgumentException("no such word: {" + key + "}");
        };
    }

    private String money(long value, Tongue tongue) {
        return Figures.money(value, customer.company().country().currency(), tongue);
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    /** {@return a price table: a head and two rows} */
    List<List<String>> table(Tongue tongue) {
        List<String> head = switch (tongue) {
            case ZH -> List.of("型号", "名称", "数量", "单价", "金额");
            case ZH_HANT -> List.of("型號", "名稱", "數量", "單價", "金額");
            case DE -> List.of("Typ", "Bezeichnung", "Menge", "Einzelpreis", "Betrag");
            case FR -> List.of("Référence", "Désignation", "Quantité", "Prix unitaire", "Montant");
            case JA -> List.of("型番", "品名", "数量", "単価", "金額");
            case EN -> List.of("Model", "Description", "Quantity", "Unit price", "Amount");
        };
        long lower = cents * 94 / 100;
        return List.of(head, row(quantity, cents, tongue), row(larger, lower, tongue));
    }

    private List<String> row(int count, long unit, Tongue tongue) {
        return List.of(goods.getFirst(), goods.get(tongue.column()), Figures.number(count, tongue), money(unit, tongue),
                money(unit * count, tongue));
    }
}
