package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.Set;
import java.util.function.Predicate;

/**
 * By which notice a deed that was taken is told back to the seat that did it. It is about the deed, never about how things stand: a deed that
 * changes nothing, such as the same decision once more, is told back as well.
 */
final class Echo implements Deed.Cases<Predicate<Notice>> {
    /** What tells acts of the host; an act on another seat, or on a card, may be told by none of them. */
    private static final Set<Class<? extends Notice>> OF_HOST = Set.of(
            Notice.HostActed.class,
            Notice.CardPlayed.class,
            Notice.ClockChanged.class,
            Notice.RoundShut.class,
            Notice.SeatChanged.class,
            Notice.HorizonSet.class,
            Notice.RoundOpened.class,
            Notice.MatchOver.class);

    private final Side side;
    private final Seat seat;
    private final OfferId next;

    private Echo(Board board) {
        side = board.side();
        seat = board.delegates().own();
        next = board.proceedings().next(side);
    }

    /** Returns what tells a deed back that this seat is about to do. */
    static Predicate<Notice> of(Deed deed, Board board) {
        return deed.in(new Echo(board));
    }

    /** Returns what tells an act of the host back. */
    static Predicate<Notice> ofHost() {
        return notice -> OF_HOST.contains(notice.getClass());
    }

    private static <N extends Notice> Predicate<Notice> is(Class<N> kind, Predicate<N> about) {
        return notice -> kind.isInstance(notice) && about.test(kind.cast(notice));
    }

    private Predicate<Notice> status(Predicate<Notice.SeatStatus> about) {
        return is(Notice.SeatStatus.class, status -> status.seat().equals(seat) && about.test(status));
    }

    private static Predicate<Notice> offer(OfferId id, boolean open) {
        return is(
                Notice.OfferChanged.class,
                changed -> changed.offer().id().equals(id) && changed.offer().isOpen() == open);
    }

    @Override
    public Predicate<Notice> submit(Deed.Submit deed) {
        return status(Notice.SeatStatus::submitted);
    }

    @Override
    public Predicate<Notice> undo(Deed.Undo deed) {
        return status(status -> !status.submitted());
    }

    @Override
    public Predicate<Notice> ready(Deed.Ready deed) {
        return status(status -> status.ready() == deed.ready());
    }

    @Override
    public Predicate<Notice> makeOffer(Deed.MakeOffer deed) {
        return offer(next, true);
    }

    @Override
    public Predicate<Notice> accept(Deed.Accept deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Predicate<Notice> refuse(Deed.Refuse deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Predicate<Notice> withdraw(Deed.Withdraw deed) {
        return offer(deed.offer(), false);
    }

    @Override
    public Predicate<Notice> giveNotice(Deed.GiveNotice deed) {
        return is(Notice.NoticeGiven.class, given -> given.side() == side);
    }

    @Override
    public Predicate<Notice> say(Deed.Say deed) {
        return is(Notice.Said.class, said -> said.seat().equals(seat));
    }

    @Override
    public Predicate<Notice> putDraft(Deed.PutDraft deed) {
        return is(Notice.Drafted.class, drafted -> drafted.seat().equals(seat));
    }

    @Override
    public Predicate<Notice> vote(Deed.Vote deed) {
        return is(Notice.Voted.class, voted -> voted.seat().equals(seat));
    }

    @Override
    public Predicate<Notice> judge(Deed.Judge deed) {
        return is(Notice.Decided.class, decided -> decided.side() == side);
    }
}
