package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * The numbers of the rules that a scenario may turn; all are design choices (agreements H, economy 13).
 *
 * @param detectionUs chance per notch that a shortfall of us.licence_pace is found
 * @param detectionCn the same for each of the three Chinese covert instruments
 * @param detectionCap the most that one clause's chance can be
 * @param falseAlarm chance of a false alarm for a side that keeps all its covert clauses
 * @param signalNoise standard deviation of compliance signals, notches
 * @param customsNoise standard deviation of customs soya, notches
 * @param lapse chance that a catch ends an agreement of truce depth
 * @param calmLimit public escalation below which a signature can enter into force
 * @param justifiedLead lead in public escalation that gives the snap-back right
 * @param materialBreach depth lost that ends a treaty
 * @param fullSeverity depth lost at which severity is 1
 * @param leastSeverity severity of the smallest breach
 * @param grace whether a fallback's own round is free of escalation
 * @param reputationStart reputation at the start
 * @param reputationRecovery gained each round
 * @param breachReputation lost per unit of severity
 * @param caughtReputation lost when really caught short
 * @param withdrawalReputation lost by a notice
 * @param communiqueGain factor on the agreement term of a communique
 * @param communiqueCharge factor on charges under a communique
 * @param incomeNoise points of chance, times a standard normal
 * @param initialTypeNoise standard deviation of the initial private type
 * @param typeNoise standard deviation of its quarterly shock
 * @param eventChance chance of each of the two technology events
 * @param eventStep what an event adds to substitutes
 * @param courtChance chance a round that the court rules, while it has not
 * @param courtRounds rounds that the ruling lasts
 * @param courtCap highest add-on that the court allows, percentage points
 * @param terminalFactor weight of the last round's points at the end
 * @param terminalReputation points per unit of reputation above the start value, at the end
 */
public record Knobs(
        double detectionUs,
        double detectionCn,
        double detectionCap,
        double falseAlarm,
        double signalNoise,
        double customsNoise,
        double lapse,
        double calmLimit,
        double justifiedLead,
        double materialBreach,
        double fullSeverity,
        double leastSeverity,
        boolean grace,
        double reputationStart,
        double reputationRecovery,
        double breachReputation,
        double caughtReputation,
        double withdrawalReputation,
        double communiqueGain,
        double communiqueCharge,
        double incomeNoise,
        double initialTypeNoise,
        double typeNoise,
        double eventChance,
        double eventStep,
        double courtChance,
        int courtRounds,
        double courtCap,
        double terminalFactor,
        double terminalReputation) {
    /** Returns the chance that one clause's shortfall of so many notches is found in a round. */
    public double detection(Side side, double gap) {
        double perNotch = BySide.pick(side, detectionUs, detectionCn);
        return Math.min(detectionCap, perNotch * gap);
    }
}
