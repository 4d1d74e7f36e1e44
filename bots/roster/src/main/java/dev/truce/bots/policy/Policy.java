package dev.truce.bots.policy;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was learnt: for each seat a list of rules. The first one that holds says what is done in a round; if none
 * does, the strategy {@code match} does. Its text form is described in docs/look-up/bots.md. Immutable.
 */
public final class Policy {
    /** Most rules of a seat. */
    public static final int MAX_RULES = 100;

    /** Name of the bot as which a policy without rules plays, where sides have no red lines. */
    public static final String START = "match";

    /** The same where they have. */
    public static final String START_WITH_LINES = "negotiator";

    private final Map<String, String> header;
    private final List<Maxim> us;
    private final List<Maxim> cn;

    Policy(Map<String, String> header, List<Maxim> us, List<Maxim> cn) {
        this.header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        this.us = List.copyOf(us);
        this.cn = List.copyOf(cn);
        if (us.size() > MAX_RULES || cn.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    us.size() + " and " + cn.size() + " rules, expected at most " + MAX_RULES);
        }
    }

    /** Returns the policy without a rule, which plays as {@link #START} or, where sides have red lines, {@link #START_WITH_LINES}. */
    public static Policy ofMatch() {
        return new Policy(Map.of(), List.of(), List.of());
    }

    /** Those of the bot {@code learner}, read once. */
    private static final class Shipped {
        static final Policy WITHOUT_LINES = of(LearnerPolicy.WITHOUT_LINES);
        static final Policy WITH_LINES = of(LearnerPolicy.WITH_LINES);
        static final Policy WITH_ACCUSATIONS = of(LearnerPolicy.WITH_ACCUSATIONS);

        private static Policy of(String text) {
            try {
                return read(text);
            } catch (PolicyException broken) {
                throw new IllegalStateException("the policy of the learner cannot be read", broken);
            }
        }
    }

    /** Returns the policy of the bot {@code learner}: where there are accusations, where sides have red lines alone, or where neither is. */
    public static Policy shipped(Scenario scenario) {
        if (scenario.accusations().exist()) {
            return Shipped.WITH_ACCUSATIONS;
        }
        return scenario.redLines().exist() ? Shipped.WITH_LINES : Shipped.WITHOUT_LINES;
    }

    /**
     * Reads a policy.
     *
     * @param text its text form
     * @throws PolicyException if it is none; the message names the line and what would be right
     */
    public static Policy read(String text) throws PolicyException {
        return new PolicyReader(text).read();
    }

    /** Returns its text form, which {@link #read} reads. */
    public String text() {
        return PolicyWriter.text(this);
    }

    /** What the file says about itself, in its order: words and what they stand for. */
    public Map<String, String> header() {
        return header;
    }

    /** Returns the same rules under another header. */
    public Policy under(Map<String, String> other) {
        return new Policy(other, us, cn);
    }

    /** Returns a policy with the rules of this one for a seat, and of another one for the other seat. */
    public Policy joined(Side side, Policy other) {
        return BySide.pick(side, new Policy(header, us, other.cn), new Policy(header, other.us, cn));
    }

    /** Returns how many rules a seat has. */
    public int size(Side side) {
        return rules(side).size();
    }

    /** Returns how many conditions the rules of a seat have together. */
    public int conditions(Side side) {
        return rules(side).stream().mapToInt(rule -> rule.when().size()).sum();
    }

    /**
     * Returns a policy that differs in one rule of a seat, by chance: one more, one less, or one changed.
     *
     * @param scenario which it is learnt for: rules ask only about what there is in it
     */
    public Policy varied(Side side, SplitMix64 random, Scenario scenario) {
        boolean accusations = scenario.accusations().exist();
        List<Maxim> changed = new Variation(random, accusations).of(rules(side));
        return BySide.pick(side, new Policy(header, changed, cn), new Policy(header, us, changed));
    }

    /**
     * Returns the bot that plays by it.
     *
     * @param name of the bot
     * @throws IllegalArgumentException if it is no name for a bot
     */
    public BotFactory factory(String name) {
        return BotFactory.of(name, seat -> new Learner(seat, this));
    }

    /**
     * Returns the bot that plays by it, and as another bot where its rules are silent. What is offered and accepted is that bot's, unless a rule
     * offers or accepts nothing.
     *
     * @param name of the bot
     * @throws IllegalArgumentException if it is no name for a bot
     */
    public BotFactory factory(String name, BotFactory silent) {
        return BotFactory.of(name, seat -> new Learner(seat, this, silent.create(seat)));
    }

    /** Returns the bot {@code learner}. */
    public static BotFactory learner() {
        return BotFactory.of("learner", seat -> new Learner(seat, shipped(seat.scenario())));
    }

    List<Maxim> rules(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns what a seat does in a round, or null for what the strategy {@code match} does. */
    @Nullable
    Move move(Side side, Notes notes) {
        for (Maxim rule : rules(side)) {
            if (rule.holds(notes)) {
                return rule.then();
            }
        }
        return null;
    }
}
