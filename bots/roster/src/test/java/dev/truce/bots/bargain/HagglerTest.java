package dev.truce.bots.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.bots.SecondRuleset;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bargaining about red lines, in matches of the second ruleset. */
class HagglerTest {
    private static final Rules RULES = SecondRuleset.RULES;
    private static final int MATCHES = 16;

    private static final BotFactory HONEST = Roster.find("negotiator").orElseThrow();
    private static final BotFactory LIAR = Roster.find("liar").orElseThrow();

    private static Played play(BotFactory us, BotFactory cn, long seed) {
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(12), RULES.scenario().calendar(), Conditions.PLAY);
        return new InProcessMatch(RULES)
                .play(setup, new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), 10_000), Recording.NONE);
    }

    /** Mean of both seats' scores in matches of a bot with itself. */
    private static double selfPlay(BotFactory bot) {
        double sum = 0;
        for (long seed = 80_000; seed < 80_000 + MATCHES; seed++) {
            Played played = play(bot, bot, seed);
            sum += played.result().us().score() + played.result().cn().score();
        }
        return sum / (2 * MATCHES);
    }

    /** The published landmarks of self-play, from other random streams: 94.8, 92.6, 90.0 and 87.2, each give or take 2. */
    @Test
    void selfPlayReachesThePublishedLandmarks() {
        assertThat(selfPlay(HONEST)).isCloseTo(94.8, within(2.0));
        assertThat(selfPlay(LIAR)).isCloseTo(92.6, within(2.0));
        assertThat(selfPlay(Roster.find("match").orElseThrow())).isCloseTo(90.0, within(2.0));
        assertThat(selfPlay(Roster.find("truce").orElseThrow())).isCloseTo(87.2, within(2.0));
    }

    @Test
    void twoOfThemSignManyDifferentPackages() {
        Set<Object> packages = new HashSet<>();
        for (long seed = 0; seed < MATCHES; seed++) {
            packages.add(play(HONEST, HONEST, seed).end().treaty().clauses().stream()
                    .map(clause -> clause.instrument() + "=" + clause.bound())
                    .toList());
        }
        assertThat(packages).hasSizeGreaterThan(MATCHES / 2);
    }

    /** Looks at every offer of the US before it is made. */
    private static List<String> offers(long seed, boolean lies) {
        List<String> wrong = new ArrayList<>();
        List<Observation> offered = new ArrayList<>();
        BotFactory watched = BotFactory.of("watched", seat -> {
            Negotiator bot = (Negotiator) (lies ? Haggler.liar(seat) : Haggler.honest(seat));
            return new Negotiator() {
                @Override
                public Decision decide(Observation seen, Talks talks) {
                    Decision decision = bot.decide(seen, talks);
                    if (decision.offer() instanceof Terms.Package terms) {
                        offered.add(seen);
                        for (Pledge pledge : terms.pledges()) {
                            if (seen.redLines().contains(pledge.instrument())
                                    && RULES.redLineCosts().given(pledge.instrument(), pledge.bound()) > 0) {
                                wrong.add("round " + seen.openRound() + ": " + pledge);
                            }
                        }
                    }
                    return decision;
                }
            };
        });
        play(watched, HONEST, seed);
        assertThat(offered).as("offers of match %d", seed).isNotEmpty();
        return wrong;
    }

    /** How many of the first packages of the US ask for licences of rare earths, if China perhaps said that it guards them. */
    private static int asksForRareEarths(List<Notice.Said> said) {
        int asks = 0;
        for (long seed = 0; seed < 2 * MATCHES; seed++) {
            MatchSetup setup = RULES.setup(seed);
            Observation seen = new Redaction(RULES, setup, Viewer.US).observe(RULES.start(setup));
            Negotiator bot = (Negotiator) Haggler.honest(BotSeat.seeded(Side.US, RULES.scenario(), seed, 10_000));
            Terms offer = bot.decide(seen, new Talks(null, List.of(), said)).offer();
            asks += offer instanceof Terms.Package terms
                            && terms.pledges().stream()
                                    .anyMatch(pledge -> pledge.instrument() == Instrument.CN_RARE_EARTHS_APRIL
                                            && RULES.redLineCosts().given(pledge.instrument(), pledge.bound()) > 0)
                    ? 1
                    : 0;
        }
        return asks;
    }

    private static Notice.Said said(Seat seat, Channel channel) {
        return new Notice.Said(seat, 0, 1, channel, "", new Statement.Guard(Instrument.CN_RARE_EARTHS_APRIL));
    }

    @Test
    void anHonestBotAsksLessOftenForWhatTheOtherSideSaysThatItGuards() {
        int unheard = asksForRareEarths(List.of());
        assertThat(unheard).isGreaterThan(MATCHES);
        assertThat(asksForRareEarths(List.of(said(Seat.head(Side.CN), Channel.PUBLIC))))
                .isLessThan(unheard * 3 / 4);
        assertThat(asksForRareEarths(List.of(said(Seat.head(Side.US), Channel.PUBLIC))))
                .isEqualTo(unheard);
    }

    @Test
    void neitherOfThemOffersARedLineOfItsOwn() {
        for (long seed = 0; seed < 8; seed++) {
            assertThat(offers(seed, false)).isEmpty();
            assertThat(offers(seed, true)).isEmpty();
        }
    }

    @Test
    void theNegotiatorOfTheRosterBargainsWhereThereAreRedLines() {
        Bot bot = Roster.find("negotiator").orElseThrow().create(BotSeat.seeded(Side.US, RULES.scenario(), 1, 10_000));
        Bot elsewhere = Roster.find("negotiator")
                .orElseThrow()
                .create(BotSeat.seeded(Side.US, Scenarios.busan2025R1(), 1, 10_000));
        assertThat(bot.getClass()).isNotEqualTo(elsewhere.getClass());
        assertThat(RULES.scenario().redLines().candidates().us()).contains(Instrument.US_CHIP_CONTROL);
    }
}
