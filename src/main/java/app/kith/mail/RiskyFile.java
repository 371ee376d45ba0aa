package app.kith.mail;

import java.util.Locale;
import java.util.Set;

/** Tells attachments that could act when they are opened: programs, scripts, shortcuts, disk images, pages that run scripts. */
public final class RiskyFile {
    private static final Set<String> EXTENSIONS = Set.of("exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "mst",
            "msix", "appx", "appinstaller", "cpl", "dll", "sys", "drv", "ocx", "gadget", "application", "hta", "js",
            "jse", "mjs", "vbs", "vbe", "vb", "wsf", "wsh", "wsc", "sct", "ps1", "psm1", "ps1xml", "psc1", "msh",
            "lnk", "url", "website", "scf", "inf", "reg", "chm", "hlp", "jar", "jnlp", "class", "app", "command",
            "pkg", "dmg", "iso", "img", "vhd", "vhdx", "sh", "bash", "csh", "ksh", "zsh", "run", "bin", "elf",
            "desktop", "deb", "rpm", "appimage", "flatpakref", "py", "pyw", "pyc", "pl", "rb", "php", "htm", "html",
            "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "library-ms", "search-ms",
            "searchconnector-ms", "settingcontent-ms", "theme", "themepack", "diagcab", "xll", "wll", "ade", "adp",
            "mde", "accde", "msc", "job", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm",
            "one", "iqy", "slk", "action", "workflow", "terminal", "webloc", "inetloc", "fileloc", "apk", "ipa");

    private RiskyFile() {}

    /**
     * Tells whether opening a file could run something.
     *
     * @param safeName the name that it is opened under; the last extension decides
     * @param content its bytes
     * @return true for a known kind of program by name or by its first bytes, and for a name without an extension
     */
    public static boolean is(String safeName, byte[] content) {
        int dot = safeName.lastIndexOf('.');
        String extension = dot < 0 ? "" : safeName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return extension.isEmpty() || EXTENSIONS.contains(extension) || isProgram(content);
    }

    /** Windows, Linux and macOS programs, Java classes, scripts with a first line that names their interpreter, shortcuts. */
    private static boolean isProgram(byte[] content) {
        return begins(content, 'M', 'Z') || begins(content, 0x7F, 'E', 'L', 'F') || begins(content, '#', '!')
                || begins(content, 0xCF, 0xFA, 0xED, 0xFE) || begins(content, 0xCE, 0xFA, 0xED, 0xFE)
                || begins(content, 0xCA, 0xFE, 0xBA, 0xBE) || begins(content, 0x4C, 0, 0, 0, 1, 0x14, 2, 0);
    }

    private static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
