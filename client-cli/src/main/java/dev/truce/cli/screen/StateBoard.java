package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SignalReading;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.topic.Account;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a seat stands: both sides' instruments beside each other, the treaty, the draft and the score. */
public final class StateBoard {
    private static final int LEFT = 39;

    private final Wording wording;
    private final Reasons reasons;
    private final SignalWords signals;

    /** The same with scores explained by their components. */
    public StateBoard(Wording wording) {
        this(wording, Reasons.none());
    }

    /**
     * @param wording the words of the scenario
     * @param reasons by what scores are explained
     */
    public StateBoard(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.reasons = reasons;
        this.signals = new SignalWords(wording);
    }

    /**
     * Draws the board.
     *
     * @param side the seat's side
     * @param observation the open round
     * @param rounds the resolved rounds that are known, in order
     * @param talk lines about offers and talk; may be empty
     * @param draft the draft's lines; may be empty
     */
    public List<String> lines(
            Side side, Observation observation, List<RoundView> rounds, List<String> talk, List<String> draft) {
        List<String> lines = new ArrayList<>();
        if (!rounds.isEmpty()) {
            lines.add(headline(observation, rounds.get(rounds.size() - 1)));
            String markets = new IndicatorTopic(Texts.phrases())
                    .line(reasons.markets(), rounds.get(rounds.size() - 1).round());
            if (!markets.isEmpty()) {
                lines.add(Texts.of("state.markets", markets));
            }
        } else {
            int tariff = tariff(observation);
            Indicators start = reasons.markets().after(0);
            lines.add(
                    start == null
                            ? Texts.of("state.headline", tariff, distance(tariff))
                            : Texts.of(
                                    "state.headline.start",
                                    tariff,
                                    NumberText.percentTenth(start.usDutyBasisPoints()),
                                    distance(tariff)));
        }
        lines.add(rule("-- " + Texts.of("state.you", side) + " ", LEFT) + "+"
                + rule("-- " + Texts.of("state.them", side.other()) + " ", TextWidth.SCREEN - LEFT - 1));
        List<String> own = column(side, observation, rounds);
        List<String> other = column(side.other(), observation, rounds);
        for (int i = 0; i < Math.max(own.size(), other.size()); i++) {
            String left = i < own.size() ? own.get(i) : "";
            String right = i < other.size() ? other.get(i) : "";
            lines.add(TextWidth.trimmed(TextWidth.pad(left, LEFT) + "| " + right));
        }
        lines.add(rule("-- " + Texts.of("state.agreements") + " ", TextWidth.SCREEN));
        lines.addAll(new PactsBlock(wording).summary(side, observation));
        if (!talk.isEmpty()) {
            lines.add(rule("-- " + Texts.of("state.talk") + " ", TextWidth.SCREEN));
            lines.addAll(talk);
        }
        if (!draft.isEmpty()) {
            lines.add(rule("-- " + Texts.of("state.draft") + " ", TextWidth.SCREEN));
            lines.addAll(draft);
        }
        lines.addAll(score(side, observation, rounds));
        return lines;
    }

    /** Tells one instrument: level, clause, what it means and where it would go by itself. */
    public List<String> instrument(Instrument instrument, Observation observation, List<RoundView> rounds) {
        List<String> lines = new ArrayList<>();
        lines.add(row(instrument, observation, rounds));
        var spec = wording.scenario().spec(instrument);
        lines.addAll(TextWidth.wrap("  ", spec.titles().english() + "; " + spec.unit()));
        lines.addAll(TextWidth.wrap("  ", Texts.of("state.fallback", wording.level(instrument, spec.fallback()))));
        return lines;
    }

    private String headline(Observation observation, RoundView last) {
        int tariff = tariff(observation);
        return Texts.of(
                "state.headline.trade",
                tariff,
                NumberText.percentTenth(last.figures().usWedgeBasisPoints()),
                distance(tariff),
                TradeFacts.usFromCnShare(last.figures()),
                TradeFacts.cnFromUsShare(last.figures()));
    }

    private static String distance(int tariff) {
        int above = tariff - TradeFacts.NORMAL_TRADE;
        return above >= 0 ? Texts.of("state.over", above) : Texts.of("state.under", -above);
    }

