package dev.truce.tournament.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.RecordTalk;
import dev.truce.tournament.plan.PairSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the tables say of offers and statements is what a class hears of them, for every bot of the pool. */
class MatchTalkTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    private static List<PlayedMatch> matches() {
        List<Contestant> bots = Contestant.of(Roster.reference());
        List<PlayedMatch> matches = new ArrayList<>();
        PairPlayer player = new PairPlayer(RULES, bots, 10_000);
        for (int i = 0; i < bots.size(); i++) {
            PairSpec pair = new PairSpec(i, 0, i, (i + 5) % bots.size(), 1000 + i);
            matches.addAll(player.play(pair).matches());
        }
        return matches;
    }

    private static Map<String, OfferStatus> ends(List<Offer> offers) {
        Map<String, OfferStatus> ends = new TreeMap<>();
        offers.forEach(offer -> ends.put(offer.id().toString(), offer.status()));
        return ends;
    }

    @Test
    void offersAndWordsEndAsThoseWhoHeardThemSay() {
        Set<OfferStatus> seen = EnumSet.noneOf(OfferStatus.class);
        int words = 0;
        for (PlayedMatch match : matches()) {
            MatchTalk talk = new MatchTalk(RULES, match);
            Proceedings heard = RecordTalk.of(RecordReplay.of(match.record(), RULES), RULES);
            assertThat(ends(talk.offers())).isEqualTo(ends(heard.offers()));
            List<LedgerEntry> stated = heard.ledger().entries().stream()
                    .filter(entry -> entry.promise() instanceof Promise.Stated)
                    .toList();
            assertThat(talk.statements()).isEqualTo(stated);
            talk.offers().forEach(offer -> seen.add(offer.status()));
            words += stated.size();
        }
        assertThat(seen).contains(OfferStatus.ENTERED, OfferStatus.EXPIRED).doesNotContain(OfferStatus.OPEN);
        assertThat(words).isPositive();
    }

    /** Who knows that an offer gives up a red line knows that it is worth less to its holder, and as much to the other side. */
    @Test
    void aRedLineThatIsGivenUpMakesAnOfferWorthLessToItsHolderAlone() {
        int given = 0;
        for (PlayedMatch match : matches()) {
            MatchTalk talk = new MatchTalk(RULES, match);
            // Nobody has given anything yet that an offer could end.
            List<Offer> first =
                    talk.offers().stream().filter(offer -> offer.made() == 1).toList();
            for (Offer offer : first) {
                BySide<Double> without = talk.gain(offer, BySide.each(side -> List.of()));
                for (Side side : Side.values()) {
                    for (Instrument line : Instrument.of(side)) {
                        BySide<Double> with =
                                talk.gain(offer, BySide.each(each -> each == side ? List.of(line) : List.of()));
                        assertThat(with.of(side)).isLessThanOrEqualTo(without.of(side));
                        assertThat(with.of(side.other())).isEqualTo(without.of(side.other()));
                        given += with.of(side) < without.of(side) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(given).isPositive();
    }
}
