package dev.truce.tournament;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;

/**
 * Who moves an instrument most often.
 *
 * @param instrument which one
 * @param bot who
 * @param share in which share of its games in the holder's seat
 */
public record InstrumentUse(Instrument instrument, String bot, double share) {
    /** Returns the one of some bots that moves an instrument most often. */
    public static InstrumentUse most(Games games, List<Standing> bots, Instrument instrument) {
        InstrumentUse most = new InstrumentUse(instrument, "nobody", 0);
        for (Standing row : bots) {
            double share = share(games, row.bot(), instrument);
            if (share > most.share) {
                most = new InstrumentUse(instrument, row.name(), share);
            }
        }
        return most;
    }

    private static double share(Games games, int bot, Instrument instrument) {
        int moved = 0;
        for (int against = 0; against < games.bots(); against++) {
            for (int seed = 0; seed < games.seeds(); seed++) {
                Game game = instrument.holder() == Side.US
                        ? games.game(bot, against, seed)
                        : games.game(against, bot, seed);
                moved += game.seat(instrument.holder()).moved(instrument) ? 1 : 0;
            }
        }
        return (double) moved / (games.bots() * games.seeds());
    }
}
