package dev.truce.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableTypeAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches that are played by numbers. */
class EpisodeTest {
    private static final long SEED = 0x7f3a91c2d84be650L;

    private static int part(Lab lab, Side side, String name) {
        List<String> names = lab.space(side).parts().stream().map(ActPart::name).toList();
        assertThat(names).contains(name);
        return side.ordinal() * lab.actSize() + names.indexOf(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "geneva-2025", "busan-2025", Labs.LESS})
    void whatAMaskAllowsIsDoneUnlessTheOtherSideWithdraws(String scenario) {
        Lab lab = Labs.both(Labs.rules(scenario));
        Episode episode = Labs.episode(lab);
        SplitMix64 dice = new SplitMix64(SEED);
        int crossed = 0;
        for (int step = 0; step < 4_000; step++) {
            if (!episode.isOpen()) {
                episode.reset(dice.nextLong());
            }
            episode.step(step % 3 == 0 ? Labs.draw(lab, episode, dice) : Labs.drawQuietly(lab, episode, dice), 0);
            boolean withdrawn = false;
            for (Offer offer : episode.match().offers().offers()) {
                withdrawn |= offer.status() == OfferStatus.WITHDRAWN
                        && offer.made() == episode.match().round() - 1;
            }
            for (Side side : Side.values()) {
                assertThat(episode.illegal(side)).isZero();
                assertThat(episode.crossed(side)).isLessThanOrEqualTo(withdrawn ? 1 : 0);
                crossed += episode.crossed(side);
            }
        }
        assertThat(crossed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "busan-2025", Labs.LESS})
    void whatAMaskForbidsIsRefusedByTheRules(String scenario) {
        Rules rules = Labs.rules(scenario);
        Lab lab = Labs.both(rules);
        Episode episode = Labs.episode(lab);
        SplitMix64 dice = new SplitMix64(SEED);
        int forbidden = 0;
        for (int step = 0; step < 400; step++) {
            if (!episode.isOpen()) {
                episode.reset(dice.nextLong());
            }
            for (Side side : Side.values()) {
                byte[] mask = episode.mask(side);
                for (ActPart part :
                        lab.space(side).parts().subList(0, part(lab, Side.CN, "deal") - lab.actSize() - 1)) {
                    for (int choice = 0; choice < part.size(); choice++) {
                        byte[] act = new byte[lab.actSize()];
                        act[lab.space(side).parts().indexOf(part)] = (byte) choice;
                        boolean legal =
                                episode.match().mayOrder(side, lab.space(side).orders(act));
                        assertThat(mask[part.at() + choice] == 1)
                                .as(part.name() + choice)
                                .isEqualTo(legal);
                        forbidden += legal ? 0 : 1;
                    }
                }
            }
            episode.step(Labs.draw(lab, episode, dice), 0);
        }
        assertThat(forbidden).isPositive();
    }

