package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SignalReading;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.facts.TreatyFacts;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The tables of a session as lists for a screen reader: a sentence a row, without columns, bars or signs. */
public final class Spoken {
    private final Wording wording;

    /** @param wording the words of the scenario */
    public Spoken(Wording wording) {
        this.wording = wording;
    }

    /** Tells what may be ordered. */
    public List<String> legal(List<LegalLevels> all, Observation observation) {
        List<String> sentences = new ArrayList<>();
        for (LegalLevels legal : all) {
            Instrument instrument = legal.instrument();
            List<String> levels = new ArrayList<>();
            legal.legal().forEach(level -> levels.add(wording.level(instrument, level)));
            sentences.add(Texts.of(
                    "spoken.legal",
                    instrument.word(),
                    wording.title(instrument),
                    wording.level(instrument, observation.levels().get(instrument)),
                    String.join(", ", levels)));
            for (LegalLevels.Withheld withheld : legal.withheld()) {
                sentences.add(Texts.of(
                        "spoken.withheld",
                        wording.level(instrument, withheld.level()),
                        Texts.of("legal.because." + withheld.reason().name())));
            }
        }
        return wrapped(sentences);
    }

    /** Tells the clauses in force. */
    public List<String> pacts(Observation observation) {
        List<String> sentences = new ArrayList<>();
        for (Clause clause : observation.treaty().clauses()) {
            if (clause.binds(observation.openRound())) {
                Instrument instrument = clause.instrument();
                int level = observation.levels().get(instrument);
                String state = level == Levels.UNSEEN
                        ? Texts.of("pacts.unseen")
                        : Texts.of(clause.isBrokenBy(level) ? "spoken.clause.broken" : "pacts.kept");
                sentences.add(Texts.of(
                        instrument.isCovert() ? "spoken.floor" : "spoken.cap",
                        clause.agreement(),
                        TreatyFacts.number(observation.treaty(), clause),
                        wording.title(instrument),
                        wording.levelTitle(instrument, clause.bound()),
                        state));
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(Texts.of("pacts.none"));
        }
        return wrapped(sentences);
    }

    private static List<String> wrapped(List<String> sentences) {
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            lines.addAll(TextWidth.wrap("", sentence));
        }
        return lines;
    }
}
