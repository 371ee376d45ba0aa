package app.kith.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody whom the user of the stories deals with; every second one is Chinese. No two have a name or a number in common. */
record StoryCustomer(String name, String email, String company, String phone, boolean chinese) {
    private static final List<String> FIRST = List.of("Carla", "Tom", "Ingrid", "Pavel", "Marta", "Oskar", "Lucia",
            "Hugo", "Elin", "Bruno", "Daria", "Felix", "Greta", "Ivan", "Jonas", "Karin");
    private static final List<String> LAST = List.of("Moreau", "Reyes", "Lund", "Novak", "Silva", "Brandt", "Conti",
            "Dupont", "Eriksen", "Fischer", "Garcia", "Horvat", "Jensen", "Kowalski", "Lindgren", "Marino");
    private static final String FAMILIES = "李张刘陈杨赵黄周吴徐孙胡朱高林何";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚";
    private static final List<String> PLACES = List.of("深圳", "苏州", "宁波", "青岛", "Lyon", "Bremen", "Turin", "Gdansk");

    static List<StoryCustomer> many(int count) {
        List<StoryCustomer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean chinese = i % 2 == 0;
            int n = i / 2;
            String place = PLACES.get((chinese ? 0 : 4) + n % 4);
            String name = chinese
                    ? "" + FAMILIES.charAt(n % 16) + GIVEN.charAt(n / 16 % 20) + GIVEN.charAt((n / 320 + n) % 20)
                    : FIRST.get(n % 16) + " " + LAST.get(n / 16 % 16) + (n < 256 ? "" : "-" + LAST.get(n / 256 % 16));
            all.add(new StoryCustomer(name, "p" + i + "@" + (chinese ? "zh" : "en") + n % 997 + ".example",
                    chinese ? place + "第" + n + "机械有限公司" : place + " Works " + n + " Ltd",
                    chinese ? "1" + (39_0000_0000L + i * 7919L) : "+49 30 " + (2_000_000 + i * 131), chinese));
        }
        return all;
    }

    String mailbox() {
        return name + " <" + email + ">";
    }

    /** The people as the address list of a program for mail writes them. */
    static String csv(List<StoryCustomer> people) {
        return people.stream().map(one -> String.join(",", one.name, one.company, one.email, one.phone))
                .collect(Collectors.joining("\n", "Name,Company,E-mail,Mobile\n", "\n"));
    }
}
