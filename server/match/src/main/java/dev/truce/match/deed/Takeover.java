package dev.truce.match.deed;

import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else acts on a seat from now on. Records keep it.
 *
 * @param side whose delegation
 * @param seat number of the seat, 0 for the head
 * @param holder who acts now
 */
public record Takeover(Side side, int seat, SeatHolder holder) {
    /** Returns what an act does with a seat, or null if it does something else. */
    public static @Nullable Takeover of(HostAct act) {
        if (act instanceof HostAct.StandIn bot) {
            return SeatHolder.Bot.isName(bot.bot())
                    ? new Takeover(bot.side(), bot.seat(), new SeatHolder.Bot(bot.bot()))
                    : null;
        } else if (act instanceof HostAct.HandBack back) {
            return new Takeover(back.side(), back.seat(), new SeatHolder.Person());
        }
        return act instanceof HostAct.Vacate empty
                ? new Takeover(empty.side(), empty.seat(), new SeatHolder.Nobody())
                : null;
    }

    /** Returns the act that does this. */
    public HostAct act() {
        if (holder instanceof SeatHolder.Bot bot) {
            return new HostAct.StandIn(side, seat, bot.name());
        }
        return holder instanceof SeatHolder.Nobody ? new HostAct.Vacate(side, seat) : new HostAct.HandBack(side, seat);
    }
}
