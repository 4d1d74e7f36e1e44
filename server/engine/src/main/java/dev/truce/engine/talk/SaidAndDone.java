package dev.truce.engine.talk;

import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.talk.Judge.LedgerVerdict;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of said and done: every public statement and every signature of a match, with its result. It follows from
 * what everybody may know and from nothing else, so all viewers have the same one, and so has a replay of the record.
 *
 * <p>One for a match; it is told what was said in a round, then that round, in order. Not thread-safe.
 */
public final class SaidAndDone {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<@Nullable Judge> judges = new ArrayList<>();
    private int round;
    private boolean over;

    /**
     * How a side's words stand.
     *
     * @param done words that came true
     * @param notDone words that did not
     * @param pending words that may still
     * @param uncounted words that were overtaken or that nobody can check
     */
    public record Tally(int done, int notDone, int pending, int uncounted) {
        /** Returns how many words were decided for or against the side. */
        public int counted() {
            return done + notDone;
        }
    }

    /** The last round that was absorbed, 0 at the start. */
    public int round() {
        return round;
    }

    /**
     * Records a public statement in the open round. Words of one round stand by side and seat, those of a seat as it said
     * them: a record does not keep who spoke first.
     *
     * @param seat number of the seat that spoke, 0 for the head
     * @throws IllegalStateException if the match is over
     */
    public void said(Side side, int seat, Statement statement) {
        if (over) {
            throw new IllegalStateException("the match is over");
        }
        int open = round + 1;
        int due = statement.due(open);
        int at = entries.size();
        while (at > 0 && isBehind(entries.get(at - 1), open, side, seat)) {
            at--;
        }
        add(at, side, open, new Promise.Stated(seat, statement), due, statement.in(new StatementJudges(side, due)));
    }

    private static boolean isBehind(LedgerEntry entry, int open, Side side, int seat) {
        return entry.round() == open
                && entry.promise() instanceof Promise.Stated stated
                && (entry.side() == side ? stated.seat() > seat : entry.side() == Side.CN);
    }

    /**
     * Compares the words so far with a resolved round, then records what was signed in it.
     *
     * @param view any viewer's view of the next round; only what everybody may know is read
     * @throws IllegalArgumentException if it is not of the next round
     * @throws IllegalStateException if the match is over
     */
    public void resolved(RoundView view) {
        if (over) {
            throw new IllegalStateException("the match is over");
        }
        if (view.round() != round + 1) {
            throw new IllegalArgumentException("round " + view.round() + "; expected round " + (round + 1));
        }
        round = view.round();
        Facts facts = new Facts(view);
        for (int i = 0; i < entries.size(); i++) {
            Judge judge = judges.get(i);
            decide(i, judge == null ? null : judge.judge(facts));
        }
        RatificationView ratified = view.ratification();
        if (ratified.outcome() != Outcome.NOTHING_SIGNED) {
            signed(facts, ratified);
        }
    }

    private void signed(Facts facts, RatificationView ratified) {
        Promise.Signed promise =
                new Promise.Signed(Objects.requireNonNull(ratified.terms(), "signed terms"), ratified.agreement());
        for (Side side : Side.values()) {
            if (ratified.outcome() == Outcome.ENTERED) {
                SignatureJudge judge = SignatureJudge.of(side, promise.terms(), facts.view());
                if (judge != null) {
                    add(entries.size(), side, round, promise, judge.due(), judge);
                }
            } else {
                add(entries.size(), side, round, promise, round, null);
                boolean sank = facts.sank(side);
                boolean other = facts.sank(side.other());
                Side doer = sank ? side : other ? side.other() : null;
                decide(
                        entries.size() - 1,
                        LedgerVerdict.of(
                                sank ? WordVerdict.NOT_DONE : WordVerdict.OVERTAKEN,
                                doer == null ? Evidence.Kind.LAPSED : Evidence.Kind.SANK,
                                doer,
                                null));
            }
        }
    }

    /** Decides what is pending: the match is over. */
    public void over() {
        over = true;
        for (int i = 0; i < entries.size(); i++) {
            Judge judge = judges.get(i);
            decide(i, judge == null ? null : judge.atTheEnd());
        }
    }

    private void add(int at, Side side, int given, Promise promise, int due, @Nullable Judge judge) {
        entries.add(at, new LedgerEntry(side, given, promise, Math.max(due, given), WordVerdict.PENDING, 0, null));
        judges.add(at, judge);
    }

    private void decide(int index, @Nullable LedgerVerdict ruling) {
        if (ruling != null) {
            entries.set(
                    index,
                    entries.get(index)
                            .decide(ruling, Math.max(round, entries.get(index).round())));
            judges.set(index, null);
        }
    }

    /** Returns all entries, in the order in which words were given. */
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the entries whose verdict was given for a round, in order. */
    public List<LedgerEntry> decidedIn(int number) {
        return entries.stream().filter(entry -> entry.decided() == number).toList();
    }

    /** Returns how the words of a side stand. */
    public Tally tally(Side side) {
        int[] count = new int[WordVerdict.values().length];
        for (LedgerEntry entry : entries) {
            if (entry.side() == side) {
                count[entry.verdict().ordinal()]++;
            }
        }
        return new Tally(
                count[WordVerdict.DONE.ordinal()],
                count[WordVerdict.NOT_DONE.ordinal()],
                count[WordVerdict.PENDING.ordinal()],
                count[WordVerdict.OVERTAKEN.ordinal()] + count[WordVerdict.UNSEEN.ordinal()]);
    }
}
