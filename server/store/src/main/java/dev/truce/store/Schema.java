package dev.truce.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to the schema of this version. */
final class Schema {
    private static final String MIGRATIONS = "classpath:dev/truce/store/migration";

    /** The oldest version of the journal that this program reads. */
    private static final MigrationVersion OLDEST = MigrationVersion.fromVersion("2");

    private Schema() {}

    /**
     * Migrates.
     *
     * @param blob the database's word for bytes of any length
     * @throws JournalVersionException if the database was written in version 1
     */
    static void migrate(DataSource source, String blob) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(MIGRATIONS)
                .placeholders(Map.of("blob", blob))
                .load();
        MigrationInfo current = flyway.info().current();
        if (current != null && current.getVersion().compareTo(OLDEST) < 0) {
            throw new JournalVersionException(
                    "truce 1.0.0 reads version 1 of the journal; here it is version " + OLDEST);
        }
        flyway.migrate();
    }
}
