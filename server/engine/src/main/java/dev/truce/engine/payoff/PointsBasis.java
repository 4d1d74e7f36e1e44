package dev.truce.engine.payoff;

/**
 * What one side's points of a round depend on beside the {@link Quarter}.
 *
 * @param readings the economy in the round
 * @param held the same on the truce path
 * @param type private type
 * @param escalation own A
 * @param otherLead felt escalation of the other side in the round before, less one's own in this one
 * @param streak rounds of humiliation in a row, this one included, as {@link Payoff#streak} counts them
 * @param choke own chokepoint escalation, K
 * @param reputation own reputation at the start of the round
 * @param otherReputation reputation of the other side at the start of the round
 * @param severity severity of an unjustified public breach, 0 if there is none
 * @param notice whether it gave notice to leave the treaty
 * @param entersCommunique whether a communique enters into force with this round
 * @param reallyCaught whether it was caught and really short
 * @param redLines points, at most 0, that its red lines take from it
 * @param accusations points of its accusation of the other side: what inspecting cost and what it is paid for what was found
 * @param ownText points, at most 0, for want of an own text
 * @param luck standard normal draw of the income noise, 0 without chance
 */
public record PointsBasis(
        Readings readings,
        Readings held,
        double type,
        double escalation,
        double otherLead,
        int streak,
        double choke,
        double reputation,
        double otherReputation,
        double severity,
        boolean notice,
        boolean entersCommunique,
        boolean reallyCaught,
        double redLines,
        double accusations,
        double ownText,
        double luck) {}
