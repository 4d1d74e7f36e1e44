package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.AttackStudy;
import dev.truce.tournament.PoolStudies;
import dev.truce.tournament.RetaliationStudy;
import dev.truce.tournament.SnapBackStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables of what was found out about the pool beside its own matches. */
final class StudyTables {
    private static final int INSTRUMENT = 29;

    private StudyTables() {}

    static List<String> of(PoolStudies studies) {
        List<String> lines = new ArrayList<>();
        RetaliationStudy retaliation = studies.retaliation();
        if (retaliation != null) {
            lines.add("");
            lines.add(PoolPage.heading(Texts.of("pool.retaliation.head")));
            lines.addAll(TextWidth.wrap("", Texts.of("pool.retaliation.about", RetaliationStudy.opponents())));
            for (RetaliationStudy.OfInstrument found : retaliation.instruments()) {
                lines.addAll(TextWidth.wrap(TextWidth.pad(found.instrument().id(), INSTRUMENT), levels(found)));
            }
        }
        SnapBackStudy snapBack = studies.snapBack();
        if (snapBack != null) {
            lines.add("");
            lines.add(PoolPage.heading(Texts.of("pool.snap-back.head")));
            lines.addAll(outcome("pool.snap-back.normal", snapBack.normal()));
            lines.addAll(outcome("pool.snap-back.held", snapBack.held()));
            lines.addAll(outcome("pool.snap-back.hit", snapBack.snappedBack()));
        }
        AttackStudy attack = studies.attack();
        if (attack != null) {
            lines.add("");
            lines.add(PoolPage.heading(Texts.of("pool.attack.head")));
            lines.add(Texts.of("pool.attack.columns"));
            for (AttackStudy.Attack one : attack.attacks()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-5s%-9s%-9s%-8s%7.1f%9.1f%8.1f  %+6.2f %6.2f..%.2f",
                        one.seat(),
                        one.opponent(),
                        one.attacker(),
                        one.best(),
                        one.bestScore(),
                        one.score(),
                        one.left(),
                        one.gain().mean(),
                        one.gain().low(),
                        one.gain().high()));
            }
        }
        return lines;
    }

    /** Returns the levels that are best against somebody, and whether nothing beats one of them. */
    private static String levels(RetaliationStudy.OfInstrument found) {
        List<String> parts = new ArrayList<>();
        for (int level : found.levels()) {
            int count = found.bestAgainst(level);
            if (count > 0) {
                String token = level == found.start() ? "[" + found.token(level) + "]" : found.token(level);
                parts.add(Texts.of("pool.retaliation.level", token, count));
            }
        }
        String text = String.join(", ", parts);
        List<Integer> unbeaten = found.bestAgainstAll();
        if (unbeaten.isEmpty()) {
            return text;
        }
        if (!found.canRetaliate()) {
            return text + "; " + Texts.of("pool.retaliation.no-harsher");
        }
        return text + "; "
                + (unbeaten.stream().noneMatch(found::isRetaliation)
                        ? Texts.of("pool.retaliation.unused")
                        : Texts.of(
                                "pool.retaliation.unbeaten",
                                String.join(
                                        ", ",
                                        unbeaten.stream().map(found::token).toList())));
    }

    private static List<String> outcome(String key, SnapBackStudy.Outcome outcome) {
        return TextWidth.wrap(
                TextWidth.pad(Texts.of(key), INSTRUMENT),
                Texts.of("pool.snap-back.row", outcome.us(), outcome.cn(), 100 * outcome.agreements()));
    }
}
