package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.round.RoundEvent;
import dev.truce.engine.round.TreatyChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RoundTalk;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.topic.Account;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.Moves;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resolved round for a screen reader: one fact a sentence, each said once; no bars, columns or signs. */
public final class RoundSentences {
    private final Wording wording;
    private final int knownRounds;
    private final Reasons reasons;
    private final List<String> sentences = new ArrayList<>();

    /** The same with scores explained by their components. */
    public RoundSentences(Wording wording, int knownRounds) {
        this(wording, knownRounds, Reasons.none());
    }

    /**
     * @param wording the words of the scenario
     * @param knownRounds number of rounds of the match, 0 if nobody may know it
     * @param reasons by what scores are explained
     */
    public RoundSentences(Wording wording, int knownRounds, Reasons reasons) {
        this.wording = wording;
        this.reasons = reasons;
        this.knownRounds = knownRounds;
    }

    /**
     * Tells a round.
     *
     * @param view the round as the viewer may see it
     * @param before the round before, or null for the first one known
     * @param heard what was offered and said in it
     */
    public List<String> lines(RoundView view, @Nullable RoundView before, RoundTalk heard) {
        sentences.clear();
        opening(view);
        moves(view);
        for (RoundEvent event : view.events()) {
            say("say.event", new CardWords(wording).event(event, view));
        }
        for (Side side : Side.values()) {
            breach(view, side);
        }
        treaty(view, before);
        sentences.addAll(new TalkRows(wording).sentences(view, heard));
        figures(view);
        for (SignalReading reading : view.viewer() == Viewer.OMNISCIENT ? List.<SignalReading>of() : view.signals()) {
            say(
                    "say.signal",
                    wording.title(reading.instrument()),
                    new SignalWords(wording).about(reading).substring(1));
        }
        for (ScoreCard card : view.scores()) {
            score(card, view.round());
        }
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            lines.addAll(TextWidth.wrap("", sentence));
        }
        return lines;
    }

    private void say(String key, Object... arguments) {
        sentences.add(Texts.of(key, arguments));
    }

    private void opening(RoundView view) {
        String quarter = wording.scenario().calendar().quarter(view.round());
        String ordinal = Texts.of("say.quarter." + quarter.substring(5));
        if (knownRounds > 0) {
            say("say.round.of", view.round(), knownRounds, ordinal, quarter.substring(0, 4));
        } else {
            say("say.round", view.round(), ordinal, quarter.substring(0, 4));
        }
    }

    private void moves(RoundView view) {
        for (Side side : Side.values()) {
            List<LevelChange> moves = Moves.ordered(view, side);
            for (LevelChange change : moves) {
                say("say.moved", wording.side(side), wording.title(change.instrument()), from(change), to(change));
            }
            if (moves.isEmpty()) {
                say("say.held", wording.side(side));
            }
        }
        for (LevelChange change : view.corrected()) {
            say("say.corrected", wording.title(change.instrument()), from(change), to(change));
        }
        for (LevelChange change : view.fallbacks()) {
            say("say.fallback", wording.title(change.instrument()), from(change), to(change));
        }
    }

    private String from(LevelChange change) {
        return wording.levelTitle(change.instrument(), change.from());
    }

    private String to(LevelChange change) {
        return wording.levelTitle(change.instrument(), change.to());
    }

    private void breach(RoundView view, Side side) {
        SideFacts facts = view.side(side);
        if (!facts.brokenClauses().isEmpty()) {
            List<String> numbers = new ArrayList<>();
            for (BrokenClause broken : facts.brokenClauses()) {
                numbers.add(Integer.toString(TreatyFacts.number(view.treaty(), broken.clause())));
            }
            int agreement = facts.brokenClauses().get(0).clause().agreement();
            String key = facts.severityMilli() > 0 ? "say.breach" : "say.suspended";
            say(key, wording.side(side), agreement, String.join(", ", numbers));
        }
        if (facts.caughtOn() != null) {
            say("say.caught", wording.side(side), wording.title(facts.caughtOn()));
        }
    }

    private void treaty(RoundView view, @Nullable RoundView before) {
        if (!view.expired().isEmpty()) {
            boolean over = before != null && TreatyFacts.isEnding(before.change());
            say(
                    over ? "say.treaty.over" : "say.treaty.expired",
                    view.expired().get(0).agreement());
        }
        if (!view.treaty().bindsAny(view.round())) {
            say("say.treaty.none");
            return;
        }
        if (TreatyFacts.isRenewal(view)) {
            say("say.treaty.change", Texts.of("treaty.renewed", TreatyFacts.last(view.next())));
            return;
        }
        if (view.change() != TreatyChange.NONE) {
            say("say.treaty.change", Texts.of("treaty.change." + view.change().name()));
            return;
        }
        int last = 0;
        for (Clause clause : view.treaty().clauses()) {
            last = Math.max(last, clause.last());
        }
        if (last == view.round()) {
            say("say.treaty.last");
        } else if (last != Clause.FOREVER) {
            say("say.treaty.until", last);
        }
    }

    private void figures(RoundView view) {
        int tariff = NumberText.percent(view.figures().displayedTariffBasisPoints());
        int distance = tariff - TradeFacts.NORMAL_TRADE;
        say(distance >= 0 ? "say.tariff.above" : "say.tariff.below", tariff, Math.abs(distance));
        say("say.duty", NumberText.percentTenth(view.figures().usWedgeBasisPoints()));
        sentences.addAll(new NewsTopic(wording.scenario(), wording.phrases(), List.of())
                .headlines(reasons.press().of(view.round())));
        String markets = new IndicatorTopic(Texts.phrases()).sentence(reasons.markets(), view.round());
        say("say.trade", TradeFacts.usFromCnShare(view.figures()), TradeFacts.cnFromUsShare(view.figures()));
        if (!markets.isEmpty()) {
            sentences.add(markets);
        }
    }

    private void score(ScoreCard card, int round) {
        Account causes = Account.of(card, round, reasons, wording);
        String side = wording.side(card.side());
        String score = NumberText.oneDecimal(card.scoreMilli());
        String gap = NumberText.tenth(Math.abs(causes.total()));
        if (causes.total() == 0) {
            say("say.score.same", side, score);
        } else {
            say(causes.total() < 0 ? "say.score.below" : "say.score.above", side, score, gap);
        }
        if (!causes.parts().isEmpty()) {
            Account.Part largest = causes.parts().get(0);
            say(
                    largest.tenths() < 0 ? "say.cause.minus" : "say.cause.plus",
                    largest.name(),
                    NumberText.tenth(Math.abs(largest.tenths())));
        }
    }
}
