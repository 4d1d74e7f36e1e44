package dev.truce.story.topic;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SignalReading;
import dev.truce.match.Notice;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.facts.OpeningFacts;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a seat stands: both sides' instruments beside each other, the treaty, talk, the draft and the score. */
public final class StateTopic {
    private static final int LEFT = 39;
    private static final int WORD = 8;
    private static final int TITLE = 11;
    private static final int LEVEL = 11;
    private static final int PACT = 5;
    private static final int STEPS = 4;

    private final Wording wording;
    private final Reasons reasons;
    private final SignalWords signals;
    private final PactsTopic pacts;

    /**
     * @param wording the words of the scenario
     * @param reasons by what scores are explained
     */
    public StateTopic(Wording wording, Reasons reasons) {
        this.wording = wording;
        this.reasons = reasons;
        this.signals = new SignalWords(wording);
        this.pacts = new PactsTopic(wording, reasons);
    }

    /**
     * Returns the board.
     *
     * @param side the seat's side
     * @param observation the open round
     * @param rounds the resolved rounds that are known, in order
     * @param heard offers and talk
     * @param draft the draft in words; empty if there is none
     */
    public Page page(Side side, Observation observation, List<RoundView> rounds, Proceedings heard, String draft) {
        RoundView last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        List<Part> parts = new ArrayList<>();
        parts.add(headline(observation, last));
        List<Part> redLines = new RedLineTopic(wording).standing(side, observation);
        // Both lines and all else do not fit 24 lines; markets are in the report of the round.
        if (last != null && redLines.isEmpty()) {
            String markets = new IndicatorTopic(wording.phrases()).line(reasons.markets(), last.round());
            if (!markets.isEmpty()) {
                parts.add(drawn("markets", wording.text("state.markets", markets)));
            }
        }
        parts.add(drawn(
                "sides",
                side(wording.text("state.you", side), LEFT) + "+"
                        + side(wording.text("state.them", side.other()), TextWidth.SCREEN - LEFT - 1)));
        parts.add(instruments(side, observation, last));
        parts.addAll(redLines);
        String signs = wording.scenario().agreements().complyByDefault() ? "state.agreements.due" : "state.agreements";
        parts.add(rule("head", wording.text(signs)));
        parts.addAll(pacts.glance(side, observation, heard));
        List<Part> talk = talk(side, observation, heard);
        if (!talk.isEmpty()) {
            parts.add(rule("head", wording.text("state.talk")));
            parts.addAll(talk);
        }
        if (!draft.isEmpty()) {
            parts.add(rule("head", wording.text("state.draft")));
            parts.add(Part.named("draft").drawn(Block.Text.of(draft)).said(draft));
        }
        parts.addAll(score(side, observation, rounds, last));
        return Page.of(parts);
    }

    private Part headline(Observation observation, @Nullable RoundView last) {
        int tariff = tariff(observation);
        int above = tariff - Figures.NORMAL_TARIFF;
        String distance = above >= 0 ? wording.text("state.over", above) : wording.text("state.under", -above);
        Indicators start = reasons.markets().after(0);
        String line;
        if (last != null) {
            line = wording.text(
                    "state.headline.trade",
                    tariff,
                    NumberText.percentTenth(last.figures().usWedgeBasisPoints()),
                    distance,
                    TradeFacts.usFromCnShare(last.figures()),
                    TradeFacts.cnFromUsShare(last.figures()));
        } else if (start == null) {
            line = wording.text("state.headline", tariff, distance);
        } else {
            line = wording.text(
                    "state.headline.start", tariff, NumberText.percentTenth(start.usDutyBasisPoints()), distance);
        }
        return drawn("headline", line)
                .said(wording.text(above >= 0 ? "say.tariff.above" : "say.tariff.below", tariff, Math.abs(above)))
                .datum(List.of("displayed_tariff_percent"), tariff);
    }

    /** Returns the displayed US tariff at the present levels, percent. */
    public int tariff(Observation observation) {
        return OpeningFacts.tariff(wording.scenario(), observation.levels());
    }

