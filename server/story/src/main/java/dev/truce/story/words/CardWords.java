package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.List;

/** How shock cards and what they do are called. */
public final class CardWords {
    private static final int INDENT = 2;

    private final Wording wording;

    /**
     * @param wording the words of the scenario
     */
    public CardWords(Wording wording) {
        this.wording = wording;
    }

    /** Returns what a card of the open round will do. */
    public List<String> announced(Card card, int round) {
        return TextWidth.wrap("", played(card, round));
    }

    /** Returns the same in one sentence. */
    public String played(Card card, int round) {
        return wording.text("shock.played", round, card.text(), effect(card.kind()));
    }

    /** Returns all cards, each with what it changes by how much. */
    public List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap("", wording.text("shock.all")));
        for (CardKind kind : CardKind.values()) {
            String target = switch (kind.target()) {
                case NOTHING -> "";
                case SIDE -> " " + Side.US + "|" + Side.CN;
                case COVERT_INSTRUMENT -> " " + covert();
            };
            lines.add(" ".repeat(INDENT) + kind.word() + target);
            lines.addAll(TextWidth.wrap(" ".repeat(2 * INDENT), effect(kind)));
        }
        return lines;
    }

    /** Returns an event of a round in words; a leak with the level that it tells. */
    public String event(RoundEvent event, RoundView view) {
        Instrument leaked = event.leaks();
        return leaked == null
                ? wording.text("event." + event.name())
                : wording.text(
                        "event." + event.name(),
                        wording.level(leaked, view.levels().get(leaked)));
    }

    private String effect(CardKind kind) {
        CardRules cards = wording.scenario().cards();
        Object amount = switch (kind) {
            case HARVEST_FAILURE -> Math.round(100 * cards.harvestLoss());
            case MINE_OPENING -> Math.round(100 * cards.mineStep());
            case COURT_RULING -> Math.round(wording.scenario().knobs().courtCap());
            case PORT_STRIKE -> Math.round(100 * cards.strikeCost());
            case ELECTION_SWING -> Math.round(100 * cards.electionSwing());
            case LEAK -> "";
            case MARKET_PANIC -> Math.round(cards.panicIncome());
        };
        return wording.text("shock." + kind.name(), amount);
    }

    private static String covert() {
        List<String> names = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            if (instrument.isCovert()) {
                names.add(instrument.qualifiedWord());
            }
        }
        return String.join("|", names);
    }
}
