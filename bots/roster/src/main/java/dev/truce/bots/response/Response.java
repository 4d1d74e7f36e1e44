package dev.truce.bots.response;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.policy.PolicyException;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.Map;

/**
 * A policy that was found by a search: for each seat as which bot it plays, how it cheats, what it does in some rounds, and the rules of a
 * {@link Policy} that go before the bot. Its text form is described in docs/look-up/bots.md. Immutable.
 *
 * @param grounds what each seat does where its rules are silent
 * @param policy the rules, and the header of the file
 */
public record Response(BySide<Ground> grounds, Policy policy) {
    /** First line of its text form; a file of rules alone begins otherwise. */
    public static final String FIRST_LINE = "truce-response 1";

    /** Plays as a policy without rules does. */
    public static Response usual() {
        return new Response(new BySide<>(Ground.USUAL, Ground.USUAL), Policy.ofMatch());
    }

    /**
     * Reads one; a policy of rules alone is one, too.
     *
     * @param text its text form
     * @throws PolicyException if it is none; the message names the line and what would be right
     */
    public static Response read(String text) throws PolicyException {
        return new ResponseReader(text).read();
    }

    /** Returns the same with another ground of a seat. */
    public Response on(Side side, Ground ground) {
        return new Response(grounds.with(side, ground), policy);
    }

    /** Returns the same with other rules. */
    public Response ruled(Policy rules) {
        return new Response(grounds, rules);
    }

    /** Returns the same under a header. */
    public Response under(Map<String, String> header) {
        return new Response(grounds, policy.under(header));
    }

    /** Returns the name that its header gives it, or {@code own-policy}. */
    public String name() {
        String named = policy.header().getOrDefault("bot", "");
        return named.matches("[a-z][a-z0-9-]{0,31}") && !named.equals("learner") ? named : "own-policy";
    }

    /** Returns its text form, which {@link #read} reads. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        for (Side side : Side.values()) {
            for (String line : grounds.of(side).lines()) {
                text.append(side.word()).append(' ').append(line).append('\n');
            }
        }
        String rules = policy.text();
        return text.append(rules.substring(rules.indexOf('\n') + 1)).toString();
    }

    /**
     * Returns the bot that plays by it.
     *
     * @param name of the bot
     * @throws IllegalArgumentException if it is no name for a bot
     */
    public BotFactory factory(String name) {
        return BotFactory.of(name, seat -> {
            Ground ground = grounds.of(seat.side());
            BotFactory bot = ground.honest();
            if (policy.size(seat.side()) > 0) {
                bot = policy.factory(bot.name(), bot);
            }
            if (ground.cheat() != null) {
                bot = ground.cheat().of(bot);
            }
            return ground.spans().isEmpty() ? bot.create(seat) : new SpanBot(seat, bot.create(seat), ground.spans());
        });
    }
}
