package app.kith.ui.look;

import app.kith.words.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A field for a day, written as the program's language writes days; also takes {@code 2026-03-12}. */
public final class DayField extends DatePicker {

    /**
     * Makes the field.
     *
     * @param words the language
     */
    public DayField(Words words) {
        DateTimeFormatter medium = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
        List<DateTimeFormatter> read = List.of(medium, DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(words.locale()));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : day.format(medium);
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String text) {
                if (text == null || text.isBlank()) {
                    return null;
                }
                return read.stream().map(form -> parsed(text.strip(), form)).filter(Objects::nonNull).findFirst()
                        .orElse(getValue());
            }
        });
    }

    /**
     * The day that stands in the field, also where it was typed just now and not yet taken by leaving the field.
     *
     * @return the day; null where there is none
     */
    public @Nullable LocalDate day() {
        setValue(getConverter().fromString(getEditor().getText()));
        return getValue();
    }

    private static @Nullable LocalDate parsed(String text, DateTimeFormatter form) {
        try {
            return LocalDate.parse(text, form);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
