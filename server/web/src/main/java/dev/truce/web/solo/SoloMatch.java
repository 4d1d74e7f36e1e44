package dev.truce.web.solo;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Mandate;
import dev.truce.bot.Wish;
import dev.truce.bot.local.Opening;
import dev.truce.bot.local.Reliving;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.StateHash;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.referee.Referee;
import dev.truce.story.facts.SeatBoard;
import dev.truce.web.seat.PageSeat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A match between a person and a bot: the referee of every other host, without clock and network. The bot does what it wants as soon as it
 * wants it; the round closes when the person is ready. Not thread-safe.
 */
public final class SoloMatch implements PageSeat {
    private final Rules rules;
    private final Referee referee;
    private final SeatBoard board;
    private final Seat seat;
    private final Seat botSeat;
    private final BotTurn bot;
    private final String opponent;
    private @Nullable Wish wish;
    /** What the bot saw when the last round opened. */
    private @Nullable Observation seen;
    /** Whether the bot plays; before, it lives through rounds that were played by others. */
    private boolean lives;

    private int deeds;

    /**
     * Starts a match.
     *
     * @param setup what makes it; its seed stays hidden from both
     * @param side the person's
     * @param name of the person in the record
     * @param opponent the bot
     */
    public SoloMatch(Rules rules, MatchSetup setup, Side side, String name, BotFactory opponent) {
        this(rules, setup, side, name, opponent, null);
    }

    /**
     * Takes a recorded match up in the middle, with its own chance: the rounds before go as they went, and the bot knows what it would
     * know had it sat there.
     *
     * @param match the record, of two heads alone
     * @param round first round that is played again, from 1 to the one after the last
     * @throws IllegalStateException if the rounds before cannot be played; a verified record's can
     */
    public static SoloMatch branch(
            Rules rules, MatchRecord match, int round, Side side, String name, BotFactory opponent) {
        return new SoloMatch(rules, match.setup(), side, name, opponent, Opening.of(match, round, null));
    }

    private SoloMatch(
            Rules rules, MatchSetup setup, Side side, String name, BotFactory opponent, @Nullable Opening opening) {
        this.rules = rules;
        this.opponent = opponent.name();
        seat = Seat.head(side);
        botSeat = Seat.head(side.other());
        MatchTerms terms = new MatchTerms(
                0,
                new Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US, Viewer.CN),
                Recording.TEXT,
                BySide.pick(side, name, opponent.name()),
                BySide.pick(side, opponent.name(), name),
                List.of());
        referee = new Referee(rules, setup, terms);
        board = new SeatBoard(rules, seat);
        // The bot's chance comes from the seed of the match, as in every host, and is not the match's own.
        BotSeat place = BotSeat.seeded(side.other(), rules.scenario(), setup.seed(), Limits.STEPS_A_ROUND);
        bot = new BotTurn(opponent, place, Mandate.ofHead(botSeat), false);
        lives = opening == null || opening.round() == 1;
        carryOut(referee.handle(new Input.Hosts(new HostAct.Start())));
        if (opening != null) {
            new Reliving(opening, new Past()).play();
        }
        if (!lives) {
            lives = true;
            wish = bot.opened(seen(referee.openRound()));
        }
        letBotAct();
    }

    private Observation seen(int round) {
        Observation told = seen;
        if (told == null || told.openRound() != round) {
            throw new IllegalStateException("round " + round + " was not told to the bot");
        }
        return told;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public SeatBoard board() {
        return board;
    }

    @Override
    public String opponent() {
        return opponent;
    }

    @Override
    public void does(Deed deed, Consumer<@Nullable Refusal> answered) {
        Ruling ruling = referee.handle(new Input.Does(seat, referee.openRound(), "p" + ++deeds, deed));
        carryOut(ruling);
        letBotAct();
        Refusal refusal = ruling.verdict() instanceof Verdict.Rejected refused ? refused.refusal() : null;
        if (refusal == null) {
            board.did(deed);
        }
        answered.accept(refusal);
    }

    @Override
    public void stop() {
        carryOut(referee.handle(new Input.Hosts(new HostAct.Abandon("stopped"))));
    }

    @Override
    public String chain() {
        return StateHash.hex(referee.link(referee.closedRounds()));
    }

    @Override
    public boolean closesAlone() {
        return true;
    }

    /** Asks for all that the bot wants, until it waits. */
    private void letBotAct() {
        while (wish != null) {
            Wish asked = wish;
            wish = null;
            Ruling ruling = referee.handle(asked.as(botSeat));
            carryOut(ruling);
            Wish next = bot.answered(asked, ruling.verdict());
            if (next != null) {
                wish = next;
            }
        }
    }

    private void carryOut(Ruling ruling) {
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Tell tell) {
                if ((tell.viewer() == Viewer.US) == (seat.side() == Side.US)) {
                    board.take(tell.notice(), 0, true);
                } else {
                    hear(tell.notice());
                }
            }
        }
    }

    private void hear(Notice notice) {
        Wish wanted = notice instanceof Notice.RoundOpened opened ? opened(opened) : bot.heard(notice);
        if (wanted != null) {
            wish = wanted;
        }
        if (notice instanceof Notice.MatchOver) {
            bot.leave();
        }
    }

    private @Nullable Wish opened(Notice.RoundOpened opened) {
        seen = opened.observation();
        bot.heard(opened);
        return lives ? bot.opened(opened.observation()) : null;
    }

    /** The rounds that were played by others. */
    private final class Past implements Reliving.Table {
        @Override
        public Referee referee() {
            return referee;
        }

        @Override
        public void require(Input input) {
            Ruling ruling = referee.handle(input);
            if (ruling.verdict() instanceof Verdict.Rejected refused) {
                throw new IllegalStateException("the recorded round " + referee.openRound() + " cannot be played: "
                        + refused.refusal().facts());
            }
            carryOut(ruling);
        }

        @Override
        public void relives(int round) {
            bot.relived(seen(round));
        }

        @Override
        public void judges(Side side) {
            if (side == botSeat.side()) {
                bot.judges();
            }
        }
    }
}
