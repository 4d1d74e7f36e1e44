package dev.truce.app.net.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.net.budget.ConnectionLimits.Stage;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private static final int CONNECTIONS = 40;
    private static final int STRANGERS = 8;

    private final ConnectionLimits limits = new ConnectionLimits(ServerLimits.STANDARD
            .edit()
            .connections(CONNECTIONS)
            .strangersPerAddress(STRANGERS)
            .done());
    private final List<Fake> away = new ArrayList<>();

    private final class Fake implements ConnectionLimits.NewConnection {
        private final InetAddress address;
        private final boolean in;
        private Stage stage = Stage.SILENT;

        Fake(int address) {
            this.address = address(address);
            this.in = limits.admit(this.address, this);
        }

        Fake at(Stage stage) {
            if (this.stage != Stage.LEAVING || stage.compareTo(Stage.GREETED) >= 0) {
                this.stage = stage;
            }
            limits.at(address, this, stage);
            return this;
        }

        @Override
        public void turnAway() {
            away.add(this);
            stage = Stage.LEAVING;
        }

        @Override
        public void retire() {
            away.add(this);
        }

        @Override
        public void turnAwaySoon() {
            away.add(this);
            stage = Stage.LEAVING;
        }
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (java.net.UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void thoseWhoSayNothingSendNobodyAwayWhoHasSaidHello() {
        Fake honest = new Fake(1).at(Stage.GREETED);
        List<Fake> silent = new ArrayList<>();
        for (int i = 0; i < 3 * STRANGERS; i++) {
            silent.add(new Fake(1));
        }
        assertThat(away).containsExactlyElementsOf(silent.subList(0, 2 * STRANGERS));
        assertThat(away).doesNotContain(honest);
    }

    @Test
    void whoGuessesGoesBeforeWhoWaits() {
        Fake honest = new Fake(1).at(Stage.GREETED);
        for (int i = 0; i < 3 * STRANGERS; i++) {
            new Fake(1).at(Stage.GREETED).at(Stage.ASKING).at(Stage.GREETED).at(Stage.WRONG);
        }
        assertThat(away).hasSize(2 * STRANGERS + 1).doesNotContain(honest);
    }

    @Test
    void whoWaitsForAnAnswerStaysHoweverManyCome() {
        Fake honest = new Fake(1).at(Stage.GREETED).at(Stage.ASKING);
        for (int i = 0; i < 3 * STRANGERS; i++) {
            new Fake(1).at(Stage.GREETED);
        }
        assertThat(away).hasSize(2 * STRANGERS).doesNotContain(honest);
    }

    @Test
    void anAddressThatFillsTheServerMakesRoomForOthers() {
        List<Fake> watching = new ArrayList<>();
        Fake seated = new Fake(1).at(Stage.SEATED);
        while (limits.open() < CONNECTIONS) {
            watching.add(new Fake(1).at(Stage.WATCHING));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(new Fake(2).at(Stage.SEATED).in).isTrue();
        }
        assertThat(new Fake(1).in).as("of the same address").isTrue();
        assertThat(away).containsExactlyElementsOf(watching.subList(0, 6)).doesNotContain(seated);
    }

    @Test
    void nobodyHasToGoForAnAddressThatHasAsMany() {
        for (int i = 0; i < CONNECTIONS / 2; i++) {
            new Fake(1).at(Stage.WATCHING);
            new Fake(2).at(Stage.SEATED);
        }
        assertThat(new Fake(2).in).isFalse();
        assertThat(away).isEmpty();
        assertThat(limits.open()).isEqualTo(CONNECTIONS);
    }

    @Test
    void seatsAreNeverSentAway() {
        while (limits.open() < CONNECTIONS) {
            new Fake(1).at(Stage.SEATED);
        }
        assertThat(new Fake(2).in).isFalse();
        assertThat(away).isEmpty();
    }

    @Test
    void whoIsGoneIsForgotten() {
        Fake one = new Fake(1);
        one.at(Stage.GREETED);
        limits.left(one);
        one.at(Stage.SEATED);
        assertThat(limits.open()).isZero();
        for (int i = 0; i < STRANGERS; i++) {
            new Fake(1).at(Stage.GREETED);
        }
        assertThat(away).isEmpty();
    }

    @Test
    void whoComesFurtherBeforeHeIsGoneStays() {
        Fake slow = new Fake(1);
        Fake dull = new Fake(1);
        for (int i = 0; i < STRANGERS; i++) {
            new Fake(1);
        }
        assertThat(away).containsExactly(slow, dull);
        slow.at(Stage.GREETED);
        assertThat(limits.isLeaving(slow)).isFalse();
        assertThat(limits.isLeaving(dull)).isTrue();
    }

    @Test
    void whenTheServerStopsAllAreToldHoweverFarTheyHaveCome() {
        Fake silent = new Fake(1);
        Fake greeted = new Fake(1).at(Stage.GREETED);
        Fake seated = new Fake(2).at(Stage.SEATED);
        Fake gone = new Fake(2);
        limits.left(gone);
        limits.retire();
        assertThat(away).containsExactlyInAnyOrder(silent, greeted, seated);
    }

    /** Compares with a search through all connections. */
    @Test
    void whoHasToGoIsAlwaysOfTheAddressThatHasMost() {
        Random random = new Random(20_251_128);
        Stage[] stages = {Stage.WRONG, Stage.GREETED, Stage.BROWSER, Stage.WATCHING, Stage.ASKING, Stage.SEATED};
        List<Fake> present = new ArrayList<>();
        int full = 0;
        for (int i = 0; i < 5_000; i++) {
            int what = random.nextInt(10);
            Fake one = present.isEmpty() ? null : present.get(random.nextInt(present.size()));
            if (one != null && what < 3) {
                one.at(stages[random.nextInt(stages.length)]);
            } else if (one != null && what == 3) {
                limits.left(one);
                present.remove(one);
            } else {
                int from = 1 + random.nextInt(1 + random.nextInt(12));
                Map<InetAddress, Long> idle = present.stream()
                        .filter(each -> each.stage.compareTo(Stage.WATCHING) <= 0)
                        .collect(Collectors.groupingBy(each -> each.address, Collectors.counting()));
                long most = idle.values().stream().mapToLong(each -> each).max().orElse(0);
                long own = present.stream()
                        .filter(each -> each.address.equals(address(from)))
                        .count();
                boolean makesRoom = most > own + 1 || (most > 0 && idle.getOrDefault(address(from), 0L) == most);
                boolean wasFull = limits.open() >= CONNECTIONS;
                int before = away.size();
                Fake newcomer = new Fake(from);
                assertThat(newcomer.in).isEqualTo(!wasFull || makesRoom);
                if (newcomer.in) {
                    present.add(newcomer);
                }
                if (wasFull && newcomer.in) {
                    full++;
                    assertThat(idle.get(away.get(before).address)).isEqualTo(most);
                }
            }
        }
        assertThat(full).isGreaterThan(500);
    }
}
