package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.AccusationPoints;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Accusations that are open in a round, as a seat sees them. The accuser reads how likely its accusation is to be true, what each choice
 * costs and brings, and what its side has decided; the accused reads whether it kept the clause, and how that looks from outside.
 */
public final class AccusationTopic {
    private static final int LABEL = 11;
    private static final int TENS = 10;

    private final Wording wording;
    private final AccusationRules rules;
    private final @Nullable Suspicion suspicion;

    /**
     * @param wording the words of the scenario
     * @param reasons what the rounds that are known say
     */
    public AccusationTopic(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.rules = wording.scenario().accusations();
        this.suspicion = reasons.suspicion();
    }

    /** Returns each open accusation with all choices, for who has to decide; nothing if there is none. */
    public List<Part> card(Side side, Observation now, Proceedings heard) {
        List<Part> parts = new ArrayList<>();
        Instrument theirs = now.accusedOn(side.other());
        if (theirs != null) {
            parts.add(text(wording.text("accusation.yours", side.other(), theirs.word(), odds(theirs))));
            for (AccusationChoice choice : AccusationChoice.values()) {
                parts.add(choice(choice, theirs));
            }
            parts.add(text(wording.text("accusation.point", score(side, 1))));
            parts.add(text(decided(side, now, heard, theirs)));
        }
        parts.addAll(accused(side, now));
        return parts;
    }

    /** Returns each open accusation in a few lines; nothing if there is none. */
    List<Part> line(Side side, Observation now, Proceedings heard) {
        List<Part> parts = new ArrayList<>();
        Instrument theirs = now.accusedOn(side.other());
        if (theirs != null) {
            double guilt = guilt(theirs);
            parts.add(text(wording.text(
                    "accusation.yours.short",
                    side.other(),
                    theirs.word(),
                    odds(theirs),
                    NumberText.plain(rules.inspectPrice()),
                    expected(AccusationChoice.INSPECT, guilt),
                    tens(AccusationPoints.inspectionPaysFrom(rules)),
                    NumberText.plain(rules.suspendPrice()),
                    expected(AccusationChoice.SUSPEND, guilt),
                    word(heard.decided(side, now.openRound())))));
        }
        parts.addAll(accused(side, now));
        return parts;
    }

    /** Returns what a side does about its accusation of the other if nothing more is decided, in a few words; empty if there is none. */
    public String standing(Side side, Observation now, Proceedings heard) {
        Instrument theirs = now.accusedOn(side.other());
        return theirs == null
                ? ""
                : wording.text(
                        "accusation.standing", theirs.qualifiedWord(), word(heard.decided(side, now.openRound())));
    }

    /** Returns what a side has decided on its accusation of the other, as it is typed; empty if that rests. */
    public String typed(Side side, Observation now, Proceedings heard) {
        Instrument theirs = now.accusedOn(side.other());
        AccusationChoice choice = heard.decided(side, now.openRound());
        return theirs == null || choice == AccusationChoice.REST
                ? ""
                : "judge " + theirs.qualifiedWord() + " " + choice.name().toLowerCase(Locale.ROOT);
    }

    private Part choice(AccusationChoice choice, Instrument accused) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        String expected = expected(choice, guilt(accused));
        String text = switch (choice) {
            case REST -> wording.text("accusation.rest", expected);
            case INSPECT ->
                wording.text(
                        "accusation.inspect",
                        NumberText.plain(rules.inspectPrice()),
                        NumberText.plain(rules.compensation()),
                        Math.round(TENS * rules.found()),
                        expected,
                        tens(AccusationPoints.inspectionPaysFrom(rules)));
            case SUSPEND ->
                wording.text(
                        "accusation.suspend",
                        NumberText.plain(rules.suspendPrice()),
                        NumberText.plain(rules.compensation()),
                        expected);
        };
        return Part.named("choice")
                .drawn(new Block.Labelled("  " + name, LABEL, text))
                .said(name + wording.text("list.colon") + text);
    }

    private String decided(Side side, Observation now, Proceedings heard, Instrument accused) {
        AccusationChoice choice = heard.decided(side, now.openRound());
        return wording.text(
                choice == AccusationChoice.REST ? "accusation.undecided" : "accusation.decided",
                accused.qualifiedWord(),
                word(choice));
    }

    private List<Part> accused(Side side, Observation now) {
        Instrument own = now.accusedOn(side);
        RoundView last = now.last();
        if (own == null || last == null) {
            return List.of();
        }
        Clause clause = last.treaty().binding(own, last.round());
        int level = last.levels().get(own);
        double gap = clause == null || level == Levels.UNSEEN
                ? 0
                : Shortfall.gap(new PolicyMapping(wording.scenario()), clause, level);
        String truth = gap > 0
                ? wording.text(
                        gap == 1 ? "accusation.short.one" : "accusation.short.many",
                        NumberText.plain(gap),
                        NumberText.plain(fine(side, now)),
                        score(side, fine(side, now)))
                : wording.text("accusation.kept");
        return List.of(text(wording.text("accusation.own", side.other(), own.word(), odds(own), truth)));
    }

    private double fine(Side side, Observation now) {
        double times = now.treaty().isCommunique() ? wording.scenario().knobs().communiqueCharge() : 1;
        return -wording.scenario().weights(side).caught() * times;
    }

    /** Returns how the accusation of the viewer's own side looks; nothing if there is none. */
    public List<Part> against(Side side, Observation now) {
        return accused(side, now);
    }

    /** Returns what a choice on an accusation brings on average, with its sign, or a question mark where nobody can tell. */
    public String expected(AccusationChoice choice, Instrument accused) {
        return expected(choice, guilt(accused));
    }

    /** Returns from how many in ten an inspection pays, in words. */
    public String paysFrom() {
        return tens(AccusationPoints.inspectionPaysFrom(rules));
    }

    /** Returns how many in ten of such accusations are true, 0 to 10, by what the viewer knows. */
    public int tens(Instrument accused) {
        return (int) Math.round(TENS * guilt(accused));
    }

    /** Returns how likely an accusation is to be true in tens, as people think of it. */
    public String odds(Instrument accused) {
        return suspicion == null ? wording.text("accusation.unknown") : tens(guilt(accused));
    }

    private double guilt(Instrument accused) {
        return suspicion == null ? 0 : suspicion.ofGuilt(accused);
    }

    private String tens(double chance) {
        long tens = Math.round(TENS * chance);
        return tens <= 0
                ? wording.text("accusation.hardly")
                : tens >= TENS ? wording.text("accusation.nearly") : wording.text("accusation.tens", tens);
    }

    private String expected(AccusationChoice choice, double guilt) {
        return suspicion == null
                ? "?"
                : NumberText.signedTenth(
                        NumberText.tenths(Math.round(1000 * AccusationPoints.expected(rules, choice, guilt))));
    }

    private String score(Side side, double points) {
        Anchors anchors = wording.scenario().anchors();
        return NumberText.oneDecimal(Math.round(1000 * (anchors.score(side, points) - anchors.score(side, 0))));
    }

    private String word(AccusationChoice choice) {
        return wording.text("judge." + choice.name().toLowerCase(Locale.ROOT));
    }

    private static Part text(String text) {
        return Part.named("accusation").drawn(Block.Text.of(text)).said(text);
    }
}
