package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.story.topic.DutyTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which clauses orders break, and the words that have to be typed before they do. */
final class Breaches {
    private final Session session;
    private final Board board;
    private final Wording wording;

    Breaches(Session session, Board board) {
        this.session = session;
        this.board = board;
        this.wording = Texts.wording(board.scenario());
    }

    /** Does something at once, or, if it breaks clauses, once the agreements are named that it breaks. */
    void unlessBroken(List<Duty> broken, Runnable then) {
        if (broken.isEmpty()) {
            then.run();
            return;
        }
        List<Clause> open = new ArrayList<>();
        List<Clause> covert = new ArrayList<>();
        double lost = 0;
        for (Duty duty : broken) {
            Clause clause = duty.clause();
            (clause.instrument().isCovert() ? covert : open).add(clause);
            lost += clause.instrument().isCovert()
                    ? 0
                    : wording.scenario().depthTable().lost(clause, duty.then());
        }
        if (!open.isEmpty()) {
            boolean material = lost >= wording.scenario().knobs().materialBreach();
            session.say(
                    material ? "session.breach.material" : "session.breach.small",
                    Texts.list(agreements(open)),
                    names(open),
                    NumberText.hundredth(Math.round(lost * 100)));
        }
        if (!covert.isEmpty()) {
            session.say("session.breach.covert", Texts.list(agreements(covert)), names(covert));
        }
        String expected = asked(broken.stream().map(Duty::clause).toList());
        session.confirm(expected, then);
    }

    private String names(List<Clause> clauses) {
        return Texts.list(clauses.stream().map(wording::clause).toList());
    }

    private static List<String> agreements(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> "A" + clause.agreement())
                .distinct()
                .toList();
    }

    /** What has to be typed before clauses are broken. */
    static String asked(List<Clause> clauses) {
        return "break " + String.join(" ", agreements(clauses));
    }

    /**
     * The clauses that this seat breaks by an order, or by holding where that keeps no treaty and the clause is new: a breach that
     * goes on has been confirmed. A public clause counts without a right to suspend it.
     */
    List<Duty> by(Orders orders) {
        Observation now = Objects.requireNonNull(board.observation(), "the session submits only once a round is open");
        int round = now.openRound();
        boolean right = now.snapBackRight(board.side());
        return new DutyTopic(wording)
                .duties(board.side(), now, orders, board.choice()).stream()
                        .filter(duty -> !duty.isKept()
                                && (duty.ordered() || duty.clause().first() == round))
                        .filter(duty -> !right || duty.clause().instrument().isCovert())
                        .filter(duty -> board.delegates().mayOrder(duty.clause().instrument()))
                        .toList();
    }
}
