package dev.truce.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. */
final class Schema {
    private static final String MIGRATIONS = "classpath:dev/truce/store/migration";

    private Schema() {}

    /**
     * Migrates.
     *
     * @param blob the database's word for bytes of any length
     */
    static void migrate(DataSource source, String blob) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(MIGRATIONS)
                .placeholders(Map.of("blob", blob))
                .load()
                .migrate();
    }
}
