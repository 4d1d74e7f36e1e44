package dev.truce.lab.mcp;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.answer.OfferRule;
import dev.truce.bot.line.model.ModelAnswer;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Recording;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A match in which one seat is a guest's, who comes and goes with calls of tools. The match runs on a thread of its own, which waits for the
 * guest. A guest that does not come back is held for to the end of the match, so that no match is missing in the files because of how it
 * went. Thread-safe.
 */
final class GuestMatch {
    /** Longest that a call waits for the other side. */
    private static final long PATIENCE_SECONDS = 300;

    private static final String GUEST = "guest";

    private final ToolSetup setup;
    private final MatchFolder folder;
    private final Side side;
    private final long seed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    private @Nullable OpenQuestion asked;
    private Draft draft = Draft.EMPTY;
    private @Nullable Draft answered;
    private boolean hasLeft;
    private @Nullable KeptMatch ended;
    private String failed = "";

    /** A question that is open. */
    record OpenQuestion(
            boolean isFirst,
            Observation seen,
            Talks talks,
            @Nullable Offer offered,
            Suspicion known,
            Belief belief) {}

    /** How the match ended, and where it is kept. */
    record KeptMatch(Played played, MatchFolder.Kept kept) {}

    private enum Unanswered implements Refusal.Code {
        NO_ANSWER
    }

