package dev.truce.engine.scenario;

import java.util.List;

/**
 * How escalation is counted (agreements A3), in points.
 *
 * @param usTariff US add-on, percentage points, at 0, 1, 2 and 3 points; rising
 * @param cnTariff the same of China
 * @param section301Share part of US imports from China that the 301 tariff meets, 0..1
 * @param agricultureShare part of Chinese imports from the US that the agricultural tariff meets, 0..1
 * @param chips availability of chips before the pace of licences at 0, 1 and 2 points; falling
 * @param rareEarths the same of rare earths
 * @param portFee points of the first step of a port fee
 * @param portStep points of each further step
 * @param minor points of an investigation that is not paused, or of a list of unreliable entities that is not suspended
 * @param missingCompliance points of each notch of compliance below 2
 * @param covertIsFelt whether humiliation and tension feel those points too; otherwise only what is public
 */
public record EscalationNumbers(
        List<Double> usTariff,
        List<Double> cnTariff,
        double section301Share,
        double agricultureShare,
        List<Double> chips,
        List<Double> rareEarths,
        double portFee,
        double portStep,
        double minor,
        double missingCompliance,
        boolean covertIsFelt) {

    /**
     * Checks and copies the scales.
     *
     * @throws IllegalArgumentException if a scale has not its number of knots, or does not rise or fall throughout
     */
    public EscalationNumbers {
        usTariff = LadderCheck.rising("us_tariff", usTariff, 4);
        cnTariff = LadderCheck.rising("cn_tariff", cnTariff, 4);
        chips = LadderCheck.falling("chips", chips, 3);
        rareEarths = LadderCheck.falling("rare_earths", rareEarths, 3);
    }
}