    /** Returns the displayed US tariff at the present levels, percent. */
    public int tariff(Observation observation) {
        double add = 0;
        for (Instrument instrument : List.of(Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF)) {
            add += wording.scenario()
                    .spec(instrument)
                    .rung(observation.levels().get(instrument))
                    .value();
        }
        return wording.scenario().headlineBase() + (int) Math.round(add);
    }

    private List<String> column(Side side, Observation observation, List<RoundView> rounds) {
        List<String> column = new ArrayList<>();
        for (Instrument instrument : Instrument.of(side)) {
            column.add(row(instrument, observation, rounds));
        }
        return column;
    }

    private String row(Instrument instrument, Observation observation, List<RoundView> rounds) {
        var spec = wording.scenario().spec(instrument);
        int level = observation.levels().get(instrument);
        RoundView last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        String title = spec.shortTitles().english() + (instrument.isCovert() ? "*" : "");
        String shown = level == Levels.UNSEEN ? signal(instrument, last) : wording.levelTitle(instrument, level);
        Clause clause = observation.treaty().binding(instrument, observation.openRound());
        String pact = "";
        if (clause != null) {
            boolean broken = level != Levels.UNSEEN && clause.isBrokenBy(level);
            pact = "A" + clause.agreement() + (broken ? "!" : "");
        }
        return TextWidth.pad(instrument.word(), 8)
                + TextWidth.pad(TextWidth.cut(title, 10), 11)
                + TextWidth.pad(TextWidth.cut(shown, 10), 11)
                + TextWidth.pad(level == Levels.UNSEEN ? "?" : steps(instrument, last), 4)
                + pact;
    }

    private String signal(Instrument instrument, @Nullable RoundView last) {
        if (last != null) {
            for (SignalReading reading : last.signals()) {
                if (reading.instrument() == instrument) {
                    return signals.about(reading);
                }
            }
        }
        return "?";
    }

    private static String steps(Instrument instrument, @Nullable RoundView last) {
        if (last != null) {
            for (LevelChange change : last.changes()) {
                if (change.instrument() == instrument) {
                    int size = Math.abs(change.to() - change.from());
                    return (Wording.isHarder(instrument, change.from(), change.to()) ? "^" : "v") + size;
                }
            }
        }
        return "=";
    }

    private List<String> score(Side side, Observation observation, List<RoundView> rounds) {
        List<String> lines = new ArrayList<>();
        ScoreCard card = rounds.isEmpty()
                ? null
                : MoveFacts.card(rounds.get(rounds.size() - 1), side).orElse(null);
        int own = BySide.pick(side, observation.usReputationMilli(), observation.cnReputationMilli());
        int other = BySide.pick(side, observation.cnReputationMilli(), observation.usReputationMilli());
        String reputation = NumberText.hundredth(NumberText.hundredths(own)) + " : "
                + NumberText.hundredth(NumberText.hundredths(other));
        if (card == null) {
            lines.add(rule("-- " + Texts.of("state.score.none", reputation) + " ", TextWidth.SCREEN));
            return lines;
        }
        lines.add(rule(
                "-- "
                        + Texts.of(
                                "state.score",
                                (card.estimated() ? "~" : "") + NumberText.oneDecimal(card.scoreSoFarMilli()),
                                breaches(rounds, side),
                                breaches(rounds, side.other()),
                                reputation)
                        + " ",
                TextWidth.SCREEN));
        Account causes = Account.of(card, rounds.get(rounds.size() - 1).round(), reasons, wording);
        lines.addAll(TextWidth.wrap(
                Texts.of("state.round", rounds.get(rounds.size() - 1).round()) + " ",
                causes.isShort() ? causes.inShort(wording) : causes.inLong(wording)));
        return lines;
    }

    private static int breaches(List<RoundView> rounds, Side side) {
        int count = 0;
        for (RoundView view : rounds) {
            count += view.side(side).severityMilli() > 0 ? 1 : 0;
        }
        return count;
    }

    private static String rule(String text, int columns) {
        return text + "-".repeat(Math.max(0, columns - TextWidth.width(text)));
    }
}
