package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sealed orders stay sealed, and the order of arrival decides nothing. */
class SealTest {

    /** What the seats do in a round before both are ready for good; they may come in between each other in any way. */
    private static final List<String> US = List.of("submit PORT=80", "undo", "submit FENT=15; CHIP=strict");

    private static final List<String> CN = List.of("submit REE7=tight", "ready", "unready", "submit SOY=3");

    @Test
    void allWaysToInterleaveTheSeatsLeadToTheSameMatch() {
        Map<List<String>, List<String>> ways = new LinkedHashMap<>();
        interleave(US, CN, new ArrayList<>(), ways);
        assertThat(ways).hasSize(70);
        assertThat(ways.values().stream().distinct()).hasSize(1);
    }

    private static void interleave(
            List<String> us, List<String> cn, List<String> so, Map<List<String>, List<String>> ways) {
        if (us.isEmpty() && cn.isEmpty()) {
            List<String> usFirst = plus(plus(so, "US ready"), "CN ready");
            List<String> cnFirst = plus(plus(so, "CN ready"), "US ready");
            ways.put(usFirst, play(usFirst));
            ways.put(cnFirst, play(cnFirst));
            return;
        }
        if (!us.isEmpty()) {
            interleave(us.subList(1, us.size()), cn, plus(so, "US " + us.get(0)), ways);
        }
        if (!cn.isEmpty()) {
            interleave(us, cn.subList(1, cn.size()), plus(so, "CN " + cn.get(0)), ways);
        }
    }

    private static List<String> plus(List<String> list, String item) {
        List<String> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static List<String> play(List<String> events) {
        Table table = Table.open(2);
        for (String event : events) {
            Table.At seat = table.seat(event.substring(0, 2));
            String what = event.substring(3);
            switch (what) {
                case "undo" -> seat.undoes();
                case "ready" -> seat.isReady();
                case "unready" -> seat.isNotReadyAfterAll();
                default -> seat.submits(what.substring("submit ".length()));
            }
        }
        assertThat(table.referee.openRound()).as(events.toString()).isEqualTo(2);
        return table.referee.chain();
    }

    @Test
    void othersLearnThatOrdersWereSealedAndNothingElse() {
        List<List<Notice>> heard = new ArrayList<>();
        for (String orders : List.of("HOLD", "PORT=80", "FENT=25; CHIP=embargo; PACE=0")) {
            Table table = Table.open(2);
            table.seat("US").submits(orders);
            for (Viewer viewer : Arrays.asList(Viewer.CN, Viewer.PUBLIC, Viewer.OMNISCIENT)) {
                heard.add(table.told(viewer).subList(1, table.told(viewer).size()));
            }
        }
        assertThat(heard)
                .allSatisfy(notices ->
                        assertThat(notices).containsExactly(new Notice.SeatStatus(Seat.US_HEAD, 1, true, false)));
    }

    @Test
    void theOpenRoundsOrdersAreInNobodysHistory() {
        List<List<List<Notice>>> histories = new ArrayList<>();
        for (String orders : List.of("HOLD", "FENT=25; CHIP=embargo; PACE=0")) {
            Table table = Table.open(3);
            table.everybodyIsReady();
            table.seat("US").submits(orders);
            List<List<Notice>> all = new ArrayList<>();
            for (Viewer viewer : Viewer.values()) {
                all.add(table.referee.history(viewer));
            }
            histories.add(all);
        }
        assertThat(histories.get(0)).isEqualTo(histories.get(1));
    }

    @Test
    void aSeatMayAskForItsOwnSealedOrders() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        assertThat(table.seat("US").sealed()).isEqualTo("PORT=80");
        assertThat(table.seat("CN").sealed()).isEmpty();
        assertThat(table.referee.sealed(new Seat(dev.truce.engine.board.Side.US, 1)))
                .isEmpty();
    }

    @Test
    void nothingThatIsToldBeforeTheEndNamesTheSeed() {
        Table table = Table.of(4, 8_675_309_123_456_789L);
        table.start();
        for (int round = 1; round < 4; round++) {
            table.everybodyIsReady();
        }
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer).toString()).doesNotContain("8675309123456789");
        }
        table.everybodyIsReady();
        assertThat(table.told(Viewer.PUBLIC).toString()).contains("8675309123456789");
    }
}
