package dev.truce.story.tale;

import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.story.round.Headline;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A match in at most ten sentences: the rounds whose headlines weigh most, in order, and the outcome last.
 *
 * @param turns the rounds that are told, ascending, at most {@link #TURNS}
 * @param outcome how it ended, in a sentence
 */
public record Tale(List<ToldRound> turns, String outcome) {
    /** The most rounds that are told. */
    public static final int TURNS = 9;

    /**
     * A round that is told.
     *
     * @param view the round
     * @param before the round before, or null for the first one known
     * @param headline what weighs most in it
     * @param text that in a sentence
     */
    public record ToldRound(RoundView view, @Nullable RoundView before, Headline headline, String text) {}

    public Tale {
        turns = List.copyOf(turns);
    }

    /** Tells the rounds of a match that is over, as their viewer may see them. */
    public static Tale of(Notice.MatchOver over, List<RoundView> rounds, Wording wording) {
        Scenario scenario = wording.scenario();
        List<ToldRound> all = new ArrayList<>();
        RoundView before = null;
        for (RoundView view : rounds) {
            Headline headline = Headline.of(view, before, scenario);
            all.add(new ToldRound(view, before, headline, headline.text(wording, view)));
            before = view;
        }
        List<ToldRound> turns = all.stream()
                .sorted(Comparator.comparingInt(
                        (ToldRound turn) -> -turn.headline().weight()))
                .limit(TURNS)
                .sorted(Comparator.comparingInt(turn -> turn.view().round()))
                .collect(Collectors.toCollection(ArrayList::new));
        accusation(turns, rounds, wording);
        String outcome = wording.text(
                "tale.end",
                wording.text("outcome." + over.outcome().name()),
                NumberText.tenth(Rounding.tenths(over.us().score())),
                NumberText.tenth(Rounding.tenths(over.cn().score())));
        return new Tale(turns, outcome);
    }

    /**
     * An accusation that the next round finds true is the beginning of a story, and leads its round, so that it can be told from its
     * beginning: the one in whose round the least else happens, the first of several.
     */
    private static void accusation(List<ToldRound> told, List<RoundView> rounds, Wording wording) {
        int led = -1;
        Headline leads = null;
        for (int at = 0; at < told.size(); at++) {
            ToldRound turn = told.get(at);
            boolean lighter = led < 0
                    || turn.headline().weight() < told.get(led).headline().weight();
            Headline found = lighter ? foundNext(turn, rounds, wording.scenario()) : null;
            if (found != null) {
                led = at;
                leads = found;
            }
        }
        if (leads != null) {
            ToldRound turn = told.get(led);
            told.set(led, new ToldRound(turn.view(), turn.before(), leads, leads.text(wording, turn.view())));
        }
    }

    /** Returns the accusation of a round that the next one finds true, or null. */
    private static @Nullable Headline foundNext(ToldRound turn, List<RoundView> rounds, Scenario scenario) {
        int next = rounds.indexOf(turn.view()) + 1;
        for (Headline thing : Headline.all(turn.view(), turn.before(), scenario)) {
            Side side = thing.side();
            if (thing.kind() == Headline.Kind.RIGHTLY_ACCUSED
                    && side != null
                    && next < rounds.size()
                    && rounds.get(next).side(side).caughtOn() == thing.instrument()) {
                return thing;
            }
        }
        return null;
    }
}
