package app.kith.ui.exchange;

import app.kith.contact.Property;
import app.kith.desk.Profiles;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.ExportProfile.Sensitive;
import app.kith.exchange.Exporter.Format;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Export profiles: which fields go out, in which order, what of them is masked, in which form; and an export with one of them. */
public final class ProfilesForm extends VBox {
    private final Profiles profiles;
    private final Background background;
    private final Words words;
    private final Consumer<KithException> failed;
    private final ListView<ExportProfile> list = new ListView<>();
    private final TextField name = new TextField();
    private final List<Property> order = new ArrayList<>();
    private final Set<Property> out = EnumSet.noneOf(Property.class);
    private final Set<Property> masked = EnumSet.noneOf(Property.class);
    private final VBox fields = Controls.column(2);
    private final ComboBox<Sensitive> sensitive;
    private final ComboBox<Optional<Format>> format;
    private final Button remove;
    private List<String> own = List.of();

    /**
     * Makes the form; it reads the profiles.
     *
     * @param profiles the profiles
     * @param background where work is done
     * @param words the language
     * @param whom whose can be written out, the narrowest last: that is what is offered first
     * @param export writes customers with a profile
     * @param failed takes what went wrong
     * @param close closes the form
     */
    public ProfilesForm(Profiles profiles, Background background, Words words, List<Whom> whom,
            BiConsumer<ExportProfile, Whom> export, Consumer<KithException> failed, Runnable close) {
        super(12);
        this.profiles = profiles;
        this.background = background;
        this.words = words;
        this.failed = failed;
        sensitive = Controls.choice(List.of(Sensitive.values()), null,
                one -> words.get("profile.sensitive." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        sensitive.setAccessibleText(words.get("profile.sensitive"));
        List<Optional<Format>> formats = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Format.values()).map(Optional::of).forEach(formats::add);
        format = Controls.choice(formats, null,
                one -> one.map(form -> words.get("profile.format." + form.name().toLowerCase(
                        Locale.ROOT))).orElse(words.get("profile.format.any")));
        format.setAccessibleText(words.get("profile.format"));
        name.setAccessibleText(words.get("profile.name"));
        name.setPromptText(words.get("profile.name"));
        remove = Controls.button(words.get("profile.remove"), this::remove);
        Button save = Controls.button(words.get("profile.save"), this::save);
        ComboBox<Whom> whose = Controls.choice(whom, whom.getLast(), one -> words.count(
                "profile.whom." + one.reach().name().toLowerCase(Locale.ROOT), one.count()));
        whose.setAccessibleText(words.get("profile.whom"));
        Button write = Controls.button(words.get("profile.export"),
                () -> export.accept(profile(), whose.getValue()), "accent");
        list();
        HBox body = Controls.row(16, list, editor());
        body.setAlignment(Pos.TOP_LEFT);
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(Controls.paragraph(words.get("profile.text"), "muted"), body, Controls.row(8, remove,
                save, Controls.spring(), whose, Controls.button(words.get("screen.close"), close), write));
        read("");
    }

    private void list() {
        list.setPrefSize(180, 360);
        list.setMinWidth(160);
        list.setAccessibleText(words.get("profile.list"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ExportProfile profile, boolean empty) {
                super.updateItem(profile, empty);
                setText(empty || profile == null ? null : title(profile));
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null) {
                show(now);
            }
        });
    }

    private String title(ExportProfile profile) {
        String key = "profile.known." + profile.id();
        String known = words.get(key);
        return known.equals(key) ? profile.id() : known;
    }

    private Node editor() {
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        scroll.setPrefHeight(300);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        GridPane how = new GridPane(8, 8);
        how.addRow(0, Controls.label(words.get("profile.sensitive"), "field-name"), sensitive);
        how.addRow(1, Controls.label(words.get("profile.format"), "field-name"), format);
        VBox editor = Controls.column(8, name, how, scroll);
        HBox.setHgrow(editor, Priority.ALWAYS);
        return editor;
    }

    private void read(String choose) {
        background.run("profiles", () -> new Known(profiles.all(),
                profiles.own().stream().map(ExportProfile::id).toList()), known -> {
                    own = known.own();
                    list.getItems().setAll(known.all());
                    list.getSelectionModel().select(known.all().stream().filter(one -> one.id().equals(choose))
                            .findFirst().orElse(known.all().getFirst()));
                }, failed);
    }

    private record Known(List<ExportProfile> all, List<String> own) {}

    private void show(ExportProfile profile) {
        name.setText(profile.id());
        out.clear();
        out.addAll(profile.properties());
        masked.clear();
        masked.addAll(profile.masked());
        order.clear();
        order.addAll(profile.properties());
        Arrays.stream(Property.values()).filter(one -> !order.contains(one)).forEach(order::add);
        sensitive.setValue(profile.sensitive());
        format.setValue(Optional.ofNullable(profile.format()));
        remove.setDisable(!own.contains(profile.id()));
        rows();
    }

    private void rows() {
        fields.getChildren().setAll(order.stream().map(this::row).toList());
    }

    private Node row(Property property) {
        String title = words.get("export.property." + property.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        CheckBox goes = new CheckBox(title);
        goes.setMnemonicParsing(false);
        goes.setSelected(out.contains(property));
        CheckBox hidden = new CheckBox(words.get("profile.mask"));
        hidden.setMnemonicParsing(false);
        hidden.setSelected(masked.contains(property) && !property.isSensitive());
        hidden.setAccessibleText(words.get("profile.mask") + ": " + title);
        hidden.setDisable(!goes.isSelected() || property.isSensitive());
        goes.setOnAction(_ -> {
            put(out, property, goes.isSelected());
            hidden.setDisable(!goes.isSelected() || property.isSensitive());
        });
        hidden.setOnAction(_ -> put(masked, property, hidden.isSelected()));
        HBox row = Controls.row(4, goes, Controls.spring(), hidden,
                Controls.iconButton("fth-chevron-up", words.get("profile.up", title), () -> move(property, -1)),
                Controls.iconButton("fth-chevron-down", words.get("profile.down", title), () -> move(property, 1)));
        goes.setMinWidth(160);
        return row;
    }

    private static void put(Set<Property> set, Property property, boolean in) {
        if (in) {
            set.add(property);
        } else {
            set.remove(property);
        }
    }

    private void move(Property property, int step) {
        int from = order.indexOf(property);
        int to = from + step;
        if (to >= 0 && to < order.size()) {
            order.remove(from);
            order.add(to, property);
            rows();
        }
    }

    /** {@return the profile as it stands on the screen} */
    private ExportProfile profile() {
        return new ExportProfile(name.getText().strip(), order.stream().filter(out::contains).toList(),
                Set.copyOf(masked.stream().filter(out::contains).toList()), sensitive.getValue(),
                format.getValue().orElse(null));
    }

    private void save() {
        ExportProfile now = profile();
        act(() -> profiles.save(now), now.id());
    }

    private void remove() {
        String gone = list.getSelectionModel().getSelectedItem().id();
        act(() -> profiles.remove(gone), "");
    }

    private void act(Callable<Long> act, String choose) {
        background.run("profile-act", act, _ -> read(choose), failed);
    }
}
