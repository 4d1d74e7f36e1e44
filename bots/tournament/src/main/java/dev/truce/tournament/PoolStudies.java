package dev.truce.tournament;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of the pool. What is null was not run.
 *
 * @param pool games of the sixteen strategies among each other
 * @param retaliation how levels serve as retaliation
 * @param snapBack what happens when nobody signs before round 5
 * @param search how the searching bot does
 * @param attack what learners gain
 */
public record PoolStudies(
        Games pool,
        @Nullable RetaliationStudy retaliation,
        @Nullable SnapBackStudy snapBack,
        @Nullable GuestStudy search,
        @Nullable AttackStudy attack) {}
