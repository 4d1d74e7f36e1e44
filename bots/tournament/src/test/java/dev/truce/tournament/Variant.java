package dev.truce.tournament;

import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Anchors;
import dev.truce.scenario.Scenarios;

/** The default scenario with some of its numbers changed, and with ends of the score scale of its own. */
final class Variant {
    /** The noise of the first ruleset. */
    private static final String QUIET =
            "knobs: {signal_noise: 0.45, customs_noise: 0.25, false_alarm: 0.03, detection_cn: 0.175}";

    private Variant() {}

    /**
     * Returns the rules of a variant.
     *
     * @param changes parts of a scenario file, which lie over the default one; may be empty
     */
    static Rules of(String changes) {
        return of("busan-2025-r2", changes);
    }

    /** Returns the rules of a variant of another scenario. */
    static Rules of(String base, String changes) {
        String text = "base: " + base + "\nid: variant\ntitles: {en: \"Variant\", zh: \"变体\"}\n"
                + "about: {en: \"For a study.\", zh: \"研究用。\"}\nanchors: computed\n" + changes + "\n";
        return Rules.of(Scenarios.load(text, "variant.yaml"));
    }

    /** Returns the rules of another scenario with changes, and with the ends of its own score scale. */
    static Rules with(String base, String changes) {
        Anchors ends = Scenarios.named(base).anchors();
        String anchors = "anchors: {war_us: " + ends.warUs() + ", deep_us: " + ends.deepUs() + ", war_cn: "
                + ends.warCn() + ", deep_cn: " + ends.deepCn() + "}\n";
        String text = "base: " + base + "\nid: variant\ntitles: {en: \"Variant\", zh: \"变体\"}\n"
                + "about: {en: \"For a study.\", zh: \"研究用。\"}\n" + anchors + changes + "\n";
        return Rules.of(Scenarios.load(text, "variant.yaml"));
    }

    /** Returns changes with the noise of the first ruleset on top. */
    static String quiet(String changes) {
        return (changes.startsWith("knobs:") ? "" : changes + "\n") + QUIET;
    }
}
