package dev.truce.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bot.local.SteppedMatch;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A match without a referee is the match that the referee would have held. */
class LabLawTest {
    private static final int SEEDS = 30;

    /** Reads an action as a bot would decide it; written apart from what the environment does with it. */
    private static Decision decision(Lab lab, Episode episode, Side side, byte[] acts) {
        List<ActPart> parts = lab.space(side).parts();
        List<Order> orders = new ArrayList<>();
        List<Pledge> pledges = new ArrayList<>();
        List<Deed> dealings = new ArrayList<>();
        Terms offer = null;
        int deal = 0;
        AccusationChoice choice = AccusationChoice.REST;
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).name();
            int value = acts[side.ordinal() * lab.actSize() + i];
            if (name.equals("deal")) {
                deal = value;
            } else if (name.equals("judge")) {
                choice = AccusationChoice.values()[value];
            } else if (name.startsWith("bound.")) {
                if (value > 0) {
                    pledges.add(new Pledge(named(name.substring("bound.".length()), side), value - 1));
                }
            } else if (name.contains("+")) {
                String[] both = name.split("\\+");
                int size = lab.rules()
                                .scenario()
                                .spec(named(both[0], side))
                                .ladder()
                                .size()
                        + 1;
                order(orders, named(both[0], side), value % size);
                order(orders, named(both[1], side), value / size);
            } else {
                order(orders, named(name, side), value);
            }
        }
        List<Offer> open = new ArrayList<>(episode.match().offers().offers());
        Collections.reverse(open);
        open.removeIf(each -> !each.isOpen());
        List<Offer> theirs = open.stream().filter(each -> each.maker() != side).toList();
        List<Offer> own = open.stream().filter(each -> each.maker() == side).toList();
        if (deal == 1) {
            dealings.add(new Deed.Accept(theirs.get(0).id(), theirs.get(0).hash()));
        } else if (deal == 2) {
            dealings.add(new Deed.Refuse(theirs.get(0).id()));
        } else if (deal >= 3 && deal <= 18) {
            offer = new Terms.Renewal((deal - 3) % 8 + 1, deal >= 11);
        } else if (deal >= 19 && deal <= 34 && !pledges.isEmpty()) {
            Terms.Package terms = new Terms.Package(pledges, (deal - 19) % 8 + 1, deal >= 27);
            boolean truce =
                    lab.rules().layers().exist() && !lab.rules().layers().isAgreement(terms, true);
            offer = truce ? terms.published(false) : terms;
        } else if (deal == 35) {
            dealings.add(new Deed.Withdraw(own.get(0).id()));
        } else if (deal == 36) {
            dealings.add(new Deed.GiveNotice(true));
        }
        Instrument accused = episode.match().seen(side).accusedOn(side.other());
        if (choice != AccusationChoice.REST && accused != null) {
            dealings.add(new Deed.Judge(accused, choice));
        }
        OfferId answers = null;
        return new Decision(Orders.of(orders), offer, answers, AcceptanceRule.NEVER, dealings);
    }

    private static void order(List<Order> orders, Instrument instrument, int value) {
        if (value > 0) {
            orders.add(new Order(instrument, value - 1));
        }
    }

    private static Instrument named(String word, Side side) {
        return Instrument.find(word, side).orElseThrow();
    }

    private static BotFactory scripted(Deque<Decision> decisions) {
        return BotFactory.of("scripted", seat -> new Bot() {
            @Override
            public Decision decide(Observation observation) {
                return decisions.remove();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "geneva-2025", "busan-2025"})
    void theSameDeedsGiveTheSameSightScoresAndRecord(String scenario) {
        Rules rules = Labs.rules(scenario);
        Lab lab = Labs.both(rules);
        Episode episode = Labs.episode(lab);
        InProcessMatch worker = new InProcessMatch(rules);
        SplitMix64 dice = new SplitMix64(0x7f3a91c2d84be650L);
        for (int i = 0; i < SEEDS; i++) {
            long seed = dice.nextLong();
            MatchSetup setup = rules.setup(seed);
            SteppedMatch stepped = worker.step(setup);
            BySide<Deque<Decision>> script = BySide.each(side -> new ArrayDeque<>());
            BySide<double[]> sums = BySide.each(side -> new double[1]);
            episode.reset(seed);
            while (!episode.match().over()) {
                byte[] acts = i % 2 == 0 ? Labs.draw(lab, episode, dice) : Labs.drawQuietly(lab, episode, dice);
                BySide<Decision> decided = BySide.each(side -> decision(lab, episode, side, acts));
                stepped.step(decided.us(), decided.cn());
                episode.step(acts, 0);
                for (Side side : Side.values()) {
                    script.of(side).add(decided.of(side));
                    sums.of(side)[0] += episode.match().reward(side);
                    assertThat(episode.illegal(side)).isZero();
                    assertThat(stepped.faults(side))
                            .as("round %d", episode.match().round())
                            .hasSize(0);
                    if (stepped.over() == null) {
                        assertThat(episode.match().seen(side)).isEqualTo(stepped.seen(side));
                    } else {
                        assertThat(episode.match().seen(side).last())
                                .isEqualTo(stepped.seen(side).last());
                    }
                }
            }
            Notice.MatchOver over = stepped.over();
            assertThat(over).isNotNull();
            Played played = worker.play(
                    setup, new Pairing(scripted(script.us()), scripted(script.cn()), 0, 0), Recording.CHAIN);
            MatchRecord record = played.record();
            assertThat(record).isNotNull();
            assertThat(episode.match().chain()).last().isEqualTo(record.hash());
            assertThat(episode.match().score(Side.US)).isCloseTo(over.us().score(), within(1e-9));
            assertThat(episode.match().score(Side.CN)).isCloseTo(over.cn().score(), within(1e-9));
            assertThat(sums.us()[0]).isEqualTo(episode.match().score(Side.US));
            assertThat(sums.cn()[0]).isEqualTo(episode.match().score(Side.CN));
            Result rewarded = new Result(Rounding.tenths(sums.us()[0]), Rounding.tenths(sums.cn()[0]));
            assertThat(rewarded).isEqualTo(record.result());
        }
    }

    @Test
    void allPairsOfThePoolPlayTheirRecord() {
        List<BotFactory> pool = Roster.pool();
        List<Rules> all = Labs.SCENARIOS.stream().map(Labs::rules).toList();
        List<InProcessMatch> workers = all.stream().map(InProcessMatch::new).toList();
        SplitMix64 seeds = new SplitMix64(0xa1f79c3d5e82b064L);
        for (int us = 0; us < pool.size(); us++) {
            for (int cn = 0; cn < pool.size(); cn++) {
                int which = (us + cn) % all.size();
                Rules rules = all.get(which);
                long seed = seeds.nextLong();
                Lab lab = Labs.lab(rules, 0, pool.get(us), pool.get(cn));
                Episode episode = Labs.episode(lab);
                episode.reset(seed);
                while (!episode.match().over()) {
                    episode.step(new byte[2 * lab.actSize()], 0);
                }
                Pairing pairing = new Pairing(
                        pool.get(us), pool.get(cn), BotSeat.seedOf(seed, BotSeat.HEAD), Limits.STEPS_A_ROUND);
                Played played = workers.get(which).play(rules.setup(seed), pairing, Recording.CHAIN);
                assertThat(played.record()).isNotNull();
                assertThat(episode.match().chain())
                        .as(pool.get(us).name() + " and " + pool.get(cn).name())
                        .last()
                        .isEqualTo(played.record().hash());
                assertThat(episode.match().score(Side.US))
                        .isCloseTo(played.result().us().score(), within(1e-9));
            }
        }
    }
}
