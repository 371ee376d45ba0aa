package app.kith.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part of a query looks in, with the names that people type for it. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
public enum Field {
    /** Everything. */
    ANY(""),
    /** Who wrote a mail. */
    FROM("from", "发件人", "寄件人", "發件人", "来自"),
    /** Whom a mail was sent to. */
    TO("to", "收件人"),
    /** Who got a copy of a mail. */
    CC("cc", "bcc", "抄送"),
    /** The subject of a mail. */
    SUBJECT("subject", "主题", "主旨", "主題", "标题"),
    /** The name or the text of a file; the kind of file behind {@code has}. */
    FILE("file", "filename", "附件名", "文件", "文件名"),
    /** That there are attachments. */
    HAS("has", "附件", "包含"),
    /** Before a day. */
    BEFORE("before", "早于", "早於", "之前"),
    /** On a day or after it. */
    AFTER("after", "since", "晚于", "晚於", "之后"),
    /** On a day, in a month, in a year. */
    ON("on", "date", "日期", "时间"),
    /** A tag of a customer. */
    TAG("tag", "label", "标签", "標籤"),
    /** The stage of a customer. */
    STAGE("stage", "阶段", "階段"),
    /** For how long a customer has stood at the stage. */
    INSTAGE("instage", "阶段停留", "階段停留", "停留"),
    /** The company of a customer. */
    COMPANY("company", "公司"),
    /** A state of a mail. */
    IS("is", "状态", "狀態"),
    /** A folder of mail. */
    IN("in", "folder", "位于", "文件夹");

    private static final Map<String, Field> BY_NAME = byName();

    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            field.names.stream().filter(name -> !name.isEmpty()).forEach(name -> fields.put(name, field));
        }
        return fields;
    }

    /** {@return the field of a name in any case; null where it is none} */
    static @Nullable Field named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** {@return all its names, the usual English one first} */
    public List<String> names() {
        return names;
    }

    /** {@return the usual English name} */
    public String usual() {
        return names.getFirst();
    }

    /** {@return the usual Chinese name; the English one where there is none} */
    public String chinese() {
        return names.stream().filter(name -> app.kith.contact.Han.in(name)).findFirst().orElse(usual());
    }

    /** {@return whether its value is a day or a stretch of days} */
    boolean isDate() {
        return this == BEFORE || this == AFTER || this == ON;
    }
}
