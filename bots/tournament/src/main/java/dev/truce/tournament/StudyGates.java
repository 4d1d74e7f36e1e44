package dev.truce.tournament;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those gates of the rules that need more games than the pool's among itself. */
final class StudyGates {
    private static final double AGAIN = .5;
    private static final double ATTACK_GAIN = 8;
    private static final double ATTACK_GAIN_TOP = 3;

    private StudyGates() {}

    static Gate search(@Nullable GuestStudy search) {
        Gate gate = gate("search");
        if (search == null) {
            return gate.notRun(Gate.NotRun.LEFT_OUT);
        }
        Comparison lead = search.overMedian();
        return gate.measuring("score", search.score().mean())
                .measuring("lead", lead.difference())
                .measuring("better", search.better())
                .measuring("of", search.comparisons().size())
                .judged(lead.difference().mean() > 0 && lead.isSeparable());
    }

    static Gate attackers(@Nullable AttackStudy attack) {
        Gate gate = gate("attackers")
                .asking("gain", ATTACK_GAIN)
                .asking("gain_top", ATTACK_GAIN_TOP)
                .asking("top", AttackStudy.TOP);
        if (attack == null) {
            return gate.notRun(Gate.NotRun.ONLY_WHEN_ASKED);
        }
        AttackStudy.Attack most = attack.largest();
        AttackStudy.Attack top = attack.largestAgainstTop();
        gate = gate.measuring("most", most.gain().mean())
                .measuring("most_seat", most.seat().name())
                .measuring("most_against", most.opponent())
                .measuring("top", top.gain().mean())
                .measuring("top_seat", top.seat().name())
                .measuring("top_against", top.opponent());
        return attack.isShort()
                ? gate.notRun(Gate.NotRun.SHORTENED)
                : gate.judged(most.gain().mean() <= ATTACK_GAIN && top.gain().mean() <= ATTACK_GAIN_TOP);
    }

    /** To the letter: a level that nothing challenges fails it, even if it is the mildest and means not to retaliate. */
    static Gate retaliation(@Nullable RetaliationStudy study) {
        Gate gate = gate("retaliation");
        if (study == null) {
            return gate.notRun(Gate.NotRun.LEFT_OUT);
        }
        List<String> best = new ArrayList<>();
        int open = 0;
        int harsher = 0;
        for (RetaliationStudy.OfInstrument found : study.instruments()) {
            List<Integer> unchallenged = found.bestAgainstAll();
            open += unchallenged.isEmpty() ? 1 : 0;
            for (int level : unchallenged) {
                best.add(found.instrument().id() + "=" + found.token(level));
                harsher += found.isRetaliation(level) ? 1 : 0;
            }
        }
        return gate.measuring("open", open)
                .measuring("of", study.instruments().size())
                .measuring("best", best)
                .measuring("harsher", harsher)
                .judged(best.isEmpty());
    }

    static Gate snapBack(@Nullable SnapBackStudy study) {
        Gate gate = gate("snap-back").asking("share", AGAIN);
        if (study == null) {
            return gate.notRun(Gate.NotRun.LEFT_OUT);
        }
        return gate.measuring("again", study.pairsAgain())
                .measuring("of", study.pairs())
                .judged(study.pairsAgain() >= AGAIN * study.pairs());
    }

    private static Gate gate(String id) {
        return Gate.of(Gate.Group.GAME, id);
    }
}
