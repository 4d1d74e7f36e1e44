package dev.truce.cli.session;

import dev.truce.cli.text.Fault;
import dev.truce.cli.text.Nearest;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads levels as people type them, and says which would be right where one is none. */
final class LevelText {
    private final Scenario scenario;

    LevelText(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns the ladder index of a level, or a negative number if it is none. */
    int find(Instrument instrument, String level) {
        return scenario.spec(instrument).levelOf(token(level));
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
    Fault offLadder(Instrument instrument, String sign, String level, String unchanged, String line) {
        String word = line.equals("*") ? instrument.word() : instrument.qualifiedWord();
        List<String> near = nearest(instrument, level);
        String right = near.isEmpty()
                ? Texts.of("fault.off-ladder.all", ladder(instrument))
                : near.size() == 1
                        ? Texts.of("fault.off-ladder.one", near.get(0))
                        : Texts.of("fault.off-ladder.two", near.get(0), near.get(1));
        String next = near.isEmpty() ? "legal " + instrument.word() : line.replace("*", word + sign + near.get(0));
        return Fault.of(
                        "LEVEL_NOT_ON_LADDER",
                        Texts.of("fault.off-ladder", word + sign + shown(level), right),
                        unchanged,
                        next)
                .about(instrument.id(), ladder(instrument));
    }

    private List<String> nearest(Instrument instrument, String level) {
        InstrumentSpec spec = scenario.spec(instrument);
        List<String> tokens = new ArrayList<>();
        try {
            double wanted = Double.parseDouble(token(level));
            Rung below = null;
            Rung above = null;
            for (Rung rung : spec.ladder()) {
                below = rung.value() <= wanted && (below == null || rung.value() > below.value()) ? rung : below;
                above = rung.value() >= wanted && (above == null || rung.value() < above.value()) ? rung : above;
            }
            if (below != null && above != null) {
                return List.of(below.token(), above.token());
            }
            return List.of(Objects.requireNonNull(below != null ? below : above, "a ladder has levels")
                    .token());
        } catch (NumberFormatException notANumber) {
            spec.ladder().forEach(rung -> tokens.add(rung.token()));
            Optional<String> near = Nearest.to(level, tokens);
            return near.map(List::of).orElse(List.of());
        }
    }

    /** A level as the ladder writes it: without a percent sign, a thousands blank or capital letters. */
    private static String token(String level) {
        String token = level.toLowerCase(Locale.ROOT).replace("%", "").strip().replace(' ', '-');
        if (token.matches("\\.\\d+")) {
            return "0" + token;
        }
        return token.matches("\\d+\\.\\d*?0+") ? token.replaceAll("\\.?0+$", "") : token;
    }

    /** Returns what was typed, cut to what an error message can show. */
    static String shown(String typed) {
        return typed.length() > 24 ? typed.substring(0, 24) + ".." : typed;
    }
}
