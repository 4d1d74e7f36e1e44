package dev.truce.story.seat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * The rounds of a match in a row: which is open, which an agreement or the truce binds, and what falls into each.
 *
 * @param rounds the rounds that are shown, ascending and without a gap
 * @param open number of the open one
 * @param mayEndAfter with which round the match may end, where its end is hidden; else 0
 */
public record Ribbon(List<RibbonRound> rounds, int open, int mayEndAfter) {
    /** As many rounds as the longest match of a hidden end has. */
    private static final int MOST = 16;

    private static final int AHEAD = 2;
    private static final int BEHIND = 3;

    /**
     * One round.
     *
     * @param number from 1
     * @param quarter its quarter, with the year where one begins
     * @param event what falls into it, in a word or two; empty if nothing does
     * @param date whether red lines are redrawn when it opens
     * @param summit whether there is a summit in it
     * @param deal whether an agreement on top of the truce binds in it, as far as is known now
     * @param truce whether the truce binds in it, as far as is known now
     */
    public record RibbonRound(
            int number, String quarter, String event, boolean date, boolean summit, boolean deal, boolean truce) {}

    public Ribbon {
        rounds = List.copyOf(rounds);
    }

    /**
     * Returns the ribbon of an open round.
     *
     * @param seen the open round
     * @param closed the rounds before, as far as they are known
     */
    public static Ribbon of(Observation seen, List<RoundView> closed, Wording wording) {
        int open = seen.openRound();
        int most = last(seen, wording.scenario());
        int first = Math.max(1, Math.min(open - BEHIND, most - MOST + 1));
        List<RibbonRound> rounds = new ArrayList<>();
        for (int number = first; number <= Math.min(most, first + MOST - 1); number++) {
            Treaty treaty = seen.treaty();
            for (RoundView view : closed) {
                treaty = view.round() == number ? view.treaty() : treaty;
            }
            rounds.add(round(number, treaty, number == first, wording));
        }
        return new Ribbon(rounds, open, mayEndAfter(seen, wording.scenario()));
    }

    private static int mayEndAfter(Observation seen, Scenario scenario) {
        Horizon horizon = scenario.horizon();
        return seen.knownRounds() == 0 && horizon.atLeast() < horizon.atMost() ? horizon.atLeast() : 0;
    }

    private static int last(Observation seen, Scenario scenario) {
        int open = seen.openRound();
        if (seen.knownRounds() > 0) {
            return seen.knownRounds();
        }
        Horizon horizon = scenario.horizon();
        return Math.max(open, Math.min(horizon.atMost(), Math.max(horizon.atLeast(), open) + AHEAD));
    }

    private static RibbonRound round(int number, Treaty treaty, boolean first, Wording wording) {
        Scenario scenario = wording.scenario();
        Calendar calendar = scenario.calendar();
        String quarter = calendar.quarter(number);
        int year = quarter.indexOf('Q');
        boolean begins = first || quarter.endsWith("Q1");
        boolean date = scenario.redLines().isDate(number);
        boolean summit = calendar.isSummit(number);
        List<Clause> top = treaty.isLayered() ? treaty.agreement() : treaty.clauses();
        return new RibbonRound(
                number,
                (begins ? quarter.substring(2, year) + " " : "") + quarter.substring(year),
                event(number, date, summit, wording),
                date,
                summit,
                top.stream().anyMatch(clause -> clause.binds(number)),
                treaty.isLayered() && treaty.bindsTruce(number));
    }

    private static String event(int number, boolean date, boolean summit, Wording wording) {
        if (date || summit) {
            return wording.text(date ? "ribbon.date" : "ribbon.summit");
        }
        for (Calendar.Mark mark : wording.scenario().calendar().marks()) {
            if (mark.round() == number) {
                return wording.of(mark.titles());
            }
        }
        return "";
    }

    /** Returns the ribbon as it is spoken: the open round, until when agreement and truce bind, and the dates ahead. */
    public String spoken(Wording wording) {
        List<String> parts = new ArrayList<>();
        parts.add(wording.text("ribbon.open", open));
        List<String> dates = new ArrayList<>();
        int deal = 0;
        int truce = 0;
        for (RibbonRound round : rounds) {
            if (round.number() >= open) {
                deal = round.deal() ? round.number() : deal;
                truce = round.truce() ? round.number() : truce;
            }
            if (round.number() > open && round.date()) {
                dates.add(Integer.toString(round.number()));
            }
        }
        parts.add(deal == 0 ? wording.text("ribbon.deal.none") : wording.text("ribbon.deal", deal));
        parts.add(truce == 0 ? wording.text("ribbon.truce.none") : wording.text("ribbon.truce", truce));
        if (!dates.isEmpty()) {
            parts.add(wording.text("ribbon.dates", wording.phrases().row(dates)));
        }
        if (mayEndAfter > 0) {
            parts.add(wording.text("ribbon.end", mayEndAfter));
        }
        return wording.phrases().clauses(parts);
    }
}
