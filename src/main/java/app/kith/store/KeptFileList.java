package app.kith.store;

import app.kith.contact.KeptFile;
import java.util.List;

/** The files of an entry in one column: a line for each, {@code digest size segment offset name}. */
final class KeptFileList {
    private KeptFileList() {}

    static String write(List<KeptFile> files) {
        StringBuilder text = new StringBuilder();
        for (KeptFile file : files) {
            text.append(file.digest()).append(' ').append(file.size()).append(' ').append(file.segment()).append(' ')
                    .append(file.offset()).append(' ').append(file.name().replaceAll("\\R", " ")).append('\n');
        }
        return text.toString();
    }

    static List<KeptFile> read(String text) {
        return text.lines().map(line -> line.split(" ", 5)).map(part -> new KeptFile(part[4], Long.parseLong(part[1]),
                part[0], Integer.parseInt(part[2]), Long.parseLong(part[3]))).toList();
    }
}
