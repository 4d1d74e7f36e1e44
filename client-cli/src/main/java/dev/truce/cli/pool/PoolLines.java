package dev.truce.cli.pool;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.story.print.Json;
import dev.truce.tournament.AttackStudy;
import dev.truce.tournament.Comparison;
import dev.truce.tournament.Games;
import dev.truce.tournament.Gate;
import dev.truce.tournament.GuestStudy;
import dev.truce.tournament.InstrumentUse;
import dev.truce.tournament.Interval;
import dev.truce.tournament.Payoffs;
import dev.truce.tournament.Replicator;
import dev.truce.tournament.RetaliationStudy;
import dev.truce.tournament.SnapBackStudy;
import dev.truce.tournament.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings for programs: one JSON object a line, as {@code docs/pool-output.schema.json} says. Figures have six decimals.
 */
public final class PoolLines {
    private static final int SCHEMA_VERSION = 1;
    private static final double DECIMALS = 1e6;

    private final PoolFindings findings;
    private final List<String> lines = new ArrayList<>();

    private PoolLines(PoolFindings findings) {
        this.findings = findings;
    }

    /**
     * Returns all lines.
     *
     * @param expected ids of the gates that are known to fail
     * @param program the version of the program
     */
    public static List<String> of(PoolFindings findings, Set<String> expected, String program) {
        PoolLines text = new PoolLines(findings);
        text.head(program);
        text.standings();
        text.pool();
        text.studies();
        findings.guests().forEach(text::guest);
        text.gates(expected);
        return List.copyOf(text.lines);
    }

    private void head(String program) {
        PoolRequest request = findings.request();
        Games pool = findings.studies().pool();
        add(
                "pool",
                "schema_version",
                SCHEMA_VERSION,
                "program",
                program,
                "scenario",
                request.scenario().id(),
                "scenario_hash",
                "sha256:" + request.scenario().hash(),
                "ruleset",
                request.scenario().ruleset(),
                "first_seed",
                request.first(),
                "seeds",
                request.seeds(),
                "strategies",
                pool.names(),
                "matches",
                pool.bots() * pool.bots() * (long) pool.seeds());
    }

    private void standings() {
        int rank = 0;
        for (Standing row : findings.table()) {
            rank++;
            add(
                    "strategy",
                    "rank",
                    rank,
                    "name",
                    row.name(),
                    "score",
                    interval(row.score()),
                    "as_us",
                    round(row.asUs()),
                    "as_cn",
                    round(row.asCn()),
                    "joint",
                    round(row.joint()),
                    "depth",
                    round(row.depth()),
                    "breaches_per_100_rounds",
                    round(row.breaches()),
                    "catches_per_100_rounds",
                    round(row.catches()),
                    "self_us",
                    round(row.selfUs()),
                    "self_cn",
                    round(row.selfCn()),
                    "self_band",
                    round(row.selfBand()),
                    "outscores",
                    round(row.outscores()),
                    "faults",
                    row.faults());
        }
    }

    private void pool() {
        if (!findings.guests().isEmpty()) {
            return;
        }
        Payoffs payoffs = findings.payoffs();
        for (Comparison one : Comparison.neighbours(findings.table(), payoffs)) {
            comparison("neighbours", one);
        }
        for (Side seat : Side.values()) {
            add("best_replies", "seat", seat.name(), "replies", new LinkedHashMap<>(payoffs.bestReplies(seat)));
        }
        shares(null, payoffs);
        shares("match", new Payoffs(findings.studies().pool().without("match")));
        List<Standing> table = findings.table();
        for (Instrument instrument : Instrument.all()) {
            InstrumentUse use =
                    InstrumentUse.most(findings.studies().pool(), table.subList(0, table.size() / 2), instrument);
            add("instrument_use", "instrument", instrument.id(), "strategy", use.bot(), "share", round(use.share()));
        }
    }

