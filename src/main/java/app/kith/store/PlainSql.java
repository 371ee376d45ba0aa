package app.kith.store;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Reads our statements: lists written as {@code <name>}, parameters as {@code ?} and {@code :name}. Jdbi's own readers of them, made
 * for the SQL of every database, take more time at the start of the program than all its statements together.
 */
final class PlainSql implements SqlParser, TemplateEngine.Parsing {
    private static final Pattern LIST = Pattern.compile("<([a-zA-Z_]\\w*)>");
    /** What is quoted or a remark is left as it is; else a question mark, or a colon with a name. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\\n]*|(\\?)|:([a-zA-Z_]\\w*)");

    @Override
    public Optional<Function<StatementContext, String>> parse(String template, ConfigRegistry config) {
        return Optional.of(context -> LIST.matcher(template).replaceAll(list -> {
            Object value = context.getAttribute(list.group(1));
            if (value == null) {
                throw new IllegalStateException("no list is bound to <" + list.group(1) + ">");
            }
            return Matcher.quoteReplacement(value.toString());
        }));
    }

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        Matcher token = TOKEN.matcher(sql);
        int done = 0;
        while (token.find()) {
            if (token.group(1) == null && token.group(2) == null) {
                continue;
            }
            parsed.append(sql.substring(done, token.start()));
            if (token.group(1) != null) {
                parsed.appendPositionalParameter();
            } else {
                parsed.appendNamedParameter(token.group(2));
            }
            done = token.end();
        }
        return parsed.append(sql.substring(done)).build();
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return ":" + rawName;
    }
}