    /** @param seed of the match, which the guest does not know */
    GuestMatch(ToolSetup setup, MatchFolder folder, Side side, long seed) {
        this.setup = setup;
        this.folder = folder;
        this.side = side;
        this.seed = seed;
        this.thread = new Thread(this::play, "truce-guest");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Side side() {
        return side;
    }

    /** A guest may know it when the match is over. */
    long seed() {
        return seed;
    }

    private void play() {
        BotFactory guest = BotFactory.of(GUEST, Guest::new);
        Pairing pairing = new Pairing(
                BySide.pick(side, guest, setup.against()),
                BySide.pick(side, setup.against(), guest),
                BotSeat.seedOf(seed, BotSeat.HEAD),
                Limits.STEPS_A_ROUND);
        try {
            Played played = new InProcessMatch(setup.rules())
                    .play(setup.rules().setup(seed, setup.rounds()), pairing, Recording.CHAIN);
            over(new KeptMatch(played, folder.add(seed, played)), "");
        } catch (IOException | RuntimeException | Error broken) {
            over(null, String.valueOf(broken));
        }
    }

    private void over(@Nullable KeptMatch how, String why) {
        lock.lock();
        try {
            ended = how;
            failed = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The seat of the guest: each decision is what the guest has drafted when it ends its turn. */
    private final class Guest implements Negotiator {
        private final List<BotFault> faults = new ArrayList<>();
        private Suspicion known = Suspicion.start(setup.rules());
        private Belief belief = Belief.start(
                setup.rules(), setup.rules().scenario().calendar(), BySide.pick(side, Viewer.US, Viewer.CN));

        Guest(BotSeat seat) {
            if (seat.side() != side) {
                throw new IllegalArgumentException("a seat of " + seat.side());
            }
        }

        @Override
        public Decision decide(Observation seen, Talks talks) {
            known = known.forSeat(seen.last());
            RoundView last = seen.last();
            if (last != null) {
                belief = belief.absorb(last);
            }
            OpenQuestion question = new OpenQuestion(true, seen, talks, null, known, belief);
            ModelAnswer answer = await(question);
            if (answer == null) {
                faults.add(BotFault.noAnswer(
                        seen.openRound(),
                        Refusal.of(Unanswered.NO_ANSWER, "").because("refused.line.no-answer", "left")));
                return Decision.HOLD;
            }
            AnswerReader reader = reader(question, new ArrayList<>());
            reader.offers(answer.before());
            return reader.decision(answer.items(), new Rule(question));
        }

        @Override
        public List<BotFault> takeFaults() {
            List<BotFault> taken = List.copyOf(faults);
            faults.clear();
            return taken;
        }
    }

    private final class Rule extends OfferRule {
        private final OpenQuestion before;

        Rule(OpenQuestion before) {
            super(before.talks);
            this.before = before;
        }

        @Override
        protected Replied ask(Offer offered, Talks now) {
            OpenQuestion question = new OpenQuestion(false, before.seen, now, offered, before.known, before.belief);
            ModelAnswer answer = await(question);
            if (answer == null) {
                return Replied.NOTHING;
            }
            AnswerReader reader = reader(question, new ArrayList<>());
            Orders orders = reader.orders(answer.items());
            return new Replied(reader.accepts(answer.items(), offered), answer.hasOrders() ? orders : null);
        }
    }

    private AnswerReader reader(OpenQuestion question, List<String> complaints) {
        return new AnswerReader(side, setup.rules().scenario(), question.seen, question.talks, complaints::add);
    }

    /** Asks the guest; returns nothing once it has left. */
    private @Nullable ModelAnswer await(OpenQuestion question) {
        lock.lock();
        try {
            asked = question;
            draft = Draft.EMPTY;
            answered = null;
            changed.signalAll();
            while (answered == null && !hasLeft) {
                changed.awaitUninterruptibly();
            }
            asked = null;
            Draft given = answered;
            return given == null ? null : given.answer(question.isFirst);
        } catch (ModelAnswer.NoAnswerException unchecked) {
            throw new IllegalStateException("a draft was kept that cannot be read", unchecked);
        } finally {
            lock.unlock();
        }
    }

    /** Something that a call does with the open question. */
    interface AtQuestion<T> {
        T with(OpenQuestion question, Draft draft) throws ToolRefusal;
    }

    /**
     * Waits for the open question and does something with it.
     *
     * @throws ToolRefusal if there is none, since the match is over or the other side thinks for too long
     */
    <T> T at(AtQuestion<T> work) throws ToolRefusal, InterruptedException {
        lock.lock();
        try {
            if (!isReady()) {
                throw new ToolRefusal(Refusal.of(ToolFault.STILL_THINKING, "match")
                        .because("refused.tool.thinking", PATIENCE_SECONDS));
            }
            OpenQuestion open = asked;
            if (open == null) {
                throw new ToolRefusal(Refusal.of(ToolFault.MATCH_OVER, "match")
                        .because("refused.tool.over")
                        .legal("record"));
            }
            return work.with(open, draft);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the guest is asked or the match is over, after waiting for it. */
    private boolean isReady() throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while ((asked == null || answered != null) && ended == null && failed.isEmpty()) {
            if (left <= 0) {
                return false;
            }
            left = changed.awaitNanos(left);
        }
        return true;
    }

    /**
     * Keeps a draft in place of the one before.
     *
     * @throws ToolRefusal if it is illegal now; then the one before stands
     */
    void draft(UnaryOperator<Draft> change) throws ToolRefusal, InterruptedException {
        at((question, before) -> {
            Draft wanted = change.apply(before);
            check(question, wanted);
            draft = wanted;
            return wanted;
        });
    }

    /** Refuses a draft that is illegal now. */
    private void check(OpenQuestion question, Draft wanted) throws ToolRefusal {
        ModelAnswer answer;
        try {
            answer = wanted.answer(question.isFirst);
        } catch (ModelAnswer.NoAnswerException none) {
            throw new ToolRefusal(Refusal.of(ToolFault.BAD_ARGUMENT, "act").because("refused.tool.form"));
        }
        List<String> complaints = new ArrayList<>();
        AnswerReader reader = reader(question, complaints);
        Offer offered = question.offered;
        if (offered == null) {
            reader.offers(answer.before());
            reader.decision(answer.items(), AcceptanceRule.NEVER);
        } else {
            if (!wanted.said().isEmpty() || wanted.fields().containsKey("offer")) {
                throw new ToolRefusal(Refusal.of(ToolFault.NOT_NOW, "act")
                        .because("refused.tool.not-now", offered.id().toString()));
            }
            reader.orders(answer.items());
            reader.accepts(answer.items(), offered);
        }
        if (!complaints.isEmpty()) {
            throw new ToolRefusal(Refusal.of(ToolFault.ILLEGAL, "act")
                    .because("refused.tool.illegal", String.join("; ", complaints)));
        }
    }

    /** Returns the orders of a draft that is legal now. */
    Orders orders(OpenQuestion question, Draft wanted) throws ToolRefusal {
        check(question, wanted);
        try {
            return reader(question, new ArrayList<>())
                    .orders(wanted.answer(question.isFirst).items());
        } catch (ModelAnswer.NoAnswerException unchecked) {
            throw new IllegalStateException("a draft was checked that cannot be read", unchecked);
        }
    }

    /** Does what is drafted, and waits for the next question or the end. */
    void end() throws ToolRefusal, InterruptedException {
        lock.lock();
        try {
            at((question, wanted) -> {
                answered = wanted;
                changed.signalAll();
                return wanted;
            });
            isReady();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how it ended, or nothing while it goes on. */
    @Nullable
    KeptMatch ended() throws ToolRefusal {
        lock.lock();
        try {
            if (!failed.isEmpty()) {
                throw new ToolRefusal(
                        Refusal.of(ToolFault.MATCH_FAILED, "match").because("refused.tool.failed", failed));
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return ended == null && failed.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The guest does not come back: the match is held to its end. Returns at once. */
    void leave() {
        lock.lock();
        try {
            hasLeft = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end of a match whose guest has left, or that is over. */
    void join() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
}