    /** All else stands as it does in the scenario that has them, in the same order. */
    @Test
    void whatAScenarioLeavesOutHasNoPartAndNoColumn() {
        Lab less = Labs.both(Labs.rules(Labs.LESS));
        Lab whole = Labs.both(Labs.rules("busan-2025"));
        Predicate<String> leftOut = name -> name.matches("(.*\\.)?(US\\.PORT|CN\\.PORT|CN\\.UEL)");
        for (Side side : Side.values()) {
            List<String> parts =
                    whole.space(side).parts().stream().map(ActPart::name).toList();
            assertThat(parts).anyMatch(leftOut);
            assertThat(less.space(side).parts())
                    .extracting(ActPart::name)
                    .containsExactlyElementsOf(
                            parts.stream().filter(leftOut.negate()).toList());
        }
        List<String> columns =
                whole.columns().list().stream().map(SightColumn::name).toList();
        assertThat(columns.stream().filter(leftOut)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(less.columns().list())
                .extracting(SightColumn::name)
                .containsExactlyElementsOf(
                        columns.stream().filter(leftOut.negate()).toList());
    }

    /** What the part {@code deal} or {@code judge} would do, written apart from it: all deeds that a choice can stand for. */
    private static List<Deed> deeds(Lab lab, Episode episode, Side side, String part, int choice) {
        LabMatch match = episode.match();
        List<Deed> deeds = new ArrayList<>();
        if (part.equals("judge")) {
            Instrument accused = match.seen(side).accusedOn(side.other());
            if (accused != null) {
                deeds.add(new Deed.Judge(accused, AccusationChoice.values()[choice]));
            }
            return deeds;
        }
        for (Offer offer : match.offers().offers()) {
            boolean isTheirs = offer.isOpen() && offer.maker() != side;
            boolean isOwn = offer.isOpen() && offer.maker() == side;
            if (isTheirs && choice == 1) {
                deeds.add(new Deed.Accept(offer.id(), offer.hash()));
            } else if (isTheirs && choice == 2) {
                deeds.add(new Deed.Refuse(offer.id()));
            } else if (isOwn && choice == 35) {
                deeds.add(new Deed.Withdraw(offer.id()));
            }
        }
        if (choice >= 3 && choice <= 18) {
            deeds.add(new Deed.MakeOffer(new Terms.Renewal((choice - 3) % 8 + 1, choice >= 11), null));
        } else if (choice >= 19 && choice <= 34) {
            for (Instrument instrument : lab.rules().scenario().instruments().all()) {
                int ladder = lab.rules().scenario().spec(instrument).ladder().size();
                for (int bound = 0; bound < ladder; bound++) {
                    Terms.Package terms = new Terms.Package(
                            List.of(new Pledge(instrument, bound)), (choice - 19) % 8 + 1, choice >= 27);
                    boolean isPublic = terms.communique()
                            && (!lab.rules().layers().exist()
                                    || lab.rules().layers().isAgreement(terms, true));
                    deeds.add(new Deed.MakeOffer(terms.published(isPublic), null));
                }
            }
        } else if (choice == 36) {
            deeds.add(new Deed.GiveNotice(true));
        }
        return deeds;
    }

    /** A choice about offers, treaty or an accusation is open just when the rules take all that it can stand for. */
    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "geneva-2025", "busan-2025"})
    void aDealIsAllowedJustWhenTheRulesAllowIt(String scenario) {
        Lab lab = Labs.both(Labs.rules(scenario));
        Episode episode = Labs.episode(lab);
        SplitMix64 dice = new SplitMix64(SEED);
        Map<String, Set<Boolean>> answers = new TreeMap<>();
        for (int step = 0; step < 600; step++) {
            if (!episode.isOpen()) {
                episode.reset(dice.nextLong());
            }
            for (Side side : Side.values()) {
                for (String name : List.of("deal", "judge")) {
                    ActPart part = lab.space(side).parts().get(part(lab, side, name) - side.ordinal() * lab.actSize());
                    for (int choice = 1; choice < part.size(); choice++) {
                        List<Deed> deeds = deeds(lab, episode, side, name, choice);
                        long taken = deeds.stream()
                                .filter(deed -> episode.match().refusal(side, deed) == null)
                                .count();
                        boolean isOpen = episode.mask(side)[part.at() + choice] == 1;
                        assertThat(isOpen)
                                .as(
                                        "%s %s %d in round %d",
                                        side, name, choice, episode.match().round() + 1)
                                .isEqualTo(!deeds.isEmpty() && taken == deeds.size());
                        answers.computeIfAbsent(kind(name, choice), kind -> new TreeSet<>())
                                .add(isOpen);
                    }
                }
            }
            episode.step(step % 3 == 0 ? Labs.draw(lab, episode, dice) : Labs.drawQuietly(lab, episode, dice), 0);
        }
        // The second ruleset has no accusations, and lets a side offer a package at any time.
        boolean isThird = lab.rules().scenario().accusations().exist();
        for (String kind : List.of("sign", "refuse", "renew", "withdraw", "notice")) {
            assertThat(answers.get(kind)).as(kind).containsExactly(false, true);
        }
        assertThat(answers.get("offer")).isEqualTo(isThird ? Set.of(false, true) : Set.of(true));
        assertThat(answers.get("judge")).isEqualTo(isThird ? Set.of(false, true) : Set.of(false));
    }

    private static String kind(String part, int choice) {
        if (part.equals("judge")) {
            return part;
        } else if (choice < 3) {
            return choice == 1 ? "sign" : "refuse";
        } else if (choice < 35) {
            return choice < 19 ? "renew" : "offer";
        }
        return choice == 35 ? "withdraw" : "notice";
    }

    @Test
    void whatIsIllegalIsCountedAndTheRestIsDone() {
        Lab lab = Labs.both(Labs.rules("busan-2025"));
        Episode episode = Labs.episode(lab);
        episode.reset(SEED);
        byte[] acts = new byte[2 * lab.actSize()];
        acts[part(lab, Side.US, "US.PORT")] = 99;
        acts[part(lab, Side.US, "deal")] = ActSpace.SIGN;
        acts[part(lab, Side.US, "judge")] = 1;
        acts[part(lab, Side.US, "US.FENT")] = 1;
        acts[part(lab, Side.CN, "CN.PORT")] = -3;
        episode.step(acts, 0);
        assertThat(episode.illegal(Side.US)).isEqualTo(3);
        assertThat(episode.illegal(Side.CN)).isEqualTo(1);
        assertThat(episode.match().seen(Side.CN).last().orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "busan-2025"})
    void theSumOfTheRewardsIsTheScore(String scenario) {
        Rules rules = Labs.rules(scenario);
        for (int rounds : new int[] {0, 1, 2, 64}) {
            Lab lab = Labs.lab(rules, rounds, null, null);
            Episode episode = Labs.episode(lab);
            SplitMix64 dice = new SplitMix64(SEED);
            for (int match = 0; match < 40; match++) {
                episode.reset(dice.nextLong());
                double us = 0;
                double cn = 0;
                while (episode.isOpen()) {
                    assertThat(episode.match().score(Side.US)).isNaN();
                    episode.step(Labs.draw(lab, episode, dice), 0);
                    us += episode.match().reward(Side.US);
                    cn += episode.match().reward(Side.CN);
                }
                assertThat(us).isEqualTo(episode.match().score(Side.US));
                assertThat(cn).isEqualTo(episode.match().score(Side.CN));
                assertThat(rounds == 0 || episode.match().round() == rounds).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "busan-2025"})
    void pointsAddUpToWhatIsScoredAndAShownRewardIsTheScoreOfTheCard(String scenario) {
        Rules rules = Labs.rules(scenario);
        BySide<List<BotFactory>> nobody = new BySide<>(List.of(), List.of());
        Lab pointing = new Lab(rules, 0, nobody, Rewarding.POINTS);
        Lab showing = new Lab(rules, 0, nobody, Rewarding.SHOWN);
        Episode points = Labs.episode(pointing);
        Episode shown = Labs.episode(showing);
        SplitMix64 dice = new SplitMix64(SEED);
        for (int match = 0; match < 20; match++) {
            long seed = dice.nextLong();
            points.reset(seed);
            shown.reset(seed);
            BySide<double[]> sums = BySide.each(side -> new double[1]);
            while (points.isOpen()) {
                byte[] acts = Labs.drawQuietly(pointing, points, dice);
                points.step(acts, 0);
                shown.step(acts, 0);
                for (Side side : Side.values()) {
                    sums.of(side)[0] += points.match().reward(side);
                    assertThat(shown.match().reward(side))
                            .isEqualTo(shown.match()
                                            .seen(side)
                                            .last()
                                            .scores()
                                            .get(0)
                                            .scoreMilli()
                                    / 1e3);
                }
            }
            double weight = points.match().round() + rules.scenario().knobs().terminalFactor();
            for (Side side : Side.values()) {
                assertThat(rules.scenario().anchors().score(side, sums.of(side)[0] / weight))
                        .isCloseTo(points.match().score(side), within(1e-9));
                assertThat(shown.match().score(side)).isEqualTo(points.match().score(side));
            }
        }
    }

    @Test
    void anOpponentIsDrawnByTheSeedAndPlaysAsIfItAloneWereNamed() {
        Rules rules = Labs.rules("busan-2025");
        List<BotFactory> pool = Roster.pool();
        Lab drawing = new Lab(rules, 4, new BySide<>(pool, pool), Rewarding.SCORE);
        Map<String, Integer> drawn = new TreeMap<>();
        int alike = 0;
        for (long seed = 0; seed < 3_800; seed++) {
            for (Side side : Side.values()) {
                drawn.merge(side + " " + drawing.bot(side, seed).name(), 1, Integer::sum);
            }
            alike += drawing.bot(Side.US, seed) == drawing.bot(Side.CN, seed) ? 1 : 0;
        }
        // 200 each, with a standard deviation of 14.
        assertThat(drawn).hasSize(2 * pool.size());
        assertThat(drawn.values()).allMatch(count -> count > 130 && count < 270);
        assertThat(alike).isBetween(130, 270);
        Episode episode = Labs.episode(drawing);
        for (long seed = 0; seed < 40; seed++) {
            Lab naming = Labs.lab(rules, 4, drawing.bot(Side.US, seed), drawing.bot(Side.CN, seed));
            Episode named = Labs.episode(naming);
            episode.reset(seed);
            named.reset(seed);
            while (episode.isOpen()) {
                episode.step(new byte[2 * drawing.actSize()], 0);
                named.step(new byte[2 * drawing.actSize()], 0);
            }
            assertThat(episode.match().chain()).isEqualTo(named.match().chain());
        }
    }

    /** Also before round 1, when nothing in the state tells who plays. */
    @Test
    void aMatchGoesOnAmongTheSameOpponentsOnly() {
        Rules rules = Labs.rules("busan-2025");
        List<BotFactory> pool = Roster.pool();
        List<Lab> labs = List.of(
                new Lab(rules, 4, new BySide<>(List.of(), pool), Rewarding.SCORE),
                new Lab(rules, 4, new BySide<>(List.of(), pool.subList(1, pool.size())), Rewarding.SCORE),
                new Lab(rules, 4, new BySide<>(pool, List.of()), Rewarding.SCORE),
                new Lab(rules, 5, new BySide<>(List.of(), pool), Rewarding.SCORE),
                Labs.lab(rules, 4, null, pool.get(0)),
                Labs.lab(rules, 4, null, null));
        for (Lab saving : labs) {
            Episode saved = Labs.episode(saving);
            saved.reset(SEED);
            byte[] before = saved.save();
            saved.step(new byte[2 * saving.actSize()], 0);
            byte[] after = saved.save();
            for (Lab loading : labs) {
                Episode loaded = Labs.episode(loading);
                if (loading == saving) {
                    loaded.load(after);
                    assertThat(loaded.match().hash()).isEqualTo(saved.match().hash());
                    loaded.load(before);
                    loaded.step(new byte[2 * saving.actSize()], 0);
                    assertThat(loaded.match().chain()).isEqualTo(saved.match().chain());
                } else {
                    refused().isThrownBy(() -> loaded.load(before)).withMessage("saved-settings");
                    refused().isThrownBy(() -> loaded.load(after)).withMessage("saved-settings");
                }
            }
        }
    }

    @Test
    void aMatchGoesOnFromItsBytesAsItWouldHaveGoneOn() {
        Lab lab =
                Labs.lab(Labs.rules("busan-2025"), 10, null, Roster.find("tft").orElseThrow());
        Episode first = Labs.episode(lab);
        Episode second = Labs.episode(lab);
        SplitMix64 dice = new SplitMix64(SEED);
        first.reset(7);
        for (int round = 1; round <= 10; round++) {
            byte[] acts = Labs.draw(lab, first, dice);
            second.load(first.save());
            first.step(acts, 0);
            second.step(acts, 0);
            assertThat(second.match().hash()).isEqualTo(first.match().hash());
            assertThat(second.match().chain()).isEqualTo(first.match().chain());
            assertThat(sight(lab, second, Side.US)).isEqualTo(sight(lab, first, Side.US));
            assertThat(second.match().reward(Side.US)).isEqualTo(first.match().reward(Side.US));
        }
        assertThat(first.isOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> first.step(new byte[2 * lab.actSize()], 0));
    }

    private static float[] sight(Lab lab, Episode episode, Side side) {
        ByteBuffer to = ByteBuffer.allocate(Float.BYTES * lab.columns().size());
        episode.observe(side, to);
        to.flip();
        float[] columns = new float[lab.columns().size()];
        to.asFloatBuffer().get(columns);
        return columns;
    }

    private static ThrowableTypeAssert<LabException> refused() {
        return assertThatExceptionOfType(LabException.class);
    }

    @Test
    void bytesOfAnotherMatchAreRefused() {
        Rules rules = Labs.rules("busan-2025");
        Lab lab = Labs.both(rules);
        Episode episode = Labs.episode(lab);
        episode.reset(7);
        episode.step(new byte[2 * lab.actSize()], 0);
        byte[] saved = episode.save();
        Episode other = Labs.episode(Labs.both(Labs.rules("busan-2025-r2")));
        refused().isThrownBy(() -> other.load(saved)).withMessage("saved-settings");
        refused()
                .isThrownBy(() -> episode.load(Arrays.copyOf(saved, saved.length - 1)))
                .withMessage("saved-length");
        for (int at : new int[] {32, 40 + 4 + 5}) {
            byte[] bent = saved.clone();
            bent[at]++;
            refused().isThrownBy(() -> episode.load(bent)).withMessage("saved-state");
            assertThat(episode.isOpen()).isFalse();
        }
    }

    @Test
    void aSideOfABotHasNoChoice() {
        Lab lab = Labs.lab(Labs.rules("busan-2025"), 2, Roster.find("hawk").orElseThrow(), null);
        Episode episode = Labs.episode(lab);
        episode.reset(7);
        assertThat(episode.mask(Side.US)).containsOnly(0);
        assertThat(episode.mask(Side.CN)).contains(1);
        List<Integer> rounds = new ArrayList<>();
        while (episode.isOpen()) {
            episode.step(new byte[2 * lab.actSize()], 0);
            rounds.add(episode.match().round());
        }
        assertThat(rounds).containsExactly(1, 2);
        assertThat(episode.match().seen(Side.CN).last().orders()).isNotEmpty();
    }
}
