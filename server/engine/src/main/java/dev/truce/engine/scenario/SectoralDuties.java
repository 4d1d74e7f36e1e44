package dev.truce.engine.scenario;

import java.util.List;

/**
 * What the levels of the US section 232 duties do, for a ladder with a third level above 'in force'.
 *
 * @param scales of the duties at each level, mildest first, rising
 * @param lobby points that the home lobbies of the US give a round while the duties are raised
 */
public record SectoralDuties(List<Double> scales, double lobby) {
    /** Two levels; what the first of them is stands among the numbers of policy. */
    public static final SectoralDuties TWO_LEVELS = new SectoralDuties(List.of(), 0);

    /**
     * Checks and copies the scales.
     *
     * @throws IllegalArgumentException if there are scales but not three that rise throughout
     */
    public SectoralDuties {
        scales = scales.isEmpty() ? List.of() : LadderCheck.rising("k", scales, 3);
    }

    /** Returns whether the ladder has a level above 'in force'. */
    public boolean canBeRaised() {
        return !scales.isEmpty();
    }
}
