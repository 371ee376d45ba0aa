package app.kith.demo;

import java.util.List;

/**
 * A person and how the person writes.
 *
 * @param number place in the cast, 0 for the most active
 * @param person who it is
 * @param latinTitle title in English
 * @param company where the person works
 * @param program with which mail program
 * @param family family name in the person's own script
 * @param latinFamily family name in Latin letters
 * @param latinGiven given name in Latin letters, or in the person's own where they are Latin
 */
record Correspondent(int number, SamplePerson person, String latinTitle, Company company, Program program,
        String family, String latinFamily, String latinGiven) {

    Tongue tongue() {
        return company.country().tongue();
    }

    String address() {
        return person.addresses().getFirst();
    }

    /** {@return how the person is addressed formally in a language} */
    String formally(Tongue language) {
        if (language.chinese() && tongue().chinese()) {
            return family + chineseTitle(language == Tongue.ZH_HANT);
        }
        if (tongue() == Tongue.JA) {
            return latinFamily + "-san";
        }
        return tongue().chinese() ? person.latinName() : person.name();
    }

    private String chineseTitle(boolean traditional) {
        String title = person.title();
        if (title.contains("总经理") || title.contains("总监") || title.contains("總經理")) {
            return traditional ? "總" : "总";
        }
        if (title.contains("经理") || title.contains("經理")) {
            return traditional ? "經理" : "经理";
        }
        return title.contains("工程") ? "工" : person.name().substring(family.length());
    }

    /** {@return how the person is addressed by the first name in an English letter} */
    String byFirstName() {
        return tongue() == Tongue.JA ? latinFamily + "-san" : latinGiven;
    }

    /** {@return the names that stand in From lines of this person, the usual one first} */
    List<String> displayNames() {
        String name = person.name();
        String latin = person.latinName();
        return switch (tongue()) {
            case ZH -> number % 5 == 1 ? List.of(latin, name) : List.of(name, latin);
            case ZH_HANT -> List.of(number % 2 == 0 ? name : latinGiven + " " + latinFamily, name);
            case JA -> List.of(name, latin);
            case DE -> number % 3 == 0 ? List.of(latinFamily + ", " + latinGiven, name) : List.of(name, latin);
            default -> List.of(name, name);
        };
    }
}
