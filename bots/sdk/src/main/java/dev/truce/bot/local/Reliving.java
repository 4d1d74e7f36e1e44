package dev.truce.bot.local;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.match.Input;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.referee.Referee;

/** Brings a match to the round in which it is taken up: lays out all cards, and plays the rounds before as they went. */
public final class Reliving {
    private final Opening opening;
    private final Table table;
    /** Whether another round has become the last than was agreed. */
    private boolean endIsSet;

    /** A match, with bots that live through the rounds that they did not play. */
    public interface Table {
        /** Who rules on the match. */
        Referee referee();

        /**
         * Tells the referee something, and everybody what comes of it.
         *
         * @throws IllegalStateException if the referee refuses it
         */
        void require(Input input);

        /** The bots live through the open round, as {@link dev.truce.bot.BotTurn#relived} says. */
        void relives(int round);

        /** A side's bot judges the last offer of the round, if there is a bot. */
        void judges(Side side);
    }

    /**
     * Prepares it.
     *
     * @param opening how the match went
     * @param table the match, before its first round is closed
     */
    public Reliving(Opening opening, Table table) {
        this.opening = opening;
        this.table = table;
    }

    /**
     * Plays the rounds.
     *
     * @throws IllegalStateException if they cannot be played in this match; a verified record's can
     */
    public void play() {
        for (ClosedRound closed : opening.recorded()) {
            for (Card card : closed.cards()) {
                table.require(new Input.Hosts(new HostAct.PlayCard(closed.round(), card.text())));
            }
        }
        for (ClosedRound closed : opening.relived()) {
            play(closed, opening.endSetIn(closed.round()));
        }
    }

    /**
     * Plays a round as it was recorded. Each bot is shown the other side's last offer of the round at the moment at which it is
     * shown in play: before somebody accepts one of the round, the US first.
     *
     * @param end the round that becomes the last with it, or 0
     */
    private void play(ClosedRound closed, int end) {
        int round = closed.round();
        Referee referee = table.referee();
        if (referee.openRound() != round) {
            throw new IllegalStateException("the recorded round " + round + " cannot be played: it is not open");
        }
        RecordedInputs inputs = new RecordedInputs(closed, opening.seats());
        table.relives(round);
        if (end != 0 && endIsSet) {
            // A record does not say when in the round it was set, so seats may have spoken of any round that was
            // agreed.
            table.require(new Input.Hosts(new HostAct.EndWith(referee.plannedEnd())));
        }
        boolean usIsAsked = false;
        boolean cnIsAsked = false;
        for (Done done : closed.deeds()) {
            if (done.deed() instanceof Deed.Accept accept && isOfRound(accept.offer(), round)) {
                if (!usIsAsked) {
                    table.judges(Side.US);
                    usIsAsked = true;
                }
                if (!cnIsAsked && done.side() == Side.CN) {
                    table.judges(Side.CN);
                    cnIsAsked = true;
                }
            }
            table.require(inputs.of(done));
        }
        if (!usIsAsked) {
            table.judges(Side.US);
        }
        if (!cnIsAsked) {
            table.judges(Side.CN);
        }
        if (end != 0) {
            table.require(new Input.Hosts(new HostAct.EndWith(end)));
            endIsSet = true;
        }
        inputs.closing(referee.offers()).forEach(table::require);
    }

    private boolean isOfRound(OfferId id, int round) {
        Offer offer = table.referee().offers().find(id);
        return offer != null && offer.made() == round;
    }
}
