package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.notation.LevelReader;
import java.util.ArrayList;
import java.util.List;

/** Tells in the words of the screens what {@link LevelReader} finds. */
final class LevelText {
    private final Scenario scenario;

    LevelText(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns the ladder index of a level, or a negative number if it is none. */
    int find(Instrument instrument, String level) {
        return LevelReader.level(level, scenario.spec(instrument));
    }

    /** Returns all levels of an instrument as words. */
    String ladder(Instrument instrument) {
        List<String> tokens = new ArrayList<>();
        scenario.spec(instrument).ladder().forEach(rung -> tokens.add(rung.token()));
        return String.join(" ", tokens);
    }

    /**
     * Returns the fault of a level that is on no ladder.
     *
     * @param sign what stands between instrument and level, for example {@code =}
     * @param unchanged what stands as it was
     * @param line the line to type next, with a star where the right order stands; just a star for orders
     */
    UsageFault offLadder(Instrument instrument, String sign, String level, String unchanged, String line) {
        String word = line.equals("*") ? instrument.word() : instrument.qualifiedWord();
        List<String> near = LevelReader.nearest(level, scenario.spec(instrument));
        String right = near.isEmpty()
                ? Texts.of("fault.off-ladder.all", ladder(instrument))
                : near.size() == 1
                        ? Texts.of("fault.off-ladder.one", near.get(0))
                        : Texts.of("fault.off-ladder.two", near.get(0), near.get(1));
        String next = near.isEmpty() ? "legal " + instrument.word() : line.replace("*", word + sign + near.get(0));
        return UsageFault.of(
                        "LEVEL_NOT_ON_LADDER",
                        Texts.of("fault.off-ladder", word + sign + shown(level), right),
                        unchanged,
                        next)
                .about(instrument.id(), ladder(instrument));
    }

    /** Returns what was typed, cut to what an error message can show. */
    static String shown(String typed) {
        return typed.length() > 24 ? typed.substring(0, 24) + ".." : typed;
    }
}