    private Part instruments(Side side, Observation observation, @Nullable RoundView last) {
        Part part = Part.named("instruments");
        for (Side whose : List.of(side, side.other())) {
            part = part.said(wording.text(whose == side ? "spoken.you" : "spoken.them", wording.side(whose)));
            Map<String, Object> levels = new LinkedHashMap<>();
            for (Instrument instrument : wording.scenario().instruments().of(whose)) {
                int level = observation.levels().get(instrument);
                part = part.said(sentence(instrument, observation, last));
                levels.put(instrument.id(), level == Levels.UNSEEN ? null : wording.level(instrument, level));
            }
            part = part.datum(List.of(whose.name().toLowerCase(Locale.ROOT)), levels);
        }
        return part.drawn(new Block.Beside(
                LEFT,
                "| ",
                table(wording.scenario().instruments().of(side), observation, last)
                        .lines(),
                table(wording.scenario().instruments().of(side.other()), observation, last)
                        .lines()));
    }

    /** Returns a side's instruments as the board has them, a row of at most 40 columns each. */
    Part rows(Side whose, Observation observation, @Nullable RoundView last) {
        return Part.named("instruments")
                .drawn(table(wording.scenario().instruments().of(whose), observation, last));
    }

    /** Returns a row for each: its word, title, level, steps since the last round, and the agreement on it. */
    private Block.Table table(List<Instrument> instruments, Observation observation, @Nullable RoundView last) {
        int title = titleColumns();
        return new Block.Table(
                Stream.of(WORD, title, LEVEL, TITLE + STEPS - title, PACT)
                        .map(width -> Block.Column.left("", width))
                        .toList(),
                instruments.stream()
                        .map(instrument -> cells(instrument, observation, last, title))
                        .toList());
    }

    private List<Block.Cell> cells(
            Instrument instrument, Observation observation, @Nullable RoundView last, int titleColumns) {
        int level = observation.levels().get(instrument);
        String shown =
                level == Levels.UNSEEN ? signal(instrument, last).orElse("?") : wording.levelTitle(instrument, level);
        Clause clause = observation.treaty().binding(instrument, observation.openRound());
        String pact = "";
        if (clause != null) {
            boolean broken = level != Levels.UNSEEN && clause.isBrokenBy(level);
            boolean due = TreatyFacts.isDue(wording.scenario(), observation, clause);
            pact = "A" + clause.agreement() + (due ? ">" : broken ? "!" : "");
        }
        return Stream.of(
                        instrument.word(),
                        TextWidth.cut(title(instrument), titleColumns - 1),
                        TextWidth.cut(shown, LEVEL - 1),
                        level == Levels.UNSEEN ? "?" : steps(instrument, last),
                        pact)
                .map(Block.Cell::of)
                .toList();
    }

    private String title(Instrument instrument) {
        return wording.shortTitle(instrument) + (instrument.isCovert() ? "*" : "");
    }

    /** Short titles have ten columns and a blank; a longer one of a language takes a column from the steps. */
    private int titleColumns() {
        int widest = wording.scenario().instruments().all().stream()
                .mapToInt(instrument -> TextWidth.width(title(instrument)))
                .max()
                .orElse(0);
        return Math.min(TITLE + 1, Math.max(TITLE, widest + 1));
    }

