package dev.truce.tournament.branch;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * How an arm ended in one future.
 *
 * @param us true score of the US, points
 * @param cn true score of China, points
 * @param rounds rounds of the whole match
 * @param ofUs what the US bot got wrong
 * @param ofCn what the Chinese bot got wrong
 */
public record ArmEnd(double us, double cn, int rounds, Slips ofUs, Slips ofCn) {
    /**
     * Rounds in which a bot got something wrong, those before the branch included.
     *
     * @param illegal rounds in which something was refused, or could not be repeated
     * @param failed rounds in which it crashed, stalled or was late
     */
    public record Slips(int illegal, int failed) {
        static Slips of(Conduct conduct) {
            int illegal = conduct.count(BotFault.Kind.ILLEGAL);
            return new Slips(illegal, conduct.faults().size() - illegal);
        }
    }

    static ArmEnd of(Played played) {
        return new ArmEnd(
                played.result().us().score(),
                played.result().cn().score(),
                played.result().rounds(),
                Slips.of(played.us()),
                Slips.of(played.cn()));
    }

    /** Returns the score of a side, points. */
    public double score(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the mean of both scores, points. */
    public double joint() {
        return (us + cn) / 2;
    }

    /** Returns what the bot of a side got wrong. */
    public Slips slips(Side side) {
        return BySide.pick(side, ofUs, ofCn);
    }
}
