package dev.truce.web.screen;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.notation.NamedTerms;
import dev.truce.match.notation.TermsNotation;
import dev.truce.story.facts.SeatBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Terms that are put together on the page, clause by clause, to be proposed or sent back; nobody else has seen them. */
final class DealTable {
    private static final int ROUNDS = 3;

    private final TreeMap<Instrument, Integer> bounds = new TreeMap<>();
    private int rounds;
    private boolean announced;
    private @Nullable OfferId answers;
    private boolean open;

    /** Whether terms are on the table. */
    boolean isOpen() {
        return open;
    }

    /** The offer that the terms answer, or null. */
    @Nullable
    OfferId answers() {
        return answers;
    }

    /** Takes the terms off the table. */
    void clear() {
        open = false;
        answers = null;
        bounds.clear();
    }

    /**
     * Begins with the terms of an open offer of the other side, or with what both sides have agreed.
     *
     * @param offer the offer, or null
     */
    void begin(Scenario scenario, Observation now, @Nullable Offer offer) {
        clear();
        open = true;
        rounds = offer == null ? ROUNDS : offer.terms().rounds();
        announced = offer != null && offer.terms().communique();
        answers = offer == null ? null : offer.id();
        List<Pledge> asked = offer == null ? List.of() : offer.terms().pledges();
        asked.forEach(pledge -> bounds.put(pledge.instrument(), pledge.bound()));
        if (asked.isEmpty()) {
            for (Pledge pledge : NamedTerms.TRUCE.pledges(scenario)) {
                bounds.put(pledge.instrument(), pledge.bound());
            }
            for (Clause clause : above(now.treaty(), offer != null)) {
                bounds.put(clause.instrument(), clause.bound());
            }
        }
        shorten(scenario);
    }

    /** What binds beside the truce, with which new terms begin; an answer to a renewal begins with the truce alone. */
    private static List<Clause> above(Treaty treaty, boolean answer) {
        return !treaty.isLayered() ? treaty.clauses() : answer ? List.of() : treaty.agreement();
    }

    /** Moves the clause on a lever by a step: more that its holder gives, or less; below the hardest level there is no clause. */
    void step(Instrument instrument, int more, SeatBoard board) {
        Scenario scenario = board.scenario();
        int last = scenario.spec(instrument).ladder().size() - 1;
        Integer bound = bounds.get(instrument);
        int softer = instrument.isCovert() ? more : -more;
        int next = bound == null ? first(instrument, last, board) : bound + softer;
        if (next < 0 || next > last || (bound == null && more < 0)) {
            if (more < 0) {
                bounds.remove(instrument);
            }
        } else {
            bounds.put(instrument, next);
        }
        shorten(scenario);
    }

    /** The level with which a clause begins: where the lever stands, as far as it is seen, else the hardest. */
    private static int first(Instrument instrument, int last, SeatBoard board) {
        int level = board.level(instrument);
        return level != Levels.UNSEEN ? level : instrument.isCovert() ? 0 : last;
    }

    /** Takes back, step by step, what would cost the seat a red line. */
    void spare(Side side, Observation now, SeatBoard board) {
        RedLineCosts costs = new RedLineCosts(board.scenario());
        for (Instrument line : now.redLines()) {
            while (line.holder() == side
                    && bounds.containsKey(line)
                    && costs.score(line, bounds.getOrDefault(line, 0)) < 0) {
                step(line, -1, board);
            }
        }
    }

    /** Sets for how many rounds the terms bind, as far as they may. */
    void lasts(int wanted, Scenario scenario) {
        rounds = wanted;
        shorten(scenario);
    }

    /** Sets whether the terms are announced. */
    void announce(boolean wanted) {
        announced = wanted;
    }

    private void shorten(Scenario scenario) {
        Terms terms = terms();
        if (terms != null) {
            rounds = Math.min(rounds, scenario.layering().mostRounds(terms));
            announced &= !scenario.layers().exist() || scenario.layering().isAgreement(terms, true);
        }
    }

    /** The bound of the clause on a lever, or null if there is none. */
    @Nullable
    Integer bound(Instrument instrument) {
        return bounds.get(instrument);
    }

    int rounds() {
        return rounds;
    }

    boolean announced() {
        return announced;
    }

    /** Returns the terms, or null without a clause. */
    @Nullable
    Terms terms() {
        List<Pledge> pledges = new ArrayList<>();
        bounds.forEach((instrument, bound) -> pledges.add(new Pledge(instrument, bound)));
        return pledges.isEmpty() ? null : new Terms.Package(pledges, rounds, announced);
    }

    /** Returns the line that proposes the terms, as it would be typed; empty without a clause. */
    String line(SeatBoard board) {
        Terms terms = terms();
        if (terms == null) {
            return "";
        }
        String text = TermsNotation.of(terms, board.openRound(), board.scenario());
        return answers == null ? "offer " + text : "counter " + answers + " " + text;
    }
}
