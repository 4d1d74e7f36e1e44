package dev.truce.scenario;

import dev.truce.engine.Limits;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.scenario.CardRules.Played;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads what a scenario says about shock cards. */
final class CardReader {
    /** Seven kinds, and no match has more rounds. */
    private static final int MAX_PLAYED = 7 * Limits.MAX_ROUNDS;

    private static final List<String> EFFECTS =
            List.of("harvest_loss", "mine_step", "strike_cost", "election_swing", "panic_income");

    private CardReader() {}

    /** Reads the section; what it leaves out is as in {@link CardRules#DEFAULT}. */
    static CardRules read(Node node) {
        CardRules usual = CardRules.DEFAULT;
        Section cards = Section.someOf(node, List.of("effects", "played"));
        double harvestLoss = usual.harvestLoss();
        double mineStep = usual.mineStep();
        double strikeCost = usual.strikeCost();
        double electionSwing = usual.electionSwing();
        double panicIncome = usual.panicIncome();
        if (cards.has("effects")) {
            Section effects = Section.someOf(cards.node("effects"), EFFECTS);
            harvestLoss = number(effects, "harvest_loss", 1, harvestLoss);
            mineStep = number(effects, "mine_step", 1, mineStep);
            strikeCost = number(effects, "strike_cost", .5, strikeCost);
            electionSwing = number(effects, "election_swing", 5, electionSwing);
            panicIncome = number(effects, "panic_income", 1000, panicIncome);
        }
        List<Played> played = cards.has("played") ? played(cards) : List.of();
        return new CardRules(harvestLoss, mineStep, strikeCost, electionSwing, panicIncome, played);
    }

    private static double number(Section section, String key, double max, double usual) {
        return section.has(key) ? section.number(key, 0, max) : usual;
    }

    private static List<Played> played(Section cards) {
        List<Played> played = new ArrayList<>();
        for (Node entry : cards.list("played", 0, MAX_PLAYED)) {
            Section section = Section.of(entry, List.of("round", "card"));
            int round = section.integer("round", 1, Limits.MAX_ROUNDS);
            Card card = card(section);
            for (Played earlier : played) {
                if (earlier.round() == round && earlier.card().kind() == card.kind()) {
                    throw section.node("card")
                            .place()
                            .error(
                                    Code.INCONSISTENT,
                                    "card-twice",
                                    round,
                                    earlier.card().text());
                }
            }
            played.add(new Played(round, card));
        }
        return played;
    }

    private static Card card(Section section) {
        String text = section.text("card", 60);
        return CardName.read(text).orThrow(wrong -> {
            String what = wrong.code() == RefusalCode.UNKNOWN_CARD
                    ? "no-card"
                    : wrong.legal().isEmpty() ? "card-no-target" : "card-target";
            Object[] named = wrong.legal().isEmpty() ? new Object[] {text} : new Object[] {text, wrong.legal()};
            return section.node("card").place().error(Code.INCONSISTENT, what, named);
        });
    }
}
