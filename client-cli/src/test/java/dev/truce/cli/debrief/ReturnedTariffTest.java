package dev.truce.cli.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.RoundView;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A US tariff that goes up was ordered up, or it came back because a cut had ended. */
class ReturnedTariffTest {
    private enum Rise {
        ORDERED,
        RETURNED
    }

    @Test
    void everyRiseThatNobodyOrderedIsAReturnAndNoOther() {
        Map<Rise, Integer> seen = new EnumMap<>(Rise.class);
        List<MatchRecord> matches = new ArrayList<>(BotClass.played());
        // Nobody renews the truce here.
        matches.add(BotClass.played(BotClass.BUSAN, "hold", "hold", BotClass.SEED));
        for (MatchRecord match : matches) {
            Levels before = BotClass.BUSAN.scenario().startLevels();
            for (RoundView view : RecordReplay.of(match, BotClass.BUSAN).views()) {
                boolean rose = false;
                boolean ordered = false;
                for (Instrument tariff :
                        new Instrument[] {Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF}) {
                    int last = before.get(tariff);
                    rose |= view.levels().get(tariff) > last;
                    ordered |= view.levels().get(tariff) > last
                            && view.orders().stream()
                                    .anyMatch(order -> order.instrument() == tariff && order.level() > last);
                }
                assertThat(PublicRound.of(view).returned())
                        .as(match.hash() + " r" + view.round())
                        .isEqualTo(rose && !ordered);
                if (rose) {
                    seen.merge(ordered ? Rise.ORDERED : Rise.RETURNED, 1, Integer::sum);
                }
                before = view.levels();
            }
        }
        assertThat(seen).as("kinds of rises").containsOnlyKeys(Rise.values());
    }
}
