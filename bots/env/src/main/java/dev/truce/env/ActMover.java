package dev.truce.env;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import org.jspecify.annotations.Nullable;

/** Does on one side what an action of numbers says. What is not legal is not done, and counted; the rest is done. */
final class ActMover implements SideMover {
    private final Side side;
    private final ActSpace space;
    private final byte[] act;
    private final byte[] mask;
    private @Nullable Offer theirs;
    private int illegal;
    private int crossed;

    ActMover(Side side, ActSpace space) {
        this.side = side;
        this.space = space;
        this.act = new byte[space.parts().size()];
        this.mask = new byte[space.maskSize()];
    }

    /** Takes the mask of the open round, and the offer that it answers. */
    void look(LabMatch match) {
        space.mask(match, mask);
        theirs = space.theirs(match);
    }

    byte[] mask() {
        return mask;
    }

    /** How many parts of the last action were not legal. */
    int illegal() {
        return illegal;
    }

    /** How many deeds of the last action came to nothing, since the other side withdrew its offer in the same round. */
    int crossed() {
        return crossed;
    }

    /** Decides the open round. */
    void decide(byte[] from, int at) {
        illegal = 0;
        crossed = 0;
        for (int i = 0; i < act.length; i++) {
            ActPart part = space.parts().get(i);
            byte choice = from[at + i];
            boolean legal = choice >= 0 && choice < part.size() && mask[part.at() + choice] == 1;
            act[i] = legal ? choice : 0;
            illegal += legal ? 0 : 1;
        }
    }

    /** Copies the action as it was done, for the history of the match. */
    void copyTo(byte[] to, int at) {
        System.arraycopy(act, 0, to, at, act.length);
    }

    @Override
    public void opens(LabMatch match) {
        int deal = space.deal(act);
        Offer own = space.own(match);
        if (deal == ActSpace.REFUSE && theirs != null) {
            does(match, new Deed.Refuse(theirs.id()));
        } else if (deal == ActSpace.WITHDRAW && own != null) {
            does(match, new Deed.Withdraw(own.id()));
        } else if (deal == ActSpace.NOTICE) {
            does(match, new Deed.GiveNotice(true));
        } else if (deal >= ActSpace.RENEW && deal < ActSpace.WITHDRAW) {
            offers(match, deal - ActSpace.RENEW);
        }
        AccusationChoice choice = space.judgement(act);
        Instrument accused = match.seen(side).accusedOn(side.other());
        if (choice != AccusationChoice.REST && accused != null) {
            does(match, new Deed.Judge(accused, choice));
        }
        match.seals(side, space.orders(act));
    }

    /** Offers what a choice says, counted from the first renewal. */
    private void offers(LabMatch match, int choice) {
        int rounds = choice % Terms.MAX_ROUNDS + 1;
        int kind = choice / Terms.MAX_ROUNDS;
        boolean publicly = kind % 2 == 1;
        Terms terms = kind < 2 ? new Terms.Renewal(rounds, publicly) : space.terms(act, rounds, publicly);
        if (terms != null) {
            does(match, new Deed.MakeOffer(terms, null));
        }
    }

    @Override
    public void answers(LabMatch match) {
        if (space.deal(act) == ActSpace.SIGN && theirs != null) {
            does(match, new Deed.Accept(theirs.id(), theirs.hash()));
        }
    }

    private void does(LabMatch match, Deed deed) {
        if (!match.does(side, deed).isAccepted()) {
            crossed++;
        }
    }

    @Override
    public void heard(Notice notice) {
        // What an action of the next round rests on is shown when that opens.
    }

    @Override
    public ActMover acting() {
        return this;
    }

    @Override
    public void leave() {
        // Nothing was started.
    }
}