    private void shares(@Nullable String without, Payoffs payoffs) {
        double[] shares = Replicator.shares(payoffs);
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            named.put(payoffs.names().get(i), round(shares[i]));
        }
        add("replicator", "without", without, "shares", named);
    }

    private void studies() {
        RetaliationStudy retaliation = findings.studies().retaliation();
        if (retaliation != null) {
            for (RetaliationStudy.OfInstrument found : retaliation.instruments()) {
                List<Object> levels = new ArrayList<>();
                for (int i = 0; i < found.levels().size(); i++) {
                    int level = found.levels().get(i);
                    levels.add(object(
                            "level",
                            found.token(level),
                            "harsher",
                            found.isRetaliation(level),
                            "best_against",
                            found.bestAgainst(level),
                            "challenged_by",
                            found.challenged().get(i)));
                }
                add(
                        "retaliation",
                        "instrument",
                        found.instrument().id(),
                        "opponents",
                        found.best().size(),
                        "levels",
                        levels);
            }
        }
        SnapBackStudy snapBack = findings.studies().snapBack();
        if (snapBack != null) {
            snapBack("normal", snapBack.normal());
            snapBack("held", snapBack.held());
            snapBack("snapped_back", snapBack.snappedBack());
        }
        AttackStudy attack = findings.studies().attack();
        if (attack != null) {
            for (AttackStudy.Attack one : attack.attacks()) {
                add(
                        "attack",
                        "seat",
                        one.seat().name(),
                        "opponent",
                        one.opponent(),
                        "attacker",
                        one.attacker(),
                        "best",
                        one.best(),
                        "best_score",
                        round(one.bestScore()),
                        "score",
                        round(one.score()),
                        "left",
                        round(one.left()),
                        "gain",
                        interval(one.gain()));
            }
        }
    }

    private void snapBack(String way, SnapBackStudy.Outcome outcome) {
        add(
                "snap_back",
                "way",
                way,
                "us",
                round(outcome.us()),
                "cn",
                round(outcome.cn()),
                "agreements",
                round(outcome.agreements()));
    }

    private void guest(GuestStudy guest) {
        List<Object> meetings = new ArrayList<>();
        for (GuestStudy.Meeting one : guest.meetings()) {
            meetings.add(object(
                    "opponent",
                    one.opponent(),
                    "as_us",
                    round(one.asUs()),
                    "as_cn",
                    round(one.asCn()),
                    "left",
                    round(one.left())));
        }
        add(
                "guest",
                "name",
                guest.name(),
                "pairs",
                guest.pairs(),
                "score",
                interval(guest.score()),
                "as_us",
                round(guest.asUs()),
                "as_cn",
                round(guest.asCn()),
                "faults",
                guest.faults(),
                "meetings",
                meetings);
        comparison("median", guest.overMedian());
        guest.comparisons().forEach(one -> comparison("guest", one));
    }

    private void comparison(String kind, Comparison one) {
        add(
                "comparison",
                "kind",
                kind,
                "name",
                one.name(),
                "other",
                one.other(),
                "difference",
                interval(one.difference()),
                "chance",
                round(one.chance()),
                "separable",
                one.isSeparable());
    }

    private void gates(Set<String> expected) {
        for (Gate gate : findings.gates()) {
            Gate.NotRun why = gate.notRun();
            add(
                    "gate",
                    "id",
                    gate.id(),
                    "group",
                    lower(gate.group()),
                    "outcome",
                    lower(gate.outcome()),
                    "not_run",
                    why == null ? null : lower(why),
                    "expected_to_fail",
                    expected.contains(gate.id()),
                    "limits",
                    values(gate.limits()),
                    "figures",
                    values(gate.figures()));
        }
        add(
                "end",
                "passed",
                findings.gates(Gate.Outcome.PASSED),
                "failed",
                findings.gates(Gate.Outcome.FAILED),
                "not_run",
                findings.gates(Gate.Outcome.NOT_RUN));
    }

    private static Map<String, Object> values(Map<String, Object> values) {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((name, value) -> json.put(name, value(value)));
        return json;
    }

    private static Object value(Object value) {
        if (value instanceof Interval interval) {
            return interval(interval);
        }
        if (value instanceof Gate.Named named) {
            return object("name", named.name(), "value", round(named.value()));
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        return value instanceof Double number ? round(number) : value;
    }

    private static Map<String, Object> interval(Interval interval) {
        boolean none = interval.isTooFew();
        return object(
                "mean",
                round(interval.mean()),
                "low",
                none ? null : round(interval.low()),
                "high",
                none ? null : round(interval.high()));
    }

    private static Double round(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS + 0.0;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void add(String type, @Nullable Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.putAll(object(pairs));
        lines.add(Json.write(line));
    }

    private static Map<String, Object> object(@Nullable Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }
}
