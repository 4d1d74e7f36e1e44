package dev.truce.env;

import dev.truce.bot.BotFactory;
import dev.truce.engine.Sha256;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all matches of learners have in common. Immutable; threads may share it. */
public final class Lab {
    private final Rules rules;
    private final int rounds;
    private final BySide<List<BotFactory>> bots;
    private final Rewarding rewarding;
    private final BySide<ActSpace> spaces;
    private final SightColumns columns;

    /**
     * Sets it up.
     *
     * @param rules the compiled scenario
     * @param rounds rounds of each match, 1 to 64; 0 for what the scenario says
     * @param bots the bots of a side, one of which is drawn evenly for each match by its seed; none for a side that is decided for from outside
     */
    public Lab(Rules rules, int rounds, BySide<List<BotFactory>> bots, Rewarding rewarding) {
        this.rules = rules;
        this.rounds = rounds;
        this.bots = bots.map(List::copyOf);
        this.rewarding = rewarding;
        this.spaces = BySide.each(side -> new ActSpace(rules, side));
        this.columns = new SightColumns(rules);
    }

    /** The compiled scenario. */
    public Rules rules() {
        return rules;
    }

    /** What sides are rewarded for. */
    public Rewarding rewarding() {
        return rewarding;
    }

    /** Returns the actions of a side. */
    public ActSpace space(Side side) {
        return spaces.of(side);
    }

    /** The columns of an observation. */
    public SightColumns columns() {
        return columns;
    }

    /** Returns how many numbers an action has, those of the side that has more of them. */
    public int actSize() {
        return Math.max(spaces.us().parts().size(), spaces.cn().parts().size());
    }

    /** Returns how many choices a mask has, those of the side that has more of them. */
    public int maskSize() {
        return Math.max(spaces.us().maskSize(), spaces.cn().maskSize());
    }

    /**
     * Returns the bot that plays a side in a match, or null. It does not depend on how the bot plays nor moves what the bot draws: in a match
     * with this seed it plays as if it alone were named.
     */
    @Nullable
    BotFactory bot(Side side, long seed) {
        List<BotFactory> drawn = bots.of(side);
        if (drawn.size() < 2) {
            return drawn.isEmpty() ? null : drawn.get(0);
        }
        MessageDigest digest = digest("truce opponent", seed, side.ordinal());
        return drawn.get(new SplitMix64(ByteBuffer.wrap(digest.digest()).getLong()).nextInt(drawn.size()));
    }

    /** Returns 32 bytes that tell these settings, as far as the course of a match depends on them. */
    byte[] settings() {
        MessageDigest digest = digest("truce lab", rounds, 0);
        digest.update(rules.scenario().hash().getBytes(StandardCharsets.US_ASCII));
        for (Side side : Side.values()) {
            for (BotFactory bot : bots.of(side)) {
                digest.update((side + " " + bot.name() + ";").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return digest.digest();
    }

    private static MessageDigest digest(String purpose, long number, int other) {
        MessageDigest digest = Sha256.start();
        digest.update(purpose.getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(number)
                .putInt(other)
                .array());
        return digest;
    }

    /** Returns the setup of a match. */
    MatchSetup setup(long seed) {
        return rules.setup(seed, rounds);
    }

    /** Returns a place in which matches are played one after the other; those of one thread may share a resolver. */
    public Episode episode(Resolver resolver) {
        return new Episode(this, resolver, false);
    }
}
