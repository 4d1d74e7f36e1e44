package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.round.Rules;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.PublicRound.Ended;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a board is told of rounds is public, and says of agreements what became of them. */
class PublicRoundTest {
    private static final int MATCHES = 300;
    private static final int ROUNDS = 10;

    /** What nobody but one side knows would make what is told of that side's view another. */
    @Test
    void everyViewOfARoundTellsTheSame() {
        int accused = 0;
        for (Rules rules : new Rules[] {Play.RULES, Play.THIRD}) {
            for (long seed = 0; seed < MATCHES; seed++) {
                Play play = Play.random(rules, seed, ROUNDS);
                for (int i = 0; i < play.reports.size(); i++) {
                    PublicRound told = PublicRound.of(play.views(Viewer.PUBLIC).get(i));
                    accused += told.accused().size();
                    for (Viewer viewer : Viewer.values()) {
                        assertThat(PublicRound.of(play.views(viewer).get(i)))
                                .as("seed %d, round %d, %s", seed, i + 1, viewer)
                                .isEqualTo(told);
                    }
                }
            }
        }
        assertThat(accused).isGreaterThan(MATCHES / 10);
    }

    @Test
    void whatBoundAndBindsNoMoreHasEndedBySomething() {
        Set<Ended> seen = EnumSet.noneOf(Ended.class);
        for (Rules rules : new Rules[] {Play.RULES, Play.THIRD}) {
            for (long seed = 0; seed < MATCHES; seed++) {
                Play play = Play.random(rules, seed, ROUNDS);
                int deal = 0;
                int truce = 0;
                for (RoundView view : play.views(Viewer.PUBLIC)) {
                    PublicRound told = PublicRound.of(view);
                    String what = "seed " + seed + ": " + told;
                    seen.add(told.ended());
                    int next = told.round() + 1;
                    assertThat(told.isUnbound()).as(what).isEqualTo(!view.next().bindsAny(next));
                    assertThat(told.deal() == 0 || told.deal() >= next).as(what).isTrue();
                    assertThat(told.truce() == 0 || told.truce() >= next)
                            .as(what)
                            .isTrue();
                    assertThat(told.truce() == 0 || view.next().isLayered())
                            .as(what)
                            .isTrue();
                    boolean fell = (deal > 0 && told.deal() == 0) || (truce > 0 && told.truce() == 0);
                    if (fell) {
                        assertThat(told.ended()).as(what).isNotEqualTo(Ended.NOTHING);
                    }
                    if (told.ended() == Ended.RAN_OUT && told.round() > 1) {
                        assertThat(fell).as(what).isTrue();
                        assertThat(deal == told.round() || truce == told.round())
                                .as(what)
                                .isTrue();
                    }
                    deal = told.deal();
                    truce = told.truce();
                }
            }
        }
        assertThat(seen).contains(Ended.NOTHING, Ended.BREACH, Ended.NOTICE, Ended.FINDING, Ended.RAN_OUT);
    }
}
