package app.kith.ui.mail;

import app.kith.change.FolderRole;
import app.kith.store.ConversationList.Place;
import app.kith.store.ConversationList.Scope;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Chooses the mailbox and folder that the list of mail shows. */
final class FolderChoice extends MenuButton {
    private final ConversationsModel model;
    private final Words words;

    FolderChoice(ConversationsModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("flat", "small", "folder-choice");
        setMnemonicParsing(false);
        StringProperty shown = textProperty();
        var name = Bindings.createStringBinding(
                () -> FolderNames.of(model.scopeProperty().get(), model.placesProperty().get(), words),
                model.scopeProperty(), model.placesProperty());
        name.when(Controls.attached(this)).subscribe(now -> {
            shown.set(now);
            setAccessibleText(words.get("mails.folder-is", now));
            setTooltip(new Tooltip(now));
        });
        fill();
        model.placesProperty().when(Controls.attached(this)).subscribe(_ -> fill());
        setOnShowing(_ -> fill());
    }

    private void fill() {
        List<Place> all = model.placesProperty().get();
        List<MenuItem> items = new ArrayList<>(List.of(item(words.get("mails.all"), Scope.ALL)));
        List<Long> accounts = all.stream().map(Place::account).distinct().toList();
        items.add(new SeparatorMenuItem());
        if (accounts.size() == 1) {
            items.addAll(folders(all, all));
        } else {
            FolderNames.ROLES.stream().filter(role -> all.stream().anyMatch(place -> place.role() == role))
                    .forEach(role -> items.add(item(words.get("mails.everywhere", FolderNames.role(role, words)),
                            new Scope(0, role, ""))));
            items.add(new SeparatorMenuItem());
            for (long account : accounts) {
                List<Place> own = all.stream().filter(place -> place.account() == account).toList();
                Menu menu = new Menu(own.getFirst().email());
                menu.setMnemonicParsing(false);
                menu.getItems().add(item(words.get("mails.whole-mailbox"), new Scope(account, null, "")));
                menu.getItems().add(new SeparatorMenuItem());
                menu.getItems().addAll(folders(own, all));
                items.add(menu);
            }
        }
        getItems().setAll(items);
    }

    /** The folders of an account: those with a meaning first. */
    private List<MenuItem> folders(List<Place> own, List<Place> all) {
        Comparator<Place> order = Comparator.comparingInt(place -> rank(place.role()));
        return own.stream().sorted(order.thenComparing(Place::path))
                .map(place -> item(FolderNames.of(place, all, words), new Scope(place.account(), null, place.path())))
                .toList();
    }

    private static int rank(FolderRole role) {
        int rank = FolderNames.ROLES.indexOf(role);
        return rank < 0 ? FolderNames.ROLES.size() : rank;
    }

    private MenuItem item(String name, Scope scope) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(scope.equals(model.scopeProperty().get()));
        item.setOnAction(_ -> {
            item.setSelected(true);
            model.scopeProperty().set(scope);
        });
        return item;
    }
}