    private String sentence(Instrument instrument, Observation observation, @Nullable RoundView last) {
        int level = observation.levels().get(instrument);
        String shown = level == Levels.UNSEEN
                ? signal(instrument, last)
                        .map(about -> wording.text("spoken.about", about.substring(1)))
                        .orElse(wording.text("level.unseen"))
                : wording.levelTitle(instrument, level);
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.text("spoken.instrument", wording.title(instrument), instrument.word(), shown));
        moved(instrument, last)
                .ifPresent(change -> sentences.add(wording.text(
                        Wording.isHarder(instrument, change.from(), change.to()) ? "spoken.harder" : "spoken.softer")));
        Clause clause = observation.treaty().binding(instrument, observation.openRound());
        if (clause != null) {
            boolean broken = level != Levels.UNSEEN && clause.isBrokenBy(level);
            boolean due = TreatyFacts.isDue(wording.scenario(), observation, clause);
            sentences.add(
                    wording.text(due ? "spoken.due" : broken ? "spoken.broken" : "spoken.bound", clause.agreement()));
        }
        return String.join(" ", sentences);
    }

    private Optional<String> signal(Instrument instrument, @Nullable RoundView last) {
        for (SignalReading reading : last == null ? List.<SignalReading>of() : last.signals()) {
            if (reading.instrument() == instrument) {
                return Optional.of(signals.about(reading));
            }
        }
        return Optional.empty();
    }

    private static Optional<LevelChange> moved(Instrument instrument, @Nullable RoundView last) {
        return last == null
                ? Optional.empty()
                : last.changes().stream()
                        .filter(change -> change.instrument() == instrument)
                        .findFirst();
    }

    private static String steps(Instrument instrument, @Nullable RoundView last) {
        return moved(instrument, last)
                .map(change -> (Wording.isHarder(instrument, change.from(), change.to()) ? "^" : "v")
                        + Math.abs(change.to() - change.from()))
                .orElse("=");
    }

    /** The open offers, and what was said in the open round. */
    public List<Part> talk(Side side, Observation observation, Proceedings heard) {
        List<Part> parts = new ArrayList<>(pacts.offers(side, heard, 0));
        for (Notice.Said said : heard.round(observation.openRound()).said()) {
            String line = new TalkWords(wording).said(said);
            parts.add(Part.named("saying").drawn(new Block.Text("", 3, line)).said(line));
        }
        parts.addAll(new LedgerTopic(wording).summary(heard.ledger()));
        return parts;
    }

    List<Part> score(Side side, Observation observation, List<RoundView> rounds, @Nullable RoundView last) {
        BySide<Integer> reputations = observation.climate().reputationMilli();
        String reputation = hundredths(reputations.of(side)) + " : " + hundredths(reputations.of(side.other()));
        ScoreCard card = last == null ? null : MoveFacts.card(last, side).orElse(null);
        if (last == null || card == null) {
            return List.of(rule("score", wording.text("state.score.none", reputation)));
        }
        String score = NumberText.oneDecimal(card.scoreSoFarMilli());
        String line = wording.text(
                "state.score",
                (card.estimated() ? "~" : "") + score,
                breaches(rounds, side),
                breaches(rounds, side.other()),
                reputation);
        Account causes = Account.of(card, last.round(), reasons, wording);
        String head = wording.text("state.round", last.round()) + " ";
        return List.of(
                rule("score", line)
                        .said(wording.text("spoken.score", score))
                        .datum(List.of("score_so_far"), NumberText.tenths(card.scoreSoFarMilli()) / 10.0),
                Part.named("causes")
                        .drawn(new Block.Text(
                                head,
                                TextWidth.width(head),
                                causes.isShort() ? causes.inShort(wording) : causes.againstTruce(wording))));
    }

    private static String hundredths(int milli) {
        return NumberText.hundredth(NumberText.hundredths(milli));
    }

    private static long breaches(List<RoundView> rounds, Side side) {
        return rounds.stream()
                .filter(view -> view.side(side).severityMilli() > 0)
                .count();
    }

    /** Returns one instrument: level, clause, what it means and where it would go by itself. */
    public Page instrument(Instrument instrument, Observation observation, List<RoundView> rounds) {
        RoundView last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        InstrumentSpec spec = wording.scenario().spec(instrument);
        return Page.of(List.of(
                Part.named("level").drawn(table(List.of(instrument), observation, last)),
                Part.named("meaning")
                        .drawn(new Block.Text(
                                "  ",
                                2,
                                wording.phrases()
                                        .clauses(List.of(wording.title(instrument), wording.unit(spec.unit()))))),
                Part.named("fallback")
                        .drawn(new Block.Text(
                                "  ",
                                2,
                                wording.text(
                                        "state.fallback", spec.fallbackRung().token())))));
    }

    private static Part drawn(String name, String line) {
        return Part.named(name).drawn(new Block.Lines(List.of(line)));
    }

    private static Part rule(String name, String text) {
        return Part.named(name).drawn(new Block.Rule(text));
    }

    private static String side(String text, int columns) {
        String begin = "-- " + text + " ";
        return begin + "-".repeat(Math.max(0, columns - TextWidth.width(begin)));
    }
}
