package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The treaty as a seat sees it: clauses, kept or broken, last rounds and rights. */
public final class PactsBlock {
    private static final int COLUMN = 40;

    private final Wording wording;

    /** @param wording the words of the scenario */
    public PactsBlock(Wording wording) {
        this.wording = wording;
    }

    /** Returns the treaty with every clause. */
    public List<String> lines(Side side, Observation observation) {
        List<String> lines = new ArrayList<>(summary(side, observation));
        List<String> us = clauses(observation, Side.US);
        List<String> cn = clauses(observation, Side.CN);
        for (int i = 0; i < Math.max(us.size(), cn.size()); i++) {
            String left = i < us.size() ? us.get(i) : "";
            lines.add(TextWidth.trimmed(TextWidth.pad(left, COLUMN) + (i < cn.size() ? cn.get(i) : "")));
        }
        if (!us.isEmpty() || !cn.isEmpty()) {
            lines.addAll(TextWidth.wrap("", Texts.of("pacts.key")));
        }
        return lines;
    }

    /** Returns how deep the treaty is now, and in the next round if nothing is signed. */
    public List<String> depth(Observation observation) {
        DepthValues depths = new DepthValues(wording.scenario().instruments().stream()
                .map(InstrumentSpec::depthValues)
                .toList());
        int round = observation.openRound();
        return TextWidth.wrap(
                "",
                Texts.of(
                        "pacts.depth",
                        depth(depths.depth(observation.treaty(), Side.US, round)),
                        depth(depths.depth(observation.treaty(), Side.CN, round)),
                        round + 1,
                        depth(depths.depth(observation.treaty(), Side.US, round + 1)),
                        depth(depths.depth(observation.treaty(), Side.CN, round + 1))));
    }

    private static String depth(double depth) {
        return NumberText.hundredth(Math.round(depth * 100));
    }

    /**
     * Returns the offers that are open or accepted, with what may be done about them.
     *
     * @param side the seat's side
     * @param heard offers as the seat heard of them
     */
    public List<String> offers(Side side, Proceedings heard) {
        List<String> lines = new ArrayList<>();
        TalkWords words = new TalkWords(wording);
        for (Offer offer : heard.offers()) {
            if (offer.isOpen() || offer.status() == OfferStatus.ACCEPTED) {
                lines.addAll(TextWidth.wrap("", 3, words.offer(offer)));
                if (offer.isOpen()) {
                    lines.addAll(TextWidth.wrap(
                            "   ", Texts.of(offer.maker() == side ? "pacts.own" : "pacts.answer", offer.id())));
                }
            }
        }
        return lines;
    }

    /** Returns what is in force, until when, and the seat's rights, in a few lines. */
    public List<String> summary(Side side, Observation observation) {
        int round = observation.openRound();
        List<String> lines = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        for (Clause clause : observation.treaty().clauses()) {
            if (clause.binds(round) && !told.contains(clause.agreement())) {
                told.add(clause.agreement());
                lines.addAll(TextWidth.wrap("A" + clause.agreement() + " ", standing(observation, clause.agreement())));
            }
        }
        if (told.isEmpty()) {
            lines.add(Texts.of("pacts.none"));
        }
        if (observation.snapBackRight(side) && !told.isEmpty()) {
            lines.addAll(TextWidth.wrap("   ", Texts.of("pacts.right")));
        }
        if (observation.snapBackRight(side.other()) && !told.isEmpty()) {
            lines.addAll(TextWidth.wrap("   ", Texts.of("pacts.right.other", side.other())));
        }
        return lines;
    }

    private String standing(Observation observation, int agreement) {
        int round = observation.openRound();
        int count = 0;
        int last = 0;
        for (Clause clause : observation.treaty().clauses()) {
            if (clause.binds(round) && clause.agreement() == agreement) {
                count++;
                last = Math.max(last, clause.last());
            }
        }
        String name =
                agreement == 1 ? wording.scenario().truceTitles().english() : Texts.of("pacts.agreement", agreement);
        String form = Texts.of(observation.treaty().isCommunique() ? "pacts.communique" : "pacts.private");
        String end = last == Clause.FOREVER
                ? Texts.of("pacts.forever")
                : last == round ? Texts.of("pacts.last", round) : Texts.of("pacts.until", last);
        return Texts.of("pacts.standing", name, form, count, end);
    }

    private List<String> clauses(Observation observation, Side side) {
        List<String> rows = new ArrayList<>();
        for (Clause clause : observation.treaty().clauses()) {
            Instrument instrument = clause.instrument();
            if (instrument.holder() != side || !clause.binds(observation.openRound())) {
                continue;
            }
            int level = observation.levels().get(instrument);
            String state = level == Levels.UNSEEN
                    ? Texts.of("pacts.unseen")
                    : Texts.of(clause.isBrokenBy(level) ? "pacts.broken" : "pacts.kept");
            String number = TextWidth.padLeft(Integer.toString(TreatyFacts.number(observation.treaty(), clause)), 2);
            rows.add(number + " " + TextWidth.pad(wording.clause(clause), 24) + state);
        }
        return rows;
    }
}
