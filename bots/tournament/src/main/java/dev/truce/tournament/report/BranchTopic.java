package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.Result;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Language;
import dev.truce.story.words.NumberText;
import dev.truce.tournament.branch.ArmEnd;
import dev.truce.tournament.branch.BranchEffect;
import dev.truce.tournament.branch.BranchPlan;
import dev.truce.tournament.branch.BranchReport;
import dev.truce.tournament.branch.Quantity;
import dev.truce.tournament.branch.RecordedSeat;
import dev.truce.tournament.stats.Comparison.Verdict;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.SignificanceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a branch of a record led to; the schema for programs is {@code docs/look-up/branch-output.schema.json}. */
public final class BranchTopic {
    private static final int NAME = 11;
    private static final double DECIMALS = 10_000;

    private final BranchReport report;
    private final BranchPlan plan;
    private final MatchRecord match;
    private final Words words;

    /**
     * @param report what it led to
     * @param match the record that branched
     * @param language of the texts
     */
    public BranchTopic(BranchReport report, MatchRecord match, Language language) {
        this.report = report;
        this.plan = report.plan();
        this.match = match;
        this.words = Words.in(language);
    }

    /**
     * Returns all of it.
     *
     * @param version of the program
     */
    public Page page(String version) {
        List<Part> parts = new ArrayList<>();
        parts.add(data(version));
        parts.add(text(words.of(
                "branch.head",
                plan.round(),
                side(plan.seat()),
                plan.branch().name(),
                plan.was().name(),
                side(plan.seat().other()),
                plan.other().name())));
        parts.add(Part.gap());
        parts.add(text(words.of("branch.futures", plan.futures(), plan.round(), plan.seed())));
        parts.add(effects());
        parts.add(text(verdict(report.effects().get(Quantity.SEAT.ordinal()))));
        parts.add(Part.gap());
        parts.add(line(words.of("branch.own")));
        parts.add(own());
        parts.add(text(itself()));
        parts.add(wrong());
        return Page.of(parts);
    }

    /** Returns what to know before believing it: what could not be repeated, and where bots made mistakes. */
    public Page warnings() {
        List<Part> parts = new ArrayList<>();
        for (Side side : Side.values()) {
            for (boolean branch : new boolean[] {false, true}) {
                String name = (side == plan.seat() ? branch ? plan.branch() : plan.was() : plan.other()).name();
                ArmEnd.Slips slips = report.slips(side, branch);
                String arm = words.of(branch ? "branch.arm.branch" : "branch.arm.was");
                if (name.equals(RecordedSeat.NAME)) {
                    parts.add(
                            text(words.of("branch.recorded", side(side), arm, slips.illegal(), report.rounds(branch))));
                } else if (slips.illegal() + slips.failed() > 0) {
                    parts.add(text(words.of("branch.wrong", name, side(side), arm, slips.illegal(), slips.failed())));
                }
            }
        }
        return Page.of(parts);
    }

    private Part data(String version) {
        return Part.named("branch")
                .datum(List.of("type"), "branch")
                .datum(List.of("schema_version"), 1)
                .datum(List.of("truce_version"), version)
                .datum(List.of("ruleset"), match.rulesStamp().ruleset())
                .datum(List.of("scenario"), match.rulesStamp().scenario())
                .datum(List.of("scenario_hash"), match.rulesStamp().scenarioHash())
                .datum(List.of("record"), "sha256:" + match.hash())
                .datum(List.of("round"), plan.round())
                .datum(List.of("seat"), plan.seat().name())
                .datum(List.of("was"), plan.was().name())
                .datum(List.of("branch"), plan.branch().name())
                .datum(List.of("other"), plan.other().name())
                .datum(List.of("seed"), Long.toString(plan.seed()))
                .datum(List.of("futures"), plan.futures())
                .datum(List.of("alike"), report.alike());
    }

    private Part effects() {
        List<String> lines = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        lines.add(" ".repeat(NAME) + words.of("branch.columns"));
        Part part = Part.named("effects");
        for (BranchEffect effect : report.effects()) {
            Estimate difference = effect.comparison().difference();
            double was = effect.was().mean();
            double branch = effect.branch().mean();
            String verdict =
                    words.of("branch.verdict." + effect.comparison().verdict().word());
            lines.add(numbers(effect.quantity(), was, branch, difference.mean())
                    + TextWidth.padLeft(interval(difference), 16)
                    + TextWidth.padLeft(SignificanceText.of(effect.comparison().corrected()), 8)
                    + "  "
                    + verdict);
            part = part.said(words.of(
                    "branch.effect.spoken",
                    name(effect.quantity()),
                    was,
                    branch,
                    difference.mean(),
                    interval(difference),
                    verdict));
            objects.add(object(effect));
        }
        return part.drawn(new Block.Lines(lines)).datum(objects);
    }

