package dev.truce.cli.json;

import dev.truce.engine.board.Side;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.Result;
import dev.truce.tournament.branch.ArmEnd;
import dev.truce.tournament.branch.BranchEffect;
import dev.truce.tournament.branch.BranchPlan;
import dev.truce.tournament.branch.BranchReport;
import dev.truce.tournament.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A branch of a record as one JSON object; the schema is {@code docs/branch-output.schema.json}. */
public final class BranchObject {
    private static final double DECIMALS = 10_000;

    private BranchObject() {}

    /**
     * Returns the object.
     *
     * @param version of the program
     * @param match the record that branched
     */
    public static Map<String, Object> of(String version, MatchRecord match, BranchReport report) {
        BranchPlan plan = report.plan();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "branch");
        object.put("schema_version", 1);
        object.put("truce_version", version);
        object.put("ruleset", match.rulesStamp().ruleset());
        object.put("scenario", match.rulesStamp().scenario());
        object.put("scenario_hash", match.rulesStamp().scenarioHash());
        object.put("record", "sha256:" + match.hash());
        object.put("round", plan.round());
        object.put("seat", plan.seat().name());
        object.put("was", plan.was().name());
        object.put("branch", plan.branch().name());
        object.put("other", plan.other().name());
        object.put("seed", Long.toString(plan.seed()));
        object.put("futures", plan.futures());
        object.put("alike", report.alike());
        object.put("effects", effects(report));
        object.put("own_chance", own(match, report));
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("was", slips(report, false));
        wrong.put("branch", slips(report, true));
        object.put("wrong", wrong);
        return object;
    }

    private static List<Object> effects(BranchReport report) {
        List<Object> effects = new ArrayList<>();
        for (BranchEffect effect : report.effects()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("quantity", effect.quantity().word());
            row.put("was", estimate(effect.was()));
            row.put("branch", estimate(effect.branch()));
            row.put("difference", estimate(effect.comparison().difference()));
            row.put("level", rounded(effect.comparison().level()));
            row.put("level_holm", rounded(effect.comparison().corrected()));
            row.put("verdict", effect.comparison().verdict().word());
            effects.add(row);
        }
        return effects;
    }

    private static Map<String, Object> own(MatchRecord match, BranchReport report) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("record", recorded(match.result()));
        own.put("first_stray_round", report.strays());
        own.put("was", scores(report.own().was()));
        own.put("branch", scores(report.own().branch()));
        return own;
    }

    private static @Nullable Object recorded(@Nullable Result result) {
        if (result == null) {
            return null;
        }
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("us", result.usTenths() / 10.0);
        scores.put("cn", result.cnTenths() / 10.0);
        return scores;
    }

    private static Map<String, Object> scores(ArmEnd arm) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("us", rounded(arm.us()));
        scores.put("cn", rounded(arm.cn()));
        scores.put("rounds", arm.rounds());
        return scores;
    }

    private static Map<String, Object> slips(BranchReport report, boolean branch) {
        Map<String, Object> sides = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            ArmEnd.Slips slips = report.slips(side, branch);
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("illegal", slips.illegal());
            counts.put("failed", slips.failed());
            sides.put(side.name().toLowerCase(Locale.ROOT), counts);
        }
        return sides;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mean", rounded(estimate.mean()));
        object.put("low", estimate.isTooFew() ? null : rounded(estimate.low()));
        object.put("high", estimate.isTooFew() ? null : rounded(estimate.high()));
        object.put("basis", estimate.basis().word());
        return object;
    }

    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }
}
