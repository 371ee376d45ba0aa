package app.kith.ui.rule;

import app.kith.contact.OwnField;
import app.kith.contact.Stage;
import app.kith.desk.Desk;
import app.kith.rule.FieldName;
import app.kith.store.SyncView.FolderRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is already of what a rule may name: proposed while it is typed.
 *
 * @param tags tags of customers
 * @param stages the user's stages, in their order
 * @param fields fields of customers, the program's first
 * @param folders folders of the accounts
 */
public record Known(List<String> tags, List<String> stages, List<String> fields, List<String> folders) {
    /** Nothing is known. */
    static final Known NOTHING = new Known(List.of(), List.of(), List.of(), List.of());

    /** Fields that rules are made of; all others can be typed. */
    private static final List<String> USUAL = List.of("stage", "tag", "title", "company", "department", "email",
            "phone",
            "birthday", "anniversary");

    /** Keeps its own copies. */
    public Known {
        tags = List.copyOf(tags);
        stages = List.copyOf(stages);
        fields = List.copyOf(fields);
        folders = List.copyOf(folders);
    }

    /** {@return what there is already of the values of a field: of stages and tags} */
    List<String> of(String field) {
        return switch (FieldName.of(field).property()) {
            case STAGE -> stages;
            case TAG -> tags;
            default -> List.of();
        };
    }

    /**
     * Reads it; blocks.
     *
     * @param desk where all that is known
     * @return what there is now
     */
    public static Known of(Desk desk) {
        List<String> fields = new ArrayList<>(USUAL);
        desk.ownFields().known().stream().map(OwnField::name).forEach(fields::add);
        Stream<String> folders = desk.accounts().list().stream()
                .flatMap(account -> desk.folders().folders(account.id()).stream()).filter(FolderRow::selectable)
                .map(folder -> folder.key().path()).distinct();
        return new Known(desk.customerList().tags(), desk.stages().all().stream().map(Stage::name).toList(), fields,
                folders.toList());
    }
}
