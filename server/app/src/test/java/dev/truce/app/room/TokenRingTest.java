package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenRingTest {
    private final TokenRing ring = new TokenRing();
    private int drawn;

    private String draw() {
        return "token-" + ++drawn;
    }

    private String use(String token) {
        String next = draw();
        assertThat(ring.use(token, next)).as("use of %s", token).isPresent();
        return next;
    }

    private String joined() {
        ring.issue("key");
        return use("key");
    }

    @Test
    void everyUseGivesAnotherToken() {
        String first = joined();
        String second = use(first);
        String third = use(second);
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void aTokenThatWasReplacedAndConfirmedOpensNothing() {
        String first = joined();
        String second = use(first);
        use(second);
        assertThat(ring.use(first, draw())).isEmpty();
        assertThat(ring.use("key", draw())).isEmpty();
    }

    @Test
    void aLostReplyLocksNobodyOut() {
        String held = joined();
        for (int lost = 0; lost < 100; lost++) {
            use(held);
        }
        String arrived = use(held);
        assertThat(ring.use(arrived, draw())).isPresent();
    }

    @Test
    void twoDevicesSwapAHundredTimes() {
        String held = joined();
        String[] devices = {held, held};
        for (int swap = 0; swap < 100; swap++) {
            devices[swap % 2] = use(devices[swap % 2]);
        }
        assertThat(ring.hashes()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aTokenThatNobodyIssuedOpensNothingAndChangesNothing() {
        String held = joined();
        List<String> before = ring.hashes();
        assertThat(ring.use("made up", draw())).isEmpty();
        assertThat(ring.use("", draw())).isEmpty();
        assertThat(ring.hashes()).isEqualTo(before).contains(held);
    }

    @Test
    void nobodyCanFillTheTable() {
        List<String> held = new ArrayList<>(List.of(joined()));
        for (int i = 0; i < 1_000; i++) {
            String token = held.get(i % held.size());
            String next = draw();
            if (ring.use(token, next).isPresent()) {
                held.add(next);
            }
        }
        assertThat(ring.hashes()).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void aRingThatIsReadBackFromItsEntriesGoesOnAlike() {
        List<TokenRing.Live> stored = new ArrayList<>();
        TokenRing.Turn key = ring.issue("key");
        stored.add(key.issued());
        String held = "key";
        for (int i = 0; i < 20; i++) {
            String next = draw();
            Optional<TokenRing.Turn> turn = ring.use(held, next);
            assertThat(turn).isPresent();
            stored.removeIf(token -> turn.get().revoked().contains(token.hash()));
            stored.add(turn.get().issued());
            assertThat(new TokenRing(stored).hashes()).isEqualTo(ring.hashes());
            held = next;
        }
        TokenRing again = new TokenRing(stored);
        assertThat(again.use(held, "x")).isPresent();
        assertThat(again.use("key", "y")).isEmpty();
    }

    /** One device whose answers are lost in every possible order: it is never locked out, and what was lost does not stay open. */
    @Test
    void inEveryOrderOfLostAnswersTheDeviceComesBackAndOneLineOfTokensStays() {
        int steps = 9;
        for (int lost = 0; lost < 1 << steps; lost++) {
            TokenRing one = new TokenRing();
            one.issue("0");
            String has = "0";
            int arrived = 0;
            for (int step = 1; step <= steps; step++) {
                String next = Integer.toString(step);
                assertThat(one.use(has, next))
                        .as("orders of losses %s at %d", lost, step)
                        .isPresent();
                if ((lost & 1 << step - 1) == 0) {
                    has = next;
                    arrived++;
                } else {
                    arrived = 0;
                }
                if (arrived >= 4) {
                    assertThat(one.hashes())
                            .as("orders of losses %s at %d", lost, step)
                            .hasSize(2)
                            .contains(has);
                }
            }
            assertThat(one.opens(has)).isTrue();
        }
    }

    @Test
    void onlyALiveTokenOpensThePlace() {
        String first = joined();
        assertThat(ring.opens(first)).isTrue();
        assertThat(ring.opens("made up")).isFalse();
        String third = use(use(first));
        assertThat(ring.opens(third)).isTrue();
        assertThat(ring.opens(first)).isFalse();
        assertThat(ring.opens("key")).isFalse();
    }

    @Test
    void aTokenHasFourLiveChildrenAndTheOldestMakesRoom() {
        String held = joined();
        List<String> children = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            children.add(use(held));
            List<String> alive = children.subList(Math.max(0, children.size() - 4), children.size());
            assertThat(ring.hashes()).contains(held).containsAll(alive).hasSize(1 + alive.size());
        }
    }

    @Test
    void whoMovesToAnotherPlaceOpensItWithAllThatOpenedTheOneBefore() {
        String held = joined();
        String child = use(held);
        TokenRing next = new TokenRing();
        List<TokenRing.Turn> turns = next.takeOver(ring);
        assertThat(turns).extracting(turn -> turn.issued().hash()).isEqualTo(ring.hashes());
        assertThat(turns).allSatisfy(turn -> assertThat(turn.revoked()).isEmpty());
        assertThat(next.hashes()).contains(held, child);
        assertThat(next.use(child, "x")).isPresent();
        assertThat(next.opens(held)).as("whose child was used").isFalse();
    }

    @Test
    void aTokenThatWasLostDiesThoughTheServerWasStartedAgain() {
        TokenRing one = new TokenRing();
        List<TokenRing.Live> stored = new ArrayList<>();
        stored.add(one.issue("a").issued());
        stored.add(one.use("a", "lost").orElseThrow().issued());
        stored.add(one.use("a", "b").orElseThrow().issued());
        TokenRing again = new TokenRing(stored);
        assertThat(again.use("b", "c").orElseThrow().revoked()).containsExactly("a");
        assertThat(again.use("c", "d").orElseThrow().revoked()).containsExactlyInAnyOrder("lost", "b");
        assertThat(again.hashes()).containsExactly("c", "d");
    }
}
