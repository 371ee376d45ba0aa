package app.kith.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Legal forms that end the names of companies and are written in one way only, so that large and small letters tell them from words:
 * those of single countries, of professions, of societies and cooperatives.
 */
final class LegalForms {
    private static final Set<String> FORMS = new HashSet<>(List.of(
            // German
            "PartG mbB", "PartGmbB", "PartG", "mbB", "gGmbH", "gUG", "gAG", "eGbR", "e.Kfm", "e.Kfr", "GesbR", "GesnbR",
            "OEG", "KEG", "AöR", "KdöR", "VVaG", "e.G", "Sàrl", "Sagl", "StGmbH", "WEG",
            // French and Belgian
            "SELARL", "SELAS", "SELAFA", "SCP", "SCA", "SCEA", "GAEC", "EARL", "GIE", "SCIC", "SCOP", "EIRL",
            "SNC", "VZW", "vzw", "asbl", "ASBL", "AISBL", "IVZW", "SCRL", "SComm", "CommV", "Comm.V", "Comm. V", "GCV",
            "SRL-BV", "SA-NV", "ltée", "Ltée", "LTÉE", "ltee", "Ltee", "s.e.n.c", "S.E.N.C", "s.e.n.c.r.l",
            "S.E.N.C.R.L", "SENCRL", "enr",
            // Dutch
            "U.A", "B.A", "W.A", "C.V", "Coöp", "V.O.F", // Italian
            "Srls", "SRLS", "S.r.l.s", "Scarl", "SCARL", "S.c.a.r.l", "S.c.r.l", "s.c.r.l", "S.C.A.R.L", "S.S.D",
            "A.S.D", "ASD", "SSD", "APS", "ETS", "ODV", "S.a.p.a", "S.n.c", "s.n.c", "s.a.s", "S.a.s", "s.s",
            // Spanish and Portuguese
            "SLP", "S.L.P", "SLL", "S.L.L", "SLNE", "SAU", "S.A.U", "S.A.L", "SCCL", "S.C.C.L", "A.I.E",
            "S.C.P", "C.B", "S.A.B. de C.V", "SAB de CV", "S.A.C.I", "S.A.I.C", "S.C.A", "C. por A", "EPP",
            "MEI", "S/S", "Unipessoal", "CRL", "C.R.L", "S.A.D", "R.L", "S.A.A", "S.P.R",
            // Northern
            "HB", "KB", "ek. för", "Ek. för", "ek för", "ANS", "IVS", "P/S", "K/S", "I/S", "AMBA", "A.M.B.A", "a.m.b.a",
            "F.M.B.A", "S/I", "Ky", "Tmi", "osk", "ry", "rf", "ehf", "hf", "slf", "sf", "MTÜ", // Baltic, Polish, Czech, Slovak, Hungarian, Romanian, southern Slavic
            "PSIA", "VšĮ", "IĮ", "ŽŪB", "TÜ", "FIE", "sp.k", "sp. k", "sp.j", "sp. j", "sp.p", "sp. p", "S.K.A",
            "P.S.A", "s.c", "z.s", "z. s", "p.o", "p. o", "z.ú", "o.p.s", "n.o", "o.z", "s.p", "Kkt", "Nyrt", "Zrt",
            "Rt", "E.V", "PFA",
            "SRL-D", "I.I", "S.C.S", "k.d", "o.d", "d.n.o", "j.t.d", "a.d", "AD", "EAD", "EOOD", "OOD", "ЕООД", "ООД",
            "АД", "ЕАД", "ЕТ", "S.P", "d.d",
            // Greek, Turkish
            "Α.Ε", "ΑΕ", "Ε.Π.Ε", "ΕΠΕ", "Ο.Ε", "ΟΕ", "Ι.Κ.Ε", "ΙΚΕ", "Α.Β.Ε.Ε", "Koop", "Kol. Şti", "Kom. Şti", "Şti",
            "A.Ş", "T.A.Ş", "AŞ",
            // Countries of English law
            "Unltd", "Unlimited", "ULC", "CIC", "C.I.C", "SCIO", "Cyf", "Cyfyngedig", "Teo", "Teoranta", "DAC", "CLG",
            "LLLP", "L3C", "PBC", "P.L", "P.C", "Chtd", "S.C", "P.S.C",
            "NPC", "Ent", "Ents", "Nig", "(RF)", "SOC Ltd", "Berhad", "PCL", "(SMC-Pvt) Ltd", "Incorp", "NFP", // Arab countries
            "B.S.C", "S.P.C", "K.S.C", "K.S.C.C", "KSCC", "S.A.O.G", "SAOG", "S.A.O.C", "SAOC", "Q.S.C",
            "Q.P.S.C", "FZ-LLC", "L.L.C-FZ", "O.P.C", "S.A.E", "S.A.L", "Co. W.L.L"));
    /** {@code База отдыха «Охотник»}: what it is, and its name in quotes. */
    private static final Pattern QUOTED = Pattern.compile(
            "[\\p{IsCyrillic}][\\p{IsCyrillic} .-]{1,50}\\s?[«\"“„][^«»\"“”„]{2,40}[»\"”“](?:[ ,-]{1,3}[\\p{IsCyrillic} .-]{1,30})?");
    private static final int LONGEST_WORD = 40;

    private LegalForms() {}

    /** {@return whether words end with a legal form, perhaps with a full stop, or are a name in the quotes of the east} */
    static boolean has(String line) {
        if (line.charAt(0) >= 0x400 && line.charAt(0) < 0x530 && QUOTED.matcher(line).matches()) {
            return true;
        }
        String words = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        int last = words.lastIndexOf(' ');
        if (last < 2 || words.length() - last > LONGEST_WORD) {
            return false;
        }
        int before = words.lastIndexOf(' ', last - 1);
        return FORMS.contains(words.substring(last + 1)) && isName(words, last)
                || before > 1 && FORMS.contains(words.substring(before + 1)) && isName(words, before);
    }

    /** Whether what stands before the form begins as names do, and is no list of such forms or degrees. */
    private static boolean isName(String words, int end) {
        int small = 0;
        for (int i = 0; i < end; i++) {
            small += Character.isLowerCase(words.charAt(i)) ? 1 : 0;
        }
        // Celler Puig, S.C.C.L.: such a form has full stops, a degree often none.
        boolean comma = words.charAt(end - 1) == ',' && words.indexOf('.', end) > 0;
        return !Character.isLowerCase(words.charAt(0)) && words.charAt(end - 1) != '.' && (small > 1 || end > 5)
                && words.substring(0, comma ? end - 1 : words.length()).indexOf(',') < 0
                && !TitleWords.isTitle(words.substring(0, end));
    }
}
