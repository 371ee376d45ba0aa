package app.kith.mail;

import java.util.Locale;

/** Legal notices below signatures. */
final class SmallPrint {
    private static final String[] WORDS = {"confidential", "intended recipient", "privileged", "disclaimer", "virus",
            "vertraulich", "handelsregister", "amtsgericht", "confidentiel", "destinataire", "registered office",
            "company number", "registered in", "please consider the environment", "think before you print", "保密", "机密",
            "请勿向", "电话核实", "电话确认后", "谨防诈骗", "防诈骗", "变更账户", "变更收款",
            "免责",
            "声明", "如果您不是", "機密", "environment", "addressee", "delete this", "delete it", "geschäftsführer:", "ust-id",
            "vat ", "重要提示", "风险提示", "误收", "authorised and regulated", "hipaa", "protected health",
            "misdirected", "antes de imprimir", "medio ambiente", "environnement", "riservate", "imprimir este",
            "cyber crime",
            "cybercrime", "miljön", "considere el", "pense à", "rispetta l'ambiente", "考虑环境", "愛護地球", "爱护地球"};

    private static final String[] REFERENCES = {"datenschutz", "privacy", "unsubscribe", "abmelden", "abbestellen",
            "terms and conditions", "terms & conditions", "general terms", "our terms", "legal notice", "impressum",
            "cookie", "mentions légales", "désabonner", "politique de confidentialité", "protección de datos",
            "política de privacidad", "aviso legal", "privacybeleid", "algemene voorwaarden", "polityka prywatności",
            "不想再收", "不想收到", "不再接收", "取消訂閱", "退訂", "opt out of", "opt-out", "manage your preferences",
            "désinscri", "afmelden", "avregistrera", "afmeld", "peruuta tilaus", "wypisz się", "odhlásit",
            "dar de baja",
            "cancelar suscripción", "cancelar inscrição", "annulla l'iscrizione", "отписаться", "隐私", "退订", "取消订阅",
            "法律声明", "服务条款"};

    private SmallPrint() {}

    /** {@return whether a line only tells where legal things stand: not the author's own page} */
    static boolean isReference(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String word : REFERENCES) {
            if (lower.contains(word)) {
                return lower.indexOf('@') < 0;
            }
        }
        return false;
    }

    /** {@return whether a line is small print} */
    static boolean is(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
