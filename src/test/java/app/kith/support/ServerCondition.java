package app.kith.support;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether a test runs that needs an installed server. */
abstract class ServerCondition implements ExecutionCondition {
    private static final String REQUIRE = "KITH_REQUIRE_SERVERS";

    private final boolean installed;
    private final String remedy;

    ServerCondition(boolean installed, String remedy) {
        this.installed = installed;
        this.remedy = remedy;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(installed, Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE))), remedy);
    }

    static ConditionEvaluationResult decide(boolean installed, boolean required, String remedy) {
        if (installed) {
            return ConditionEvaluationResult.enabled("The server is installed");
        }
        if (required) {
            throw new ExtensionConfigurationException(remedy + ", and " + REQUIRE + " forbids to skip this test");
        }
        return ConditionEvaluationResult.disabled(remedy);
    }

    /** Decides for {@link NeedsDovecot}. */
    static final class Dovecot extends ServerCondition {
        static final String REMEDY = "Dovecot 2.3 with IMAP is not installed (Debian: apt-get install dovecot-imapd)";

        Dovecot() {
            super(DovecotServer.installed(), REMEDY);
        }
    }

    /** Decides for {@link NeedsCyrus}. */
    static final class Cyrus extends ServerCondition {
        Cyrus() {
            super(CyrusServer.installed(),
                    "Cyrus IMAP is not installed (Debian: apt-get install cyrus-imapd sasl2-bin)");
        }
    }

    /** Decides for {@link NeedsRadicale}. */
    static final class Radicale extends ServerCondition {
        Radicale() {
            super(RadicaleServer.installed(), "Radicale is not installed (Debian: apt-get install radicale)");
        }
    }
}
