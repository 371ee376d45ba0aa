package app.kith.ui;

import app.kith.ui.look.Outside;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A world outside that only notes what it is asked. */
final class OutsideTwin implements Outside {
    final List<Path> opened = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> fetched = new CopyOnWriteArrayList<>();
    Function<String, byte @Nullable []> fetch = _ -> null;
    String copied = "";
    Runnable offered = () -> {};
    @Nullable
    Path chosen;
    @Nullable
    Path chosenFolder;
    @Nullable
    Node shown;
    @Nullable
    PaperTwin paper;

    @Override
    public Optional<Path> file(String name) {
        asked.add(name);
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> existing(String title) {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(chosenFolder);
    }

    @Override
    public void open(String link) {
        links.add(link);
    }

    @Override
    public void openFile(Path file) {
        opened.add(file);
    }

    @Override
    public byte @Nullable [] picture(String address) {
        fetched.add(address);
        return fetch.apply(address);
    }

    @Override
    public Optional<Paper> paper(String title) {
        return Optional.ofNullable(paper);
    }

    @Override
    public void copy(String text) {
        copied = text;
    }

    @Override
    public void copyFile(Path file) {
        opened.add(file);
        copied = String.valueOf(file.getFileName());
    }

    @Override
    public void show(String title, Node content) {
        shown = content;
    }

    @Override
    public void say(String text) {
        said.add(text);
    }

    @Override
    public void offer(String text, String verb, Runnable act) {
        said.add(text);
        offered = act;
    }
}
