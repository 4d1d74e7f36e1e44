package dev.truce.bots.response;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat does where its rules are silent.
 *
 * @param bot as which bot of the roster it plays
 * @param taste how it bargains if that is {@code step}, or null for its usual taste or another bot
 * @param cheat how it delivers less, or null
 * @param spans what it does in some rounds in place of that; the last of those that speak of the same thing counts
 */
public record Ground(
        String bot, @Nullable StepTaste taste, @Nullable Cheat cheat, List<Span> spans) {
    /** Most spans of a seat. */
    public static final int MAX_SPANS = 100;

    static final String STEP = "step";

    /** As a policy without rules plays. */
    public static final Ground USUAL = new Ground("negotiator", null, null, List.of());

    /**
     * Copies the spans.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public Ground {
        spans = List.copyOf(spans);
        if (spans.size() > MAX_SPANS) {
            throw new IllegalArgumentException(spans.size() + " spans, expected at most " + MAX_SPANS);
        }
    }

    /** Returns that of a bot of the roster. */
    public static Ground of(String bot) {
        return new Ground(bot, null, null, List.of());
    }

    /** Returns the same with another taste; the bot is {@code step}. */
    public Ground tasting(StepTaste other) {
        return new Ground(STEP, other, cheat, spans);
    }

    /** Returns the same with another cheat, or none. */
    public Ground cheating(@Nullable Cheat other) {
        return new Ground(bot, taste, other, spans);
    }

    /** Returns the same with other spans. */
    public Ground with(List<Span> others) {
        return new Ground(bot, taste, cheat, others);
    }

    BotFactory honest() {
        return taste == null ? Roster.find(Roster.quick(), bot).orElseThrow() : Roster.step(STEP, taste);
    }

    /** Returns its lines in a file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("plays as " + bot + (taste == null ? "" : text(taste)));
        if (cheat != null) {
            lines.add("cheats by " + cheat.word());
        }
        spans.forEach(span -> lines.add(span.text()));
        return lines;
    }

    private static String text(StepTaste taste) {
        return " accept " + number(taste.acceptShare()) + " margin " + number(taste.margin()) + " fairness "
                + number(taste.fairness()) + " eve " + taste.eveRounds();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
