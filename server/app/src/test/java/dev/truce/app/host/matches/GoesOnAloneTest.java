package dev.truce.app.host.matches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.app.host.HostedMatch;
import dev.truce.match.deed.HostAct;
import dev.truce.store.FaultyStore;
import dev.truce.store.StoreException;
import dev.truce.store.chain.MemoryStore;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A match whose people do not come back goes on though it could not be read at the moment at which it was to. */
class GoesOnAloneTest {
    private static final long GRACE_MILLIS =
            ServerLimits.STANDARD.restartGrace().toMillis();

    private final FaultyStore store = new FaultyStore(new MemoryStore(), FaultyStore.Fault.NONE, 0);
    /** How many tasks find no place among those that read the journal. */
    private final AtomicInteger tooMany = new AtomicInteger();

    private final AtomicInteger asked = new AtomicInteger();

    private MatchesAlone start() throws StartException {
        return new MatchesAlone(
                store,
                ServerLimits.STANDARD,
                task -> {
                    asked.incrementAndGet();
                    if (tooMany.getAndDecrement() > 0) {
                        throw new RejectedExecutionException();
                    }
                    task.run();
                },
                Runnable::run);
    }

    /** Has a match begin, on a server that is gone then. */
    private String begun() throws StartException {
        MatchesAlone first = start();
        String matchId = first.begin(3, 600_000, "hold").entered().match().id();
        first.close();
        return matchId;
    }

    private static boolean isTimed(MatchesAlone alone, String matchId) {
        return alone.matches().caches().get("matches").asMap().get(matchId) instanceof HostedMatch match
                && match.isTimed();
    }

    private void goesOnALittleLater(Consumer<String> obstacle) throws StartException {
        String matchId = begun();
        MatchesAlone again = start();
        obstacle.accept(matchId);
        again.pass(GRACE_MILLIS);
        assertThat(isTimed(again, matchId)).isFalse();
        again.pass(5_000);
        assertThat(isTimed(again, matchId)).isTrue();
        again.close();
    }

    @Test
    void aMatchThatFindsNoPlaceGoesOnALittleLater() throws Exception {
        goesOnALittleLater(matchId -> tooMany.set(1));
    }

    @Test
    void aMatchThatCannotBeReadGoesOnALittleLater() throws Exception {
        goesOnALittleLater(matchId -> store.failRead(matchId, new StoreException("input/output error (planned)")));
    }

    @Test
    void theClockOfARoundThatTheHostOpensWaitsForNobody() throws Exception {
        MatchesAlone first = start();
        String matchId = first.beginGated(3, "hold").entered().match().id();
        first.close();
        MatchesAlone again = start();
        again.directs(matchId, new HostAct.OpenRound(1, 600_000));
        // The answer comes before what follows from it is done; once the journal is closed all of it is.
        again.close();
        assertThat(isTimed(again, matchId)).isTrue();
    }

    @Test
    void aMatchThatWasNeverSavedIsNotAskedForAgain() throws Exception {
        MatchesAlone alone = start();
        alone.matches().atTable("m-none", match -> {});
        int once = asked.get();
        alone.pass(5_000);
        assertThat(asked.get()).isEqualTo(once);
        alone.close();
    }
}
