package app.kith.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sorts of files that can be asked for, by the endings of their names. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
enum FileSort {
    ANY(List.of("attachment", "attachments", "file", "附件", "文件"), List.of()),
    PDF(List.of("pdf"), List.of("pdf")),
    DOCUMENT(List.of("document", "doc", "docx", "word", "文档"), List.of("doc", "docx", "odt", "rtf", "txt")),
    SHEET(List.of("spreadsheet", "sheet", "xls", "xlsx", "excel", "表格"), List.of("xls", "xlsx", "csv", "ods")),
    SLIDES(List.of("presentation", "slides", "ppt", "pptx", "演示"), List.of("ppt", "pptx", "odp")),
    IMAGE(List.of("image", "picture", "photo", "图片"), List.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff",
            "heic")),
    ARCHIVE(List.of("archive", "zip", "压缩包"), List.of("zip", "rar", "7z", "gz", "tar"));

    final List<String> names;
    final List<String> endings;

    FileSort(List<String> names, List<String> endings) {
        this.names = names;
        this.endings = endings;
    }

    static @Nullable FileSort named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileSort sort : values()) {
            if (sort.names.contains(lower)) {
                return sort;
            }
        }
        return null;
    }

    /** {@return the ending of a file's name in lower case; empty where it has none} */
    static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 || fileName.length() - dot > 8
                ? ""
                : fileName.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
    }
}
