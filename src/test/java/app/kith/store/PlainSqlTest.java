package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters and lists of statements, and what only looks like them. */
class PlainSqlTest {
    private Handle handle;

    @BeforeEach
    void open() {
        Jdbi jdbi = Jdbi.create("jdbc:h2:mem:");
        PlainSql plain = new PlainSql();
        jdbi.getConfig(SqlStatements.class).setSqlParser(plain).setTemplateEngine(plain);
        handle = jdbi.open();
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void parametersByPlaceAndByName() {
        assertThat(handle.createQuery("SELECT ? || ? || ?").bind(0, "a").bind(1, "b").bind(2, "c").mapTo(String.class)
                .one()).isEqualTo("abc");
        assertThat(handle.createQuery("SELECT :one || :two || :one").bind("one", "x").bind("two", "y")
                .mapTo(String.class).one()).isEqualTo("xyx");
    }

    @Test
    void whatIsQuotedOrARemarkHoldsNone() {
        assertThat(handle.createQuery("""
                SELECT 'is it :one? It''s ?' || ? AS "a:b?" -- and :this?
                FROM (VALUES (1))""").bind(0, "!").mapTo(String.class).one()).isEqualTo("is it :one? It's ?!");
    }

    @Test
    void listsOfAnyLength() {
        String sql = "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 10) WHERE X IN (<wanted>) AND X <> 3 AND X < :most";
        assertThat(handle.createQuery(sql).bindList("wanted", 1, 3, 5, 9).bind("most", 9).mapTo(int.class).one())
                .isEqualTo(2);
        assertThat(handle.createQuery(sql).bindList("wanted", 2).bind("most", 9).mapTo(int.class).one()).isEqualTo(1);
    }

    @Test
    void aListThatNobodyBoundIsAnError() {
        assertThatThrownBy(() -> handle.createQuery("SELECT 1 WHERE 1 IN (<wanted>)").mapTo(int.class).one())
                .hasMessageContaining("wanted");
    }
}
