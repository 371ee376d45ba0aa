package app.kith.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test talks to a real CardDAV server. Where Radicale is not installed it is skipped; with {@code KITH_REQUIRE_SERVERS=true} in the
 * environment or as a system property it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerCondition.Radicale.class)
public @interface NeedsRadicale {
}
