package dev.truce.engine.payoff;

import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Covert;

/**
 * What both sides' points of a round have in common.
 *
 * @param levels public levels in the round; covert ones may be unseen
 * @param covert covert levels, exact or estimated
 * @param rareEarths availability of rare earths that China permitted, 0..1
 * @param chips availability of chips that the US permitted, 0..1
 * @param rareEarthSubstitutes US substitutes for rare earths after the quarter
 * @param chipSubstitutes Chinese substitutes for chips after the quarter
 * @param technology technology index after this round's growth
 * @param tension tension at the start of the round
 * @param summit whether a summit falls into the round
 * @param depthKept depth kept by both, Dk; 0 if no clause binds
 * @param communique whether the treaty that binds is a communique
 */
public record Quarter(
        Levels levels,
        Covert covert,
        double rareEarths,
        double chips,
        double rareEarthSubstitutes,
        double chipSubstitutes,
        double technology,
        double tension,
        boolean summit,
        double depthKept,
        boolean communique) {}
