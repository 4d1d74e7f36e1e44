package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.function.Predicate;

/**
 * By which notice a deed that was taken is told back to the seat that did it. It is about the deed, never about how things stand: a deed that
 * changes nothing, such as the same decision once more, is told back as well.
 */
final class Echo implements Deed.Cases<Notice.Cases<Boolean>> {
    private final Side side;
    private final Seat seat;
    private final OfferId next;

    private Echo(Board board) {
        side = board.side();
        seat = board.delegates().own();
        next = board.proceedings().next(side);
    }

    /** Returns what tells a deed back that this seat is about to do. */
    static Notice.Cases<Boolean> of(Deed deed, Board board) {
        return deed.in(new Echo(board));
    }

    /** A notice that is about something else. */
    private abstract static class Other implements Notice.Some<Boolean> {
        @Override
        public Boolean otherwise(Notice notice) {
            return false;
        }
    }

    private Notice.Cases<Boolean> status(Predicate<Notice.SeatStatus> is) {
        return new Other() {
            @Override
            public Boolean seatStatus(Notice.SeatStatus status) {
                return status.seat().equals(seat) && is.test(status);
            }
        };
    }

    private static Notice.Cases<Boolean> offer(OfferId id, boolean open) {
        return new Other() {
            @Override
            public Boolean offerChanged(Notice.OfferChanged changed) {
                return changed.offer().id().equals(id) && changed.offer().isOpen() == open;
            }
        };
    }

    @Override
    public Notice.Cases<Boolean> submit(Deed.Submit deed) {
        return status(Notice.SeatStatus::submitted);
    }

    @Override
    public Notice.Cases<Boolean> undo(Deed.Undo deed) {
        return status(status -> !status.submitted());
    }

    @Override
    public Notice.Cases<Boolean> ready(Deed.Ready deed) {
        return status(status -> status.ready() == deed.ready());
    }

    @Override
    public Notice.Cases<Boolean> makeOffer(Deed.MakeOffer deed) {
        return offer(next, true);
    }

    @Override
    public Notice.Cases<Boolean> accept(Deed.Accept deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Notice.Cases<Boolean> refuse(Deed.Refuse deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Notice.Cases<Boolean> withdraw(Deed.Withdraw deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Notice.Cases<Boolean> giveNotice(Deed.GiveNotice deed) {
        return new Other() {
            @Override
            public Boolean noticeGiven(Notice.NoticeGiven given) {
                return given.side() == side;
            }
        };
    }

    @Override
    public Notice.Cases<Boolean> say(Deed.Say deed) {
        return new Other() {
            @Override
            public Boolean said(Notice.Said said) {
                return said.seat().equals(seat);
            }
        };
    }

    @Override
    public Notice.Cases<Boolean> putDraft(Deed.PutDraft deed) {
        return new Other() {
            @Override
            public Boolean drafted(Notice.Drafted drafted) {
                return drafted.seat().equals(seat);
            }
        };
    }

    @Override
    public Notice.Cases<Boolean> vote(Deed.Vote deed) {
        return new Other() {
            @Override
            public Boolean voted(Notice.Voted voted) {
                return voted.seat().equals(seat);
            }
        };
    }

    @Override
    public Notice.Cases<Boolean> judge(Deed.Judge deed) {
        return new Other() {
            @Override
            public Boolean decided(Notice.Decided decided) {
                return decided.side() == side;
            }
        };
    }
}
