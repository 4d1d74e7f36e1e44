package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Conduct;
import dev.truce.bot.Decision;
import dev.truce.bot.InProcessMatch;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Pairing;
import dev.truce.bot.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.StateHash;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A duel has a message phase of its own, for speed. It is the match that the referee rules on, bit for bit: results, reports, treaties,
 * and what each bot got wrong.
 */
class DuelIsTheMatchTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    /** As many as a duel gives. */
    private static final long STEPS = 10_000;

    private final Duel duel = new Duel(RULES);
    private final InProcessMatch match = new InProcessMatch(RULES);

    private int same(long seed, BotFactory us, BotFactory cn) {
        MatchSetup setup = RULES.setup(seed);
        Played played =
                match.play(setup, new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), STEPS), Recording.NONE);
        Duel.Trace trace = duel.trace(setup, us, cn);
        String pair = us.name() + " against " + cn.name() + " on " + seed;
        assertThat(trace.reports()).as(pair).isEqualTo(played.reports());
        assertThat(trace.end()).as(pair).isEqualTo(played.end());
        int draws = played.reports().get(played.reports().size() - 1).draws();
        assertThat(StateHash.hex(StateHash.of(trace.end(), draws)))
                .as(pair)
                .isEqualTo(StateHash.hex(StateHash.of(played.end(), draws)));
        assertThat(trace.game().us().score()).isEqualTo(played.result().us().score());
        assertThat(trace.game().cn().score()).isEqualTo(played.result().cn().score());
        assertThat(faults(trace.us())).as(pair).isEqualTo(faults(played.us()));
        assertThat(faults(trace.cn())).as(pair).isEqualTo(faults(played.cn()));
        int signed = 0;
        for (RoundReport report : played.reports()) {
            signed += report.ratification().terms() == null ? 0 : 1;
        }
        return signed;
    }

    private static List<String> faults(Conduct conduct) {
        List<String> faults = new ArrayList<>();
        for (BotFault fault : conduct.faults()) {
            faults.add(fault.kind() + " in " + fault.round() + ", " + fault.detail());
        }
        return faults;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 77, 5000, -3})
    void allPairsOfTheReferencePoolPlayTheSameMatch(long seed) {
        int signed = 0;
        for (BotFactory us : Roster.reference()) {
            for (BotFactory cn : Roster.reference()) {
                signed += same(seed, us, cn);
            }
        }
        assertThat(signed).isGreaterThan(1000);
    }

    @Test
    void thoseOutsideThePoolPlayTheSameMatch() {
        for (BotFactory guest : Roster.all()) {
            for (String name : List.of("match", "dove", "hold", "random", "grim")) {
                BotFactory other = Roster.find(name).orElse(guest);
                same(5001, guest, other);
                same(5002, other, guest);
            }
        }
    }

    /** Offers what there is no treaty to renew, what no ladder has, orders what is not legal, and throws, each now and then. */
    private static final class Clumsy implements Negotiator {
        private final SplitMix64 random;
        private final Side side;

        Clumsy(BotSeat seat) {
            this.random = seat.random();
            this.side = seat.side();
        }

        @Override
        public Decision decide(dev.truce.engine.view.Observation observation, dev.truce.bot.Talks talks) {
            if (random.nextInt(20) == 0) {
                throw new IllegalStateException("clumsy");
            }
            Terms heard = talks.lastOffer();
            int kind = random.nextInt(4);
            Terms offer = switch (kind) {
                case 0 -> new Terms.Renewal(1 + random.nextInt(8), random.nextInt(2) == 0);
                case 1 ->
                    new Terms.Package(
                            List.of(
                                    new Pledge(Instrument.US_PORT_FEE, random.nextInt(7)),
                                    new Pledge(Instrument.CN_PORT_FEE, 0)),
                            2,
                            false);
                case 2 -> heard;
                default -> null;
            };
            Instrument own = Instrument.of(side).get(random.nextInt(4));
            int level = random.nextInt(5);
            boolean throwsLater = random.nextInt(15) == 0;
            AcceptanceRule rule = offered -> {
                if (throwsLater) {
                    throw new IllegalArgumentException("clumsy");
                }
                return offered.rounds() > 1;
            };
            return new Decision(Orders.of(List.of(new Order(own, level))), offer, rule);
        }
    }

    @Test
    void whatABotGetsWrongIsTheSameFaultInBoth() {
        BotFactory clumsy = BotFactory.of("clumsy", "Gets things wrong.", Clumsy::new);
        int faults = 0;
        for (long seed = 1; seed <= 40; seed++) {
            same(seed, clumsy, clumsy);
            faults +=
                    duel.trace(RULES.setup(seed), clumsy, clumsy).us().faults().size();
        }
        assertThat(faults).isGreaterThan(100);
    }
}
