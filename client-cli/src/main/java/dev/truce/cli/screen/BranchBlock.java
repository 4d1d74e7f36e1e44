package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.Result;
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
import java.util.List;
import java.util.Locale;

/** What a branch of a record came to, as a table and in words. */
public final class BranchBlock {
    private static final int NAME = 11;

    private final BranchReport report;
    private final BranchPlan plan;
    private final MatchRecord match;

    /**
     * @param report what came of it
     * @param match the record that branched
     */
    public BranchBlock(BranchReport report, MatchRecord match) {
        this.report = report;
        this.plan = report.plan();
        this.match = match;
    }

    /** Returns all lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "branch.head",
                        plan.round(),
                        side(plan.seat()),
                        plan.branch().name(),
                        plan.was().name(),
                        side(plan.seat().other()),
                        plan.other().name())));
        lines.add("");
        lines.addAll(TextWidth.wrap("", Texts.of("branch.futures", plan.futures(), plan.round(), plan.seed())));
        lines.add(" ".repeat(NAME) + Texts.of("branch.columns"));
        for (BranchEffect effect : report.effects()) {
            lines.add(row(effect));
        }
        lines.addAll(TextWidth.wrap("", verdict(report.effects().get(Quantity.SEAT.ordinal()))));
        lines.add("");
        lines.add(Texts.of("branch.own"));
        for (Quantity quantity : Quantity.values()) {
            double was = quantity.of(report.own().was(), plan.seat());
            double branch = quantity.of(report.own().branch(), plan.seat());
            lines.add(TextWidth.trimmed(numbers(quantity, was, branch, branch - was)));
        }
        lines.addAll(TextWidth.wrap("", itself()));
        return lines;
    }

    /** Returns what somebody should know before believing it: what could not be repeated, and what bots got wrong. */
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            for (boolean branch : new boolean[] {false, true}) {
                String name = (side == plan.seat() ? branch ? plan.branch() : plan.was() : plan.other()).name();
                ArmEnd.Slips slips = report.slips(side, branch);
                String arm = Texts.of(branch ? "branch.arm.branch" : "branch.arm.was");
                if (name.equals(RecordedSeat.NAME)) {
                    lines.addAll(TextWidth.wrap(
                            "", Texts.of("branch.recorded", side(side), arm, slips.illegal(), report.rounds(branch))));
                } else if (slips.illegal() + slips.failed() > 0) {
                    lines.addAll(TextWidth.wrap(
                            "", Texts.of("branch.wrong", name, side(side), arm, slips.illegal(), slips.failed())));
                }
            }
        }
        return lines;
    }

    private String row(BranchEffect effect) {
        Estimate difference = effect.comparison().difference();
        String interval = String.format(Locale.ROOT, "%.2f..%.2f", difference.low(), difference.high());
        if (difference.isTooFew()) {
            interval = Texts.of("standings.few");
        } else if (isAllAlike()) {
            interval = Texts.of("branch.exactly");
        }
        return TextWidth.trimmed(numbers(
                        effect.quantity(), effect.was().mean(), effect.branch().mean(), difference.mean())
                + TextWidth.padLeft(interval, 16)
                + TextWidth.padLeft(SignificanceText.of(effect.comparison().corrected()), 8)
                + "  "
                + Texts.of("branch.verdict." + effect.comparison().verdict().word()));
    }

    private String numbers(Quantity quantity, double was, double branch, double difference) {
        return TextWidth.pad(name(quantity), NAME)
                + String.format(Locale.ROOT, "%9.2f%9.2f%+11.2f", was, branch, difference == 0 ? 0.0 : difference);
    }

    private String name(Quantity quantity) {
        return switch (quantity) {
            case SEAT -> side(plan.seat());
            case OTHER -> side(plan.seat().other());
            case JOINT -> Texts.of("branch.joint");
        };
    }

    private String verdict(BranchEffect effect) {
        String was = plan.was().name();
        String branch = plan.branch().name();
        if (isAllAlike()) {
            return Texts.of("branch.alike", plan.futures());
        }
        Verdict verdict = effect.comparison().verdict();
        return switch (verdict) {
            case TOO_FEW -> Texts.of("branch.few");
            case NOT_SEPARABLE -> Texts.of("branch.level", branch, was, side(plan.seat()));
            case FIRST -> Texts.of("branch.more", branch, was, side(plan.seat()));
            case SECOND -> Texts.of("branch.less", branch, was, side(plan.seat()));
        };
    }

    /** Returns whether both arms are the same in every future, to the bit. */
    private boolean isAllAlike() {
        return report.alike() == plan.futures();
    }

    private String itself() {
        if (report.strays() == 0) {
            return Texts.of("branch.itself");
        }
        Result result = match.result();
        String recorded = result == null
                ? "*"
                : String.format(Locale.ROOT, "US %.1f CN %.1f", result.usTenths() / 10.0, result.cnTenths() / 10.0);
        return Texts.of("branch.strays", report.strays(), recorded);
    }

    private static String side(Side side) {
        return Texts.of("side." + side);
    }
}
