package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All clients of a server are cut off at once, again and again: all are back in time, and are told only what they had missed. */
class ReconnectTest {
    private static final int ROOMS = 24;
    private static final int TIMES = 4;
    private static final int LEAST_CLIENTS = 60;
    private static final int LEAST_CUTS = 200;
    private static final long BACK_MILLIS = 30_000;

    private final SimWorld world = new SimWorld(7, SimulationTest.CATALOGUE, ROOMS);

    private void pass(long millis) {
        long until = world.agenda().nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (world.agenda().step(until)) {
            world.check();
        }
    }

    private List<Person> connected() {
        List<Person> there = new ArrayList<>();
        for (SimRoom room : world.rooms()) {
            for (Person person : room.people()) {
                if (person.isUp() && person.hasPlace()) {
                    there.add(person);
                }
            }
        }
        return there;
    }

    @Test
    void allAreBackInHalfAMinuteAndAreToldNothingTwice() {
        world.open();
        pass(6_000);
        int cuts = 0;
        for (int i = 0; i < TIMES; i++) {
            List<Person> before = connected();
            assertThat(before).hasSizeGreaterThanOrEqualTo(LEAST_CLIENTS);
            List<SimNetwork.Link> links = List.copyOf(world.network().links());
            links.forEach(SimNetwork.Link::cut);
            cuts += links.size();
            pass(BACK_MILLIS);
            assertThat(connected()).containsAll(before);
        }
        assertThat(cuts).isGreaterThanOrEqualTo(LEAST_CUTS);
        world.finish();
        assertThat(world.marks().of("event told again")).isZero();
    }
}
