package app.kith.sync.imap;

import app.kith.change.FolderRole;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a folder is for: by the server's attributes (RFC 6154, XLIST), else by its name in the tongues that servers use. */
final class FolderRoles {
    private static final Map<String, FolderRole> ATTRIBUTES = Map.ofEntries(Map.entry("\\inbox", FolderRole.INBOX),
            Map.entry("\\sent", FolderRole.SENT), Map.entry("\\drafts", FolderRole.DRAFTS),
            Map.entry("\\trash", FolderRole.TRASH),
            Map.entry("\\junk", FolderRole.JUNK), Map.entry("\\spam", FolderRole.JUNK),
            Map.entry("\\archive", FolderRole.ARCHIVE), Map.entry("\\all", FolderRole.ALL),
            Map.entry("\\allmail", FolderRole.ALL));

    private static final Map<String, FolderRole> NAMES = names();

    private FolderRoles() {}

    private static Map<String, FolderRole> names() {
        Map<String, FolderRole> names = new HashMap<>();
        put(names, FolderRole.SENT, "Sent", "Sent Items", "Sent Messages", "Sent Mail", "已发送", "已发送邮件", "已发邮件", "寄件备份",
                "Gesendet",
                "Gesendete Elemente", "Gesendete Objekte", "Envoyés", "Éléments envoyés", "Messages envoyés",
                "Enviados",
                "Elementos enviados", "Itens enviados", "Posta inviata", "Inviati", "送信済み", "送信済みメール", "보낸편지함",
                "Wysłane",
                "Отправленные");
        put(names, FolderRole.DRAFTS, "Drafts", "Draft", "草稿箱", "草稿", "Entwürfe", "Brouillons", "Borradores", "Bozze",
                "Rascunhos",
                "下書き", "Черновики");
        put(names, FolderRole.TRASH, "Trash", "Deleted Items", "Deleted Messages", "Bin", "已删除", "已删除邮件", "Papierkorb",
                "Gelöschte Elemente", "Corbeille", "Éléments supprimés", "Papelera", "Cestino", "Lixeira", "ゴミ箱",
                "Удалённые");
        put(names, FolderRole.JUNK, "Junk", "Spam", "Bulk Mail", "Junk E-mail", "Junk Email", "垃圾邮件", "垃圾箱",
                "Spamverdacht",
                "Indésirables", "Courrier indésirable", "Correo no deseado", "迷惑メール", "Спам");
        put(names, FolderRole.ARCHIVE, "Archive", "Archives", "归档", "已归档", "Archiv", "Archivio", "Archivo");
        put(names, FolderRole.ALL, "[Gmail]/All Mail", "[Google Mail]/All Mail", "所有邮件");
        return Map.copyOf(names);
    }

    private static void put(Map<String, FolderRole> names, FolderRole role, String... all) {
        for (String name : all) {
            names.put(name.toLowerCase(Locale.ROOT), role);
        }
    }

    /**
     * What a folder is for.
     *
     * @param path its name, below what all folders of the user's own lie in
     * @param separator hierarchy separator; 0 where there is none
     * @param attributes what the server says of it
     */
    static FolderRole of(String path, char separator, List<String> attributes) {
        if (path.equalsIgnoreCase("INBOX")) {
            return FolderRole.INBOX;
        }
        for (String attribute : attributes) {
            FolderRole role = ATTRIBUTES.get(attribute.toLowerCase(Locale.ROOT));
            if (role != null) {
                return role;
            }
        }
        String lower = path.toLowerCase(Locale.ROOT);
        FolderRole whole = NAMES.get(lower);
        if (whole != null) {
            return whole;
        }
        // A folder deep inside a tree is the user's own, however it is called.
        int depth = separator == 0 ? 0 : (int) path.chars().filter(c -> c == separator).count();
        String last = separator == 0 ? lower : lower.substring(lower.lastIndexOf(separator) + 1);
        boolean nearRoot = depth == 0 || depth == 1 && (lower.startsWith("inbox") || lower.startsWith("["));
        return nearRoot ? NAMES.getOrDefault(last, FolderRole.OTHER) : FolderRole.OTHER;
    }
}
