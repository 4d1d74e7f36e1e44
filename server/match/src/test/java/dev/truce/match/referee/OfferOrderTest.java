package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of offers too, the order of arrival decides nothing: who was quicker stands in no book, no history and no chain. */
class OfferOrderTest {
    /** What each side does in a round; the acts of the two sides may come in between each other in any way. */
    private static final List<String> US = List.of("renewal 4", "withdraw", "truce 4");

    private static final List<String> CN = List.of("truce 8", "withdraw", "renewal 2");

    @Test
    void allWaysToInterleaveOffersLeadToOneBookOneHistoryAndOneChain() {
        Map<String, List<Object>> ways = new LinkedHashMap<>();
        for (String way : interleaved(US.size(), CN.size())) {
            ways.put(way, play(way));
        }
        assertThat(ways).hasSize(20);
        assertThat(ways.values().stream().distinct().toList()).hasSize(1);
    }

    @Test
    void aBookGoesByRoundsThenByTheUsThenByNumbers() {
        for (String way : interleaved(US.size(), CN.size())) {
            assertThat(played(way).referee.offers().offers())
                    .as(way)
                    .extracting(offer -> offer.made() + " " + offer.id())
                    .containsExactly("1 US-1", "1 US-2", "1 CN-1", "1 CN-2", "2 US-3", "2 US-4", "2 CN-3", "2 CN-4");
        }
    }

    /** All words of so many U and C. */
    private static List<String> interleaved(int us, int cn) {
        if (us == 0 && cn == 0) {
            return List.of("");
        }
        List<String> all = new ArrayList<>();
        if (us > 0) {
            interleaved(us - 1, cn).forEach(rest -> all.add("U" + rest));
        }
        if (cn > 0) {
            interleaved(us, cn - 1).forEach(rest -> all.add("C" + rest));
        }
        return all;
    }

    private static Table played(String way) {
        Table table = Table.open(3);
        for (int round = 1; round <= 2; round++) {
            int us = 0;
            int cn = 0;
            for (char side : way.toCharArray()) {
                boolean accepted =
                        side == 'U' ? does(table, Side.US, US.get(us++)) : does(table, Side.CN, CN.get(cn++));
                assertThat(accepted).as(way).isTrue();
            }
            table.everybodyIsReady();
        }
        return table;
    }

    private static boolean does(Table table, Side side, String what) {
        Table.At seat = table.seat(side.name());
        String latest = side + "-" + table.referee.offers().made(side);
        return (what.equals("withdraw") ? seat.withdraws(latest) : seat.offers(what)).isAccepted();
    }

    private static List<Object> play(String way) {
        Table table = played(way);
        List<Offer> told = table.referee.history(Viewer.OMNISCIENT).stream()
                .filter(Notice.OfferChanged.class::isInstance)
                .map(notice -> ((Notice.OfferChanged) notice).offer())
                .toList();
        return List.of(table.referee.offers().offers(), told, table.referee.chain());
    }
}
