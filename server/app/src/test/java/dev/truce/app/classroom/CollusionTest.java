package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.encoding.ClassSeed;
import dev.truce.bot.BotFactory;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Recording;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Both seats of a table and somebody who watches a third pool all that they were told, and know no covert level of another table better than
 * its own signal allows.
 *
 * <p>A signal is a level plus noise, so what anybody knows of the level beyond the signal is what he knows of the noise. In one half of the
 * classes the figure that goes best with the noise is chosen among all figures that the three were told, and among the noise that the two
 * seats can work out of their own table, since one knows what the other was signalled. In the other half that figure corrects the signal;
 * then the corrected signal is compared with the signal alone. With the draws that tables shared before, the same attack reads every level.
 */
class CollusionTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int ROUNDS = 8;
    private static final List<BotFactory> BOTS = Roster.simple();

    /** Standard deviations within which a figure of pure chance stays; one of 16,000 is beyond it. */
    private static final double BOUND = 4;

    private static final List<Instrument> COVERT = List.of(
            Instrument.US_LICENCE_PACE,
            Instrument.CN_LICENCE_PACE,
            Instrument.CN_FENTANYL_ENFORCEMENT,
            Instrument.CN_SOY_PURCHASES);

    /** How many classes are played. */
    int classes() {
        return 60;
    }

    /** Whether figures are printed. */
    boolean prints() {
        return false;
    }

    /** What was told of a round at other tables, and the noise of a signal at the table in question, notches. */
    private record Sample(int ofClass, double noise, double[] told) {
        double figure(int index) {
            return index < told.length ? told[index] : 0;
        }
    }

    /** What the attack on an instrument led to, in the half of the classes that had no part in choosing the figure. */
    private record Attack(
            String figure, int figures, int readings, double correlation, int own, int pooled, int changed) {
        double bits() {
            double most = Math.min(.999_999, Math.abs(correlation) + BOUND / Math.sqrt(readings));
            return -Math.log(1 - most * most) / Math.log(2) / 2;
        }

        String line(Instrument instrument) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %+.4f | %.4f | %.4f | %.4f | %.5f |",
                    instrument.id(),
                    figures,
                    readings,
                    correlation,
                    BOUND / Math.sqrt(readings),
                    (double) own / readings,
                    (double) pooled / readings,
                    bits());
        }
    }

    @Test
    void whoeverPoolsWhatOtherTablesWereToldKnowsNoLevelBetter() {
        for (Map.Entry<Instrument, Attack> each : attacks(false).entrySet()) {
            Attack attack = each.getValue();
            assertThat(attack.figures()).isGreaterThan(100);
            assertThat(Math.abs(attack.correlation()))
                    .as("%s: %s", each.getKey(), attack)
                    .isLessThan(BOUND / Math.sqrt(attack.readings()));
            assertThat(attack.pooled() - attack.own())
                    .as("%s: levels that the pool reads and the signal alone does not, less those it loses", attack)
                    .isLessThanOrEqualTo((int) Math.ceil(BOUND * Math.sqrt(attack.changed())));
        }
    }

    @Test
    void theSameAttackReadsEveryLevelWhereTablesShareAllDraws() {
        for (Map.Entry<Instrument, Attack> each : attacks(true).entrySet()) {
            Attack attack = each.getValue();
            // Customs tell the level that soya is on its way to, so a seat knows its own but nearly.
            boolean exact = each.getKey() != Instrument.CN_SOY_PURCHASES;
            assertThat(attack.correlation()).as("%s: %s", each.getKey(), attack).isGreaterThan(exact ? .9 : .4);
            assertThat(attack.pooled())
                    .as("%s: %s", each.getKey(), attack)
                    .isGreaterThan(exact ? attack.readings() * 9 / 10 : attack.own());
        }
    }

    /** Names of figures, in the order in which they were first told. */
    private final Map<String, Integer> names = new LinkedHashMap<>();

    private Map<Instrument, Attack> attacks(boolean shared) {
        Map<Instrument, List<Sample>> samples = new LinkedHashMap<>();
        COVERT.forEach(instrument -> samples.put(instrument, new ArrayList<>()));
        SplitMix64 dice = new SplitMix64(shared ? 1 : 2);
        for (int i = 0; i < classes(); i++) {
            play(i, setups(dice, shared), dice, samples);
        }
        Map<Instrument, Attack> attacks = new LinkedHashMap<>();
        samples.forEach((instrument, all) -> attacks.put(instrument, attack(all)));
        if (prints()) {
            attacks.forEach((instrument, attack) -> System.out.println(attack.line(instrument)));
        }
        return attacks;
    }

    /** The setups of three tables of a class. */
    private static List<MatchSetup> setups(SplitMix64 dice, boolean shared) {
        SecureRandom random = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) dice.nextLong();
                }
            }
        };
        ClassSeed seed = ClassSeed.of(null, random);
        List<MatchSetup> setups = new ArrayList<>();
        for (Long ofTable : TableHands.seeds(RULES, seed::ofTable, List.of(1, 2, 3))) {
            MatchSetup usual = RULES.setup(seed.common());
            setups.add(new MatchSetup(
                    seed.common(),
                    shared ? null : ofTable,
                    new Horizon.Fixed(ROUNDS),
                    usual.calendar(),
                    usual.conditions()));
        }
        return setups;
    }

    private void play(int ofClass, List<MatchSetup> setups, SplitMix64 dice, Map<Instrument, List<Sample>> samples) {
        List<List<RoundView>> us = new ArrayList<>();
        List<List<RoundView>> cn = new ArrayList<>();
        List<List<RoundView>> all = new ArrayList<>();
        for (MatchSetup setup : setups) {
            Pairing pairing = new Pairing(any(dice), any(dice), dice.nextLong(), Limits.STEPS_A_ROUND);
            Played played = new InProcessMatch(RULES).play(setup, pairing, Recording.CHAIN);
            RecordReplay replay = RecordReplay.of(Objects.requireNonNull(played.record()), RULES);
            us.add(views(replay, setup, Viewer.US));
            cn.add(views(replay, setup, Viewer.CN));
            all.add(views(replay, setup, Viewer.PUBLIC));
        }
        MatchSetup attacked = setups.get(0);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> told = new HashMap<>();
            RoundView ofUs = us.get(1).get(round);
            RoundView ofCn = cn.get(1).get(round);
            flatten("us", ofUs, told);
            flatten("cn", ofCn, told);
            flatten("watcher", all.get(2).get(round), told);
            decode("us", ofUs, cn.get(1), told);
            decode("cn", ofCn, us.get(1), told);
            double[] figures = figures(told);
            for (Instrument instrument : COVERT) {
                samples.get(instrument).add(new Sample(ofClass, noise(attacked, instrument, round + 1), figures));
            }
        }
    }

    private double[] figures(Map<String, Double> told) {
        told.keySet().stream().sorted().forEach(name -> names.putIfAbsent(name, names.size()));
        double[] figures = new double[names.size()];
        told.forEach((name, figure) -> figures[Objects.requireNonNull(names.get(name))] = figure);
        return figures;
    }

    private static BotFactory any(SplitMix64 dice) {
        return BOTS.get(dice.nextInt(BOTS.size()));
    }

    private static List<RoundView> views(RecordReplay replay, MatchSetup setup, Viewer viewer) {
        Redaction redaction = new Redaction(RULES, setup, viewer);
        List<RoundView> views = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            views.add(redaction.view(replay.reports().get(i), replay.states().get(i + 1)));
        }
        return views;
    }

    private static double noise(MatchSetup setup, Instrument instrument, int round) {
        double deviation = instrument == Instrument.CN_SOY_PURCHASES
                ? RULES.scenario().knobs().customsNoise()
                : RULES.scenario().knobs().signalNoise();
        int side = instrument.holder().ordinal();
        return deviation * setup.draws().normal(Purpose.SIGNAL, round, side, instrument.ordinal());
    }

    /** What was signalled to one seat, less the level that the other seat of the table had. */
    private static void decode(String seat, RoundView hears, List<RoundView> knows, Map<String, Double> told) {
        for (SignalReading reading : hears.signals()) {
            Levels then = reading.aboutRound() == 0
                    ? RULES.scenario().startLevels()
                    : knows.get(reading.aboutRound() - 1).levels();
            int level = then.get(reading.instrument());
            told.put(seat + " less level " + reading.instrument(), reading.notchMilli() / 1000.0 - level);
        }
    }

    /** All figures of what somebody was told, by where they stand. */
    private static void flatten(String name, @Nullable Object value, Map<String, Double> figures) {
        if (value instanceof Number number) {
            figures.put(name, number.doubleValue());
        } else if (value instanceof Boolean yes) {
            figures.put(name, yes ? 1.0 : 0.0);
        } else if (value instanceof Enum<?> word) {
            figures.put(name, (double) word.ordinal());
        } else if (value instanceof Collection<?> many) {
            figures.put(name + ".size", (double) many.size());
            int i = 0;
            for (Object each : many) {
                flatten(name + "." + i++, each, figures);
            }
        } else if (value instanceof double[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                figures.put(name + "." + i, numbers[i]);
            }
        } else if (value instanceof Levels levels) {
            for (Instrument instrument : Instrument.all()) {
                figures.put(name + "." + instrument.id(), (double) levels.get(instrument));
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    flatten(
                            name + "." + component.getName(),
                            component.getAccessor().invoke(value),
                            figures);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(component.toString(), e);
                }
            }
        }
    }

    private Attack attack(List<Sample> samples) {
        List<Sample> choosing =
                samples.stream().filter(each -> each.ofClass() % 2 == 0).toList();
        List<Sample> judging =
                samples.stream().filter(each -> each.ofClass() % 2 == 1).toList();
        String best = "";
        int index = 0;
        Line line = new Line(0, 0, 0);
        for (Map.Entry<String, Integer> name : names.entrySet()) {
            Line fitted = Line.of(choosing, name.getValue());
            if (Math.abs(fitted.correlation()) > Math.abs(line.correlation())) {
                best = name.getKey();
                index = name.getValue();
                line = fitted;
            }
        }
        int own = 0;
        int pooled = 0;
        int changed = 0;
        for (Sample sample : judging) {
            double rest = sample.noise() - line.at(sample.figure(index));
            boolean alone = Math.abs(sample.noise()) < .5;
            boolean together = Math.abs(rest) < .5;
            own += alone ? 1 : 0;
            pooled += together ? 1 : 0;
            changed += alone == together ? 0 : 1;
        }
        return new Attack(
                best,
                names.size(),
                judging.size(),
                Line.of(judging, index).correlation() * Math.signum(line.correlation()),
                own,
                pooled,
                changed);
    }

    /** The line through pairs of a figure and the noise. */
    private record Line(double correlation, double slope, double start) {
        static Line of(List<Sample> samples, int index) {
            double n = samples.size();
            double x = 0;
            double y = 0;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (Sample sample : samples) {
                double figure = sample.figure(index);
                x += figure;
                y += sample.noise();
                xx += figure * figure;
                yy += sample.noise() * sample.noise();
                xy += figure * sample.noise();
            }
            double varianceX = xx / n - x / n * (x / n);
            double varianceY = yy / n - y / n * (y / n);
            if (!(varianceX > 1e-9)) {
                return new Line(0, 0, 0);
            }
            double together = xy / n - x / n * (y / n);
            double slope = together / varianceX;
            return new Line(together / Math.sqrt(varianceX * varianceY), slope, y / n - slope * x / n);
        }

        double at(double figure) {
            return start + slope * figure;
        }
    }
}
