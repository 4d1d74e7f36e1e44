package dev.truce.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.debrief.BotClass;
import dev.truce.cli.text.Texts;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.facts.RecordTalk;
import dev.truce.story.page.Part;
import dev.truce.story.print.Look;
import dev.truce.story.round.Headline;
import dev.truce.story.tale.Tale;
import dev.truce.story.words.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a told match tells of a match, for several matches of bots. */
class ToldMatchTest {
    private static final Wording WORDING = Texts.wording(BotClass.BUSAN.scenario());
    private static final int MATCHES = 6;

    /** A match that was played again. */
    private record Over(Notice.MatchOver end, List<RoundView> rounds) {
        static Over played(long seed) {
            RecordReplay replay =
                    RecordReplay.of(BotClass.played(BotClass.BUSAN, "negotiator", "choker", seed), BotClass.BUSAN);
            return new Over(RecordTalk.end(replay, BotClass.BUSAN).orElseThrow(), replay.views());
        }

        ToldMatch told() {
            return new ToldMatch(end, rounds, WORDING);
        }
    }

    /** Returns a told match in which an accusation is asked about. */
    static ToldMatch accused() {
        for (long seed = 1; seed <= 40; seed++) {
            ToldMatch told = Over.played(seed).told();
            if (told.asked() > 0) {
                return told;
            }
        }
        throw new IllegalStateException("no match with an accusation that is found true");
    }

    @Test
    void theHeaviestRoundsAreToldInOrderAndEachRoundIsInACard() {
        for (long seed = 1; seed <= MATCHES; seed++) {
            Over over = Over.played(seed);
            Tale tale = Tale.of(over.end(), over.rounds(), WORDING);
            assertThat(tale.turns()).hasSize(Math.min(Tale.TURNS, over.rounds().size()));
            List<Integer> told =
                    tale.turns().stream().map(turn -> turn.view().round()).toList();
            assertThat(told).isSorted().doesNotHaveDuplicates();
            int lightest = over.rounds().stream()
                    .filter(view -> told.contains(view.round()))
                    .mapToInt(view -> weight(over, view))
                    .min()
                    .orElseThrow();
            for (RoundView view : over.rounds()) {
                if (!told.contains(view.round())) {
                    assertThat(weight(over, view)).isLessThanOrEqualTo(lightest);
                }
            }
            assertThat(tale.outcome()).isNotBlank();
        }
    }

    private static int weight(Over over, RoundView view) {
        RoundView before = view.round() == 1 ? null : over.rounds().get(view.round() - 2);
        return Headline.of(view, before, WORDING.scenario()).weight();
    }

    /** A headline, one picture and two sentences; nothing is wider than a terminal. */
    @Test
    void aCardHasAHeadlineOnePictureAndTwoSentences() {
        for (long seed = 1; seed <= MATCHES; seed++) {
            ToldMatch told = Over.played(seed).told();
            for (int card = 0; card < told.cards(); card++) {
                List<Part> parts = told.card(card).parts();
                assertThat(parts.stream().filter(part -> part.name().equals("picture")))
                        .hasSize(1);
                assertThat(parts.stream().filter(part -> part.name().equals("told")))
                        .hasSize(3);
                assertThat(Look.PLAIN.lines(told.card(card))).allMatch(line -> line.length() <= 80);
            }
        }
    }
}
