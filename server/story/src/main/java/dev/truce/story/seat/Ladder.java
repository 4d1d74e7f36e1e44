package dev.truce.story.seat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lever as a row of steps: the first is the hardest, the last gives most, for tariffs as for promises. Places are steps from 0;
 * {@link #NOWHERE} is none.
 *
 * @param instrument the lever
 * @param name how it is called, as the beginning of a sentence
 * @param steps how each step reads, the hardest first
 * @param now where it stands, or none if the viewer does not see it
 * @param deal what the agreement on top asks for at least, or none
 * @param truce what the truce beneath it asks for at least, or none
 * @param line the first step that costs the viewer as a red line of its own, or none
 * @param guess where it probably stands if the viewer does not see it, or null
 */
public record Ladder(
        Instrument instrument,
        String name,
        List<String> steps,
        int now,
        int deal,
        int truce,
        int line,
        @Nullable Guess guess) {
    /** No step. */
    public static final int NOWHERE = -1;

    private static final int MILLI = 1000;

    /**
     * What a signal says of a secret lever.
     *
     * @param middleMilli the place that it names, thousandths of a step
     * @param lowMilli one standard deviation below it as far as the ladder goes, thousandths of a step
     * @param highMilli the same above it
     */
    public record Guess(int middleMilli, int lowMilli, int highMilli) {
        /** Returns the nearest step. */
        public int step() {
            return (middleMilli + MILLI / 2) / MILLI;
        }
    }

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** Returns the ladders of a side in instrument order, as the viewer of an observation sees them. */
    public static List<Ladder> of(Side holder, Observation seen, Wording wording) {
        List<Ladder> ladders = new ArrayList<>();
        RedLineCosts costs = new RedLineCosts(wording.scenario());
        for (Instrument instrument : wording.scenario().instruments().of(holder)) {
            ladders.add(of(instrument, seen, costs, wording));
        }
        return ladders;
    }

    private static Ladder of(Instrument instrument, Observation seen, RedLineCosts costs, Wording wording) {
        Bearing standing = new Bearing(seen.levels(), seen.treaty(), seen.openRound(), seen.redLines(), seen.last());
        return of(instrument, standing, costs, wording);
    }

    /**
     * Returns the ladder of a lever in a round that is over.
     *
     * @param treaty what binds, which may be what the round left
     * @param round the round in which it binds
     */
    public static Ladder of(Instrument instrument, RoundView view, Treaty treaty, int round, Wording wording) {
        List<Instrument> lines = MoveFacts.redLines(view, instrument.holder());
        Bearing standing = new Bearing(view.levels(), treaty, round, lines, view);
        return of(instrument, standing, new RedLineCosts(wording.scenario()), wording);
    }

    /** What a ladder is made of. */
    private record Bearing(
            Levels levels,
            Treaty treaty,
            int round,
            List<Instrument> lines,
            @Nullable RoundView last) {}

    private static Ladder of(Instrument instrument, Bearing seen, RedLineCosts costs, Wording wording) {
        InstrumentSpec spec = wording.scenario().spec(instrument);
        int last = spec.ladder().size() - 1;
        List<String> steps = new ArrayList<>();
        int line = NOWHERE;
        for (int step = 0; step <= last; step++) {
            int level = turned(instrument, step, last);
            steps.add(wording.levelTitle(instrument, level));
            if (line == NOWHERE && seen.lines().contains(instrument) && costs.score(instrument, level) < 0) {
                line = step;
            }
        }
        int level = seen.levels().get(instrument);
        int round = seen.round();
        Treaty treaty = seen.treaty();
        Clause deal = treaty.isLayered() ? treaty.agreed(instrument, round) : treaty.binding(instrument, round);
        Clause truce = beneath(treaty, instrument, round);
        return new Ladder(
                instrument,
                LeverWords.sentence(wording.running(instrument)),
                steps,
                level == Levels.UNSEEN ? NOWHERE : turned(instrument, level, last),
                deal == null ? NOWHERE : turned(instrument, deal.bound(), last),
                truce == null ? NOWHERE : turned(instrument, truce.bound(), last),
                line,
                level == Levels.UNSEEN ? guess(instrument, seen.last(), wording.scenario()) : null);
    }

    private static @Nullable Clause beneath(Treaty treaty, Instrument instrument, int round) {
        for (Clause clause : treaty.truce()) {
            if (clause.instrument() == instrument && clause.binds(round)) {
                return clause;
            }
        }
        return null;
    }

    private static @Nullable Guess guess(Instrument instrument, @Nullable RoundView last, Scenario scenario) {
        for (SignalReading reading : last == null ? List.<SignalReading>of() : last.signals()) {
            if (reading.instrument() == instrument) {
                boolean customs = instrument == Instrument.CN_SOY_PURCHASES;
                double noise = customs
                        ? scenario.knobs().customsNoise()
                        : scenario.knobs().signalNoise();
                double notch = reading.notchMilli() / (double) MILLI;
                int low = place(scenario.spec(instrument), notch - noise);
                int high = place(scenario.spec(instrument), notch + noise);
                return new Guess(place(scenario.spec(instrument), notch), low, high);
            }
        }
        return null;
    }

    /** Returns the place of a notch of compliance, thousandths of a step. */
    private static int place(InstrumentSpec spec, double notch) {
        int last = spec.ladder().size() - 1;
        if (spec.instrument() != Instrument.CN_SOY_PURCHASES) {
            return (int) Math.round(MILLI * Math.max(0, Math.min(last, notch)));
        }
        double amount = Covert.soyMmt(notch);
        int step = 0;
        while (step < last && spec.rung(step + 1).value() <= amount) {
            step++;
        }
        double from = spec.rung(step).value();
        double part = step == last ? 0 : (amount - from) / (spec.rung(step + 1).value() - from);
        return (int) Math.round(MILLI * (step + Math.max(0, part)));
    }

    /** Returns the step of a level, or the level of a step: secret levers count from the hardest, public ones from the softest. */
    private static int turned(Instrument instrument, int place, int last) {
        return instrument.isCovert() ? place : last - place;
    }

    /** Returns the step of a level. */
    public int step(int level) {
        return turned(instrument, level, steps.size() - 1);
    }

    /** Returns how it stands now in a word or two: the step, where it probably is, or that it is secret. */
    public String shown(Wording wording) {
        return now != NOWHERE
                ? steps.get(now)
                : guess == null ? wording.text("ladder.secret") : wording.text("ladder.about", steps.get(guess.step()));
    }

    /**
     * Returns the ladder as it is spoken, for example {@code Reciprocal tariff, 0%, step 8 of 8; deal at most 0%; truce at most 10%}.
     *
     * @param draft the step that is drafted, or none
     */
    public String spoken(int draft, Wording wording) {
        List<String> parts = new ArrayList<>();
        parts.add(
                now == NOWHERE
                        ? wording.text("ladder.unseen", name, shown(wording))
                        : wording.text("ladder.stands", name, steps.get(now), now + 1, steps.size()));
        String bound = instrument.isCovert() ? "floor" : "cap";
        add(parts, "ladder.deal." + bound, deal, wording);
        add(parts, "ladder.truce." + bound, truce == deal ? NOWHERE : truce, wording);
        add(parts, "ladder.line", line, wording);
        add(parts, "ladder.draft", draft, wording);
        return wording.phrases().clauses(parts);
    }

    private void add(List<String> parts, String key, int step, Wording wording) {
        if (step != NOWHERE) {
            parts.add(wording.text(key, steps.get(step)));
        }
    }
}
