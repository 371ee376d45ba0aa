package app.kith.support;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsDovecot}. */
final class DovecotCondition implements ExecutionCondition {
    private static final String REQUIRE = "KITH_REQUIRE_SERVERS";
    private static final String REMEDY = "Dovecot 2.3 with IMAP is not installed (Debian: apt-get install dovecot-imapd)";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(DovecotBinary.find().isPresent(), Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(
                REQUIRE))));
    }

    static ConditionEvaluationResult decide(boolean installed, boolean required) {
        if (installed) {
            return ConditionEvaluationResult.enabled("Dovecot is installed");
        }
        if (required) {
            throw new ExtensionConfigurationException(REMEDY + ", and " + REQUIRE + " forbids to skip this test");
        }
        return ConditionEvaluationResult.disabled(REMEDY);
    }
}
