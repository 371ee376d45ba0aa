package app.kith.compose;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.compose.Template.Field;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Map<Field, String> VALUES = Map.of(Field.FIRST_NAME, "Anna", Field.COMPANY, "A$1 \\ {name}",
            Field.NAME, "");

    @Test
    void fieldsAreFilledInInBothLanguagesAndWhatIsNotKnownStays() {
        assertThat(Template.fill("Dear { First Name }, {公司} {name} {no field} {", VALUES))
                .isEqualTo("Dear Anna, A$1 \\ {name} {name} {no field} {");
        assertThat(Template.open("{姓名} {no field} {company} {姓名}")).containsExactly("{姓名}", "{company}");
    }

    @Test
    void everyFieldIsUnderstoodAsItIsWrittenInEitherLanguage() {
        for (Field field : Field.values()) {
            for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
                assertThat(Template.fill(field.written(locale), Map.of(field, "x"))).isEqualTo("x");
            }
        }
    }

    @Test
    void oneIsGreetedByTheFirstNameWhereThereIsOne() {
        assertThat(Stream.of("Anna Keller", "Keller, Anna", "王小明", "Anna", " ", "王 小明", "x,").map(Template::firstName))
                .containsExactly("Anna", "Anna", "王小明", "Anna", "", "王 小明", "x,");
    }
}
