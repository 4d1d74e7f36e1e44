package dev.truce.story.round;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one thing of a round that weighs most, as somebody may see it. Page and terminal begin a round with it.
 *
 * @param kind what happened
 * @param side whose deed or lot it is, or null if it is no one side's
 * @param instrument the lever that it is about, or null
 * @param from the level of the lever before, {@link Levels#UNSEEN} if none is told
 * @param to the level after
 * @param number a round or the number of an agreement, 0 if the sentence has none
 * @param event what chance or the calendar did, or null
 * @param weight how much it weighs beside other things of the round, in points of score as the rules of accusations count them
 */
public record Headline(
        Kind kind,
        @Nullable Side side,
        @Nullable Instrument instrument,
        int from,
        int to,
        int number,
        @Nullable RoundEvent event,
        int weight) {

    /** What a headline is about, by the weight of one such thing. */
    public enum Kind {
        /** An inspection found a side short of a covert clause. */
        FOUND(22),
        /** A material breach ended what bound. */
        ENDED_BY_BREACH(21),
        /** A notice ended what bound. */
        ENDED_BY_NOTICE(20),
        /** What bound ended, since it was hardly kept. */
        ENDED_AS_HOLLOW(19),
        /** The accuser suspended the agreement. */
        SUSPENDED(18),
        /** The news says that a side fell short of a covert clause, where nobody inspects. */
        CAUGHT(17),
        /** What bound has run out and nothing lies beneath it. */
        OVER(16),
        /** A side broke public clauses without a right to. */
        BROKEN(15),
        /** A new agreement entered into force. */
        SIGNED(14),
        /** What was signed lapsed, as a side had pressed too hard. */
        LAPSED_BY_ESCALATION(13),
        /** What was signed lapsed for another reason. */
        LAPSED(12),
        /** The viewer's side is accused, and had kept its word. */
        ACCUSED_AND_KEPT(11),
        /** The viewer's side is accused, and was short of its word. */
        ACCUSED_AND_SHORT(11),
        /** The viewer's side accuses the other one. */
        ACCUSES(11),
        /** A side is accused, for who sits on neither. */
        ACCUSED(11),
        /** A side is accused, and had kept its word, for those who see all. */
        WRONGLY_ACCUSED(11),
        /** A side is accused, and was short of its word, for those who see all. */
        RIGHTLY_ACCUSED(11),
        /** An inspection found nothing. */
        CLEARED(10),
        /** A side took clauses back as it had the right to. */
        TAKEN_BACK(9),
        /** The agreement ran out and the truce stays. */
        RETURNED(8),
        /** The agreement ran out, and the truce ends with the round. */
        RETURNED_AT_THE_END(8),
        /** What bound is renewed. */
        RENEWED(7),
        /** A side whose levels are seen was short of a covert clause, and is not accused of it. */
        SHORT_IN_SECRET(7),
        /** Chance or a card did something. */
        EVENT(5),
        /** A side moved a tariff or a fee against the other. */
        RAISED(2),
        /** A side moved another lever against the other. */
        TIGHTENED(2),
        /** A side moved a tariff or a fee towards the other. */
        CUT(1),
        /** A side moved another lever towards the other. */
        EASED(1),
        /** A side does less of what the other wants of it. */
        LOWERED(2),
        /** A side does more of what the other wants of it. */
        LIFTED(1),
        /** The leaders met. */
        SUMMIT(1),
        /** An agreement bound, and no breach of it is seen. */
        KEPT(0),
        /** The same in its last round. */
        KEPT_TO_THE_END(0),
        /** The truce bound, and no breach of it is seen. */
        KEPT_TRUCE(0),
        /** The same in its last round. */
        KEPT_TRUCE_TO_THE_END(0),
        /** Nothing bound, and no move is seen. */
        QUIET(0);

        private final int points;

        Kind(int points) {
            this.points = points;
        }
    }

    /** The longest headline, in words. */
    public static final int MAX_WORDS = 14;

    /** The most that a move of a lever weighs: less than all that begins or ends an agreement. */
    static final int MAX_MOVE = Kind.RENEWED.points - 1;

    /**
     * Returns the headline of a round as its viewer may see it; the first of the heaviest.
     *
     * @param before the round before, or null for the first one known
     */
    public static Headline of(RoundView view, @Nullable RoundView before, Scenario scenario) {
        List<Headline> all = all(view, before, scenario);
        Headline heaviest = all.get(0);
        for (Headline each : all) {
            heaviest = each.weight > heaviest.weight ? each : heaviest;
        }
        return heaviest;
    }

    /** Returns all that could be the headline of a round, at least one, what bound and how it was kept first. */
    public static List<Headline> all(RoundView view, @Nullable RoundView before, Scenario scenario) {
        List<Headline> all = new ArrayList<>();
        all.add(plain(kept(view)));
        treaty(all, view, before);
        for (Side side : Side.values()) {
            conduct(all, view, side, scenario);
        }
        for (RoundEvent event : view.events()) {
            Kind kind = event == RoundEvent.SUMMIT ? Kind.SUMMIT : Kind.EVENT;
            all.add(new Headline(kind, null, null, Levels.UNSEEN, Levels.UNSEEN, 0, event, kind.points));
        }
        for (Side side : Side.values()) {
            for (LevelChange change : MoveFacts.ordered(view, side)) {
                moved(all, side, change);
            }
        }
        return all;
    }

    private static boolean binds(RoundView view) {
        return view.treaty().bindsAny(view.round());
    }

    /** What bound is told with what becomes of it, since the open round is shown beside it. */
    private static Kind kept(RoundView view) {
        int next = view.round() + 1;
        if (!view.treaty().isLayered() && binds(view)) {
            return view.next().bindsAny(next) ? Kind.KEPT : Kind.KEPT_TO_THE_END;
        } else if (view.treaty().agreementUntil() >= view.round()) {
            return view.next().agreementUntil() >= next ? Kind.KEPT : Kind.KEPT_TO_THE_END;
        } else if (binds(view)) {
            return view.next().bindsTruce(next) ? Kind.KEPT_TRUCE : Kind.KEPT_TRUCE_TO_THE_END;
        }
        return Kind.QUIET;
    }

    private static void treaty(List<Headline> all, RoundView view, @Nullable RoundView before) {
        if (view.change() == TreatyChange.ENTERED_INTO_FORCE) {
            boolean renewed = TreatyFacts.isRenewal(view);
            int number = renewed
                    ? TreatyFacts.renewedUntil(view)
                    : view.ratification().agreement();
            Kind kind = renewed ? Kind.RENEWED : Kind.SIGNED;
            all.add(new Headline(kind, null, null, Levels.UNSEEN, Levels.UNSEEN, number, null, kind.points));
        } else if (view.ratification().outcome() != Ratification.Outcome.NOTHING_SIGNED) {
            Side side = view.ratification().side();
            boolean pressed = view.ratification().outcome() == Ratification.Outcome.LAPSED_BY_ESCALATION;
            all.add(pressed && side != null ? of(Kind.LAPSED_BY_ESCALATION, side) : plain(Kind.LAPSED));
        }
        if (view.change() == TreatyChange.ENDED_AS_HOLLOW) {
            all.add(plain(Kind.ENDED_AS_HOLLOW));
        }
        // What a deed ended is told in the round of the deed.
        boolean told = before != null && (before.endsAll() || before.change().isStruck());
        if (told) {
            return;
        } else if (!view.ranOut().isEmpty() && !binds(view) && !view.next().bindsAny(view.round() + 1)) {
            all.add(plain(Kind.OVER));
        } else if (view.isReturn()) {
            all.add(plain(view.next().bindsTruce(view.round() + 1) ? Kind.RETURNED : Kind.RETURNED_AT_THE_END));
        }
    }

    private static void conduct(List<Headline> all, RoundView view, Side side, Scenario scenario) {
        SideFacts facts = view.side(side);
        if (facts.material()) {
            all.add(of(Kind.ENDED_BY_BREACH, side));
        } else if (!facts.brokenClauses().isEmpty() && facts.severityMilli() > 0) {
            List<BrokenClause> broken = TreatyFacts.broken(scenario, view, side);
            all.add(about(Kind.BROKEN, side, broken.get(0).clause().instrument()));
        } else if (!facts.brokenClauses().isEmpty()) {
            all.add(of(Kind.TAKEN_BACK, side));
        }
        if (facts.notice() && view.change() == TreatyChange.ENDED_BY_NOTICE) {
            all.add(of(Kind.ENDED_BY_NOTICE, side));
        }
        if (facts.decisions().choice() == AccusationChoice.SUSPEND
                && view.change() == TreatyChange.REDUCED_BY_SUSPENSION) {
            all.add(of(Kind.SUSPENDED, side));
        }
        Instrument caught = facts.caughtOn();
        if (caught != null) {
            all.add(about(scenario.accusations().exist() ? Kind.FOUND : Kind.CAUGHT, side, caught));
        }
        Instrument cleared = facts.decisions().clearedOn();
        if (cleared != null) {
            all.add(about(Kind.CLEARED, side, cleared));
        }
        Instrument accused = facts.decisions().accusedOn();
        if (accused != null) {
            all.add(about(accused(view, side, accused, scenario), side, accused));
        }
        for (Instrument instrument : scenario.instruments().of(side)) {
            boolean isCovert = instrument.isCovert() && instrument != accused && instrument != caught;
            if (isCovert && TreatyFacts.gap(scenario, view, instrument) > 0) {
                all.add(about(Kind.SHORT_IN_SECRET, side, instrument));
            }
        }
    }

    private static Kind accused(RoundView view, Side side, Instrument clause, Scenario scenario) {
        boolean isShort = TreatyFacts.gap(scenario, view, clause) > 0;
        if (view.viewer() == Viewer.of(side.other())) {
            return Kind.ACCUSES;
        } else if (view.viewer() == Viewer.OMNISCIENT) {
            return isShort ? Kind.RIGHTLY_ACCUSED : Kind.WRONGLY_ACCUSED;
        } else if (view.viewer() != Viewer.of(side)) {
            return Kind.ACCUSED;
        }
        return isShort ? Kind.ACCUSED_AND_SHORT : Kind.ACCUSED_AND_KEPT;
    }

    private static void moved(List<Headline> all, Side side, LevelChange change) {
        Kind kind = Kind.valueOf(LeverWords.Move.of(change).name());
        int steps = Math.abs(change.to() - change.from());
        int weight = Math.min(MAX_MOVE, kind.points * (1 + steps));
        all.add(new Headline(kind, side, change.instrument(), change.from(), change.to(), 0, null, weight));
    }

    private static Headline plain(Kind kind) {
        return new Headline(kind, null, null, Levels.UNSEEN, Levels.UNSEEN, 0, null, kind.points);
    }

    private static Headline of(Kind kind, Side side) {
        return new Headline(kind, side, null, Levels.UNSEEN, Levels.UNSEEN, 0, null, kind.points);
    }

    private static Headline about(Kind kind, Side side, Instrument instrument) {
        return new Headline(kind, side, instrument, Levels.UNSEEN, Levels.UNSEEN, 0, null, kind.points);
    }

    /** Returns the headline in words, at most {@link #MAX_WORDS}. */
    public String text(Wording wording, RoundView view) {
        LeverWords levers = new LeverWords(wording);
        if (from != Levels.UNSEEN && side != null && instrument != null) {
            return levers.moved(side, new LevelChange(instrument, from, to));
        }
        String who = side != null ? wording.side(side) : "";
        if (event != null) {
            who = new CardWords(wording).event(event, view);
        }
        String lever = instrument == null ? "" : levers.name(instrument);
        Object told = kind == Kind.RENEWED ? wording.phrases().until(number) : number;
        return LeverWords.sentence(wording.text("headline." + kind.name(), who, lever, told));
    }
}
