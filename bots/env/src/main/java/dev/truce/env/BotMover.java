package dev.truce.env;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Mandate;
import dev.truce.bot.Wish;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import org.jspecify.annotations.Nullable;

/** A bot on one side, asked as in every other match. */
final class BotMover implements SideMover {
    private final Side side;
    private final BotTurn turn;
    private @Nullable Wish wish;

    BotMover(BotFactory factory, BotSeat seat) {
        this.side = seat.side();
        this.turn = new BotTurn(factory, seat, Mandate.ofHead(Seat.head(side)), false);
    }

    @Override
    public void opens(LabMatch match) {
        wish = turn.opened(match.seen(side));
        carryOut(match, Wish.Step.ANSWER);
    }

    @Override
    public void answers(LabMatch match) {
        carryOut(match, Wish.Step.READY);
    }

    private void carryOut(LabMatch match, Wish.Step end) {
        Wish next = turn.again(wish);
        while (next != null && next.step().compareTo(end) < 0) {
            next = turn.answered(
                    next,
                    next.step() == Wish.Step.ORDERS
                            ? match.orders(side, ((Deed.Submit) next.deed()).orders())
                            : match.does(side, next.deed()));
        }
        wish = next;
    }

    @Override
    public void heard(Notice notice) {
        Wish next = turn.heard(notice);
        if (next != null) {
            wish = next;
        }
    }

    @Override
    public @Nullable ActMover acting() {
        return null;
    }

    @Override
    public void leave() {
        turn.leave();
    }
}