    private String interval(Estimate difference) {
        if (difference.isTooFew()) {
            return words.of("standings.few");
        }
        return isAllAlike()
                ? words.of("branch.exactly")
                : NumberText.decimals(difference.low(), 2) + ".." + NumberText.decimals(difference.high(), 2);
    }

    private Part own() {
        List<String> lines = new ArrayList<>();
        Part part = Part.named("own_chance");
        for (Quantity quantity : Quantity.values()) {
            double was = quantity.of(report.own().was(), plan.seat());
            double branch = quantity.of(report.own().branch(), plan.seat());
            lines.add(numbers(quantity, was, branch, branch - was));
            part = part.said(words.of("branch.own.spoken", name(quantity), was, branch, branch - was));
        }
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("record", recorded(match.result()));
        own.put("first_stray_round", report.strays());
        own.put("was", scores(report.own().was()));
        own.put("branch", scores(report.own().branch()));
        return part.drawn(new Block.Lines(lines)).datum(own);
    }

    private Part wrong() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("was", slips(false));
        wrong.put("branch", slips(true));
        return Part.named("wrong").datum(wrong);
    }

    private static Part text(String text) {
        return Part.named("text").drawn(Block.Text.of(text)).said(text);
    }

    private static Part line(String text) {
        return Part.named("line").drawn(new Block.Lines(List.of(text))).said(text);
    }

    private String numbers(Quantity quantity, double was, double branch, double difference) {
        return TextWidth.pad(name(quantity), NAME)
                + TextWidth.padLeft(NumberText.decimals(was, 2), 9)
                + TextWidth.padLeft(NumberText.decimals(branch, 2), 9)
                + TextWidth.padLeft(NumberText.signed(difference, 2), 11);
    }

    private String name(Quantity quantity) {
        return switch (quantity) {
            case SEAT -> side(plan.seat());
            case OTHER -> side(plan.seat().other());
            case JOINT -> words.of("branch.joint");
        };
    }

    private String verdict(BranchEffect effect) {
        String was = plan.was().name();
        String branch = plan.branch().name();
        if (isAllAlike()) {
            return words.of("branch.alike", plan.futures());
        }
        Verdict verdict = effect.comparison().verdict();
        return switch (verdict) {
            case TOO_FEW, NO_PLACE -> words.of("branch.few");
            case NOT_SEPARABLE -> words.of("branch.level", branch, was, side(plan.seat()));
            case FIRST -> words.of("branch.more", branch, was, side(plan.seat()));
            case SECOND -> words.of("branch.less", branch, was, side(plan.seat()));
        };
    }

    /** Returns whether both arms are the same in every future, to the bit. */
    private boolean isAllAlike() {
        return report.alike() == plan.futures();
    }

    private String itself() {
        if (report.strays() == 0) {
            return words.of("branch.itself");
        }
        Result result = match.result();
        String recorded = result == null
                ? "*"
                : "US " + NumberText.tenth(result.usTenths()) + " CN " + NumberText.tenth(result.cnTenths());
        return words.of("branch.strays", report.strays(), recorded);
    }

    private String side(Side side) {
        return words.of("side." + side);
    }

    private static Map<String, Object> object(BranchEffect effect) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("quantity", effect.quantity().word());
        object.put("was", estimate(effect.was()));
        object.put("branch", estimate(effect.branch()));
        object.put("difference", estimate(effect.comparison().difference()));
        object.put("level", rounded(effect.comparison().level()));
        object.put("level_holm", rounded(effect.comparison().corrected()));
        object.put("verdict", effect.comparison().verdict().word());
        return object;
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

    private Map<String, Object> slips(boolean branch) {
        Map<String, Object> sides = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            ArmEnd.Slips slips = report.slips(side, branch);
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("illegal", slips.illegal());
            counts.put("failed", slips.failed());
            sides.put(side.word(), counts);
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
