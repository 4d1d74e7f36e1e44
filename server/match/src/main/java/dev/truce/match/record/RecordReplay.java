package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Redaction;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * A record played again.
 *
 * @param match the record
 * @param states the state before round 1 and after each round
 * @param reports the truth about each round
 * @param views each round as an omniscient viewer sees it
 * @param verification what comparing with the record came to
 */
public record RecordReplay(
        MatchRecord match,
        List<MatchState> states,
        List<RoundReport> reports,
        List<RoundView> views,
        Verification verification) {

    public RecordReplay {
        states = List.copyOf(states);
        reports = List.copyOf(reports);
        views = List.copyOf(views);
    }

    /** Plays a record again, up to the first round that cannot be played, and compares. */
    public static RecordReplay of(MatchRecord match, Rules rules) {
        MatchState state = rules.start(match.setup());
        Chain chain = Chain.start(rules.scenario(), match.setup(), state);
        Resolver resolver = new Resolver(rules);
        Redaction redaction = new Redaction(rules, match.setup(), Viewer.OMNISCIENT);
        List<MatchState> states = new ArrayList<>(List.of(state));
        List<RoundReport> reports = new ArrayList<>();
        List<RoundView> views = new ArrayList<>();
        Verification verification = compare(0, "setup", match.start(), chain.hex(0));
        for (RecordedRound round : match.rounds()) {
            String refused = refusal(rules, match, state, round);
            if (!refused.isEmpty()) {
                verification = verification.orElse(
                        new Verification.Differs(round.closed().round(), "orders", "legal orders", refused));
                return new RecordReplay(match, states, reports, views, verification);
            }
            Resolution resolution =
                    resolver.resolve(match.setup(), state, round.closed().orders());
            state = resolution.next();
            chain.add(round.closed(), state, resolution.report().draws());
            states.add(state);
            reports.add(resolution.report());
            views.add(redaction.view(resolution.report(), state));
            verification = verification.orElse(compare(
                    round.closed().round(),
                    "hash",
                    round.link(),
                    chain.hex(round.closed().round())));
        }
        return new RecordReplay(
                match, states, reports, views, verification.orElse(end(match, rules, state, reports, chain)));
    }

    private static String refusal(Rules rules, MatchRecord match, MatchState state, RecordedRound round) {
        if (state.isOver()) {
            return "the match was over after round " + state.round();
        }
        for (Side side : Side.values()) {
            List<RequestedOrder> orders = round.closed().orders().of(side).list().stream()
                    .map(RequestedOrder::of)
                    .toList();
            if (rules.check(match.setup(), state, side, orders) instanceof Verdict.Rejected rejected) {
                return rejected.code() + ": " + rejected.detail();
            }
        }
        return "";
    }

    private static Verification end(
            MatchRecord match, Rules rules, MatchState last, List<RoundReport> reports, Chain chain) {
        int round = last.round();
        Ending claimed = match.ending();
        if (claimed != last.ending() && !(claimed == Ending.ABANDONED && last.ending() == null)) {
            return new Verification.Differs(
                    round, "ending", last.isOver() ? "horizon" : "* or abandoned", match.endingText());
        }
        MatchState over = claimed == Ending.ABANDONED ? last.endedBy(claimed) : last;
        MatchRecord.Result result = over.isOver() ? MatchRecord.Result.of(rules, match.setup(), over, reports) : null;
        MatchRecord replayed = match.withResult(result);
        return replayed.resultText().equals(match.resultText())
                ? new Verification.Verified(round, chain.hex(round))
                : new Verification.Differs(round, "result", replayed.resultText(), match.resultText());
    }

    private static Verification compare(int round, String what, String recorded, String replayed) {
        return replayed.startsWith(recorded)
                ? new Verification.Verified(round, replayed)
                : new Verification.Differs(round, what, replayed.substring(0, recorded.length()), recorded);
    }
}
