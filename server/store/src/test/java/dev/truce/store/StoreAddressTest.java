package dev.truce.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAddressTest {
    @Test
    void anAddressHasAUserAHostAndADatabase() {
        assertThat(StoreAddress.parse("postgresql://truce@db.example/course"))
                .contains(new StoreAddress("truce", "db.example", 5_432, "course", Map.of()));
        assertThat(StoreAddress.parse("postgresql://truce@[::1]:6000/course?sslmode=verify-full"))
                .contains(new StoreAddress("truce", "[::1]", 6_000, "course", Map.of("sslmode", "verify-full")));
        for (String wrong : new String[] {
            "postgresql://truce:p@db/course",
            "postgresql://db/course",
            "postgresql://truce@db",
            "postgresql://truce@db/course/more",
            "postgresql://truce@db/course?user=other",
            "postgresql://truce@db/course#part",
            "truce@db/course"
        }) {
            assertThat(StoreAddress.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void whatIsShownHasNoPassword() {
        for (String typed : new String[] {
            "postgresql://truce:hidden@db:5432/course",
            "postgresql://truce:hid@d/en@db:5432/course",
            "postgresql://truce@db:5432/course?sslmode=require&password=hidden"
        }) {
            assertThat(StoreAddress.withoutPassword(typed))
                    .doesNotContain("hid")
                    .contains("db:5432/course")
                    .contains("***");
        }
        assertThat(StoreAddress.withoutPassword("postgresql://truce@db:5432/course"))
                .isEqualTo("postgresql://truce@db:5432/course");
    }
}
