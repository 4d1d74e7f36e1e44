package dev.truce.env;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;

/** What tests of matches for learners begin with. */
final class Labs {
    /** The second ruleset, another scenario of it, and the third ruleset. */
    static final List<String> SCENARIOS = List.of("busan-2025-r2", "geneva-2025", "busan-2025");

    /** A scenario without what a scenario may be without; no file of that name ships. */
    static final String LESS = "less";

    private static final String LESS_TEXT = """
            base: busan-2025
            id: less
            titles: {en: "Less", zh: "少"}
            anchors: computed
            instruments: {us.port_fee: none, cn.port_fee: none, cn.unreliable_entities: none}
            """;

    private Labs() {}

    static Rules rules(String scenario) {
        return Rules.of(scenario.equals(LESS) ? Scenarios.load(LESS_TEXT, "less.yaml") : Scenarios.named(scenario));
    }

    static Lab both(Rules rules) {
        return lab(rules, 0, null, null);
    }

    /** Returns matches of so many rounds in which a side may be played by a bot. */
    static Lab lab(Rules rules, int rounds, BotFactory us, BotFactory cn) {
        return new Lab(
                rules,
                rounds,
                new BySide<>(us, cn).map(bot -> bot == null ? List.of() : List.of(bot)),
                Rewarding.SCORE);
    }

    static Episode episode(Lab lab) {
        return new Episode(lab, new Resolver(lab.rules()), true);
    }

    /** Draws an action for each side, from what its mask allows. */
    static byte[] draw(Lab lab, Episode episode, SplitMix64 dice) {
        byte[] acts = new byte[2 * lab.actSize()];
        for (Side side : Side.values()) {
            byte[] mask = episode.mask(side);
            int at = side.ordinal() * lab.actSize();
            for (ActPart part : lab.space(side).parts()) {
                int choice = dice.nextInt(part.size());
                while (mask[part.at()] == 1 && mask[part.at() + choice] == 0) {
                    choice = (choice + 1) % part.size();
                }
                acts[at++] = (byte) choice;
            }
        }
        return acts;
    }

    /** Draws an action that orders little and names few clauses, so that treaties last. */
    static byte[] drawQuietly(Lab lab, Episode episode, SplitMix64 dice) {
        byte[] acts = draw(lab, episode, dice);
        for (Side side : Side.values()) {
            List<ActPart> parts = lab.space(side).parts();
            int at = side.ordinal() * lab.actSize();
            for (int i = 0; i < parts.size(); i++) {
                boolean kept = parts.get(i).name().equals("judge")
                        || (parts.get(i).name().equals("deal") && acts[at + i] != ActSpace.NOTICE);
                acts[at + i] = kept || dice.nextInt(8) == 0 ? acts[at + i] : 0;
            }
        }
        return acts;
    }
}
