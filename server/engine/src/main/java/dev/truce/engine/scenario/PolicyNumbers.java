package dev.truce.engine.scenario;

import java.util.List;

/**
 * What levels without a number of their own do to the quarter's policy (agreements A2).
 *
 * @param eased232 scale of the sectoral duties while they are eased, 0..1; in force it is 1
 * @param chips availability of chips at each level of chip control, before the affiliates rule and the pace of licences; falling
 * @param rareEarths availability of rare earths at each level of a control; falling
 * @param affiliatesFactor factor on the availability of chips while the affiliates rule is active, 0..1
 * @param aprilShare weight of the April controls in the availability of rare earths, 0..1
 * @param octoberShare weight of the October controls; with {@code aprilShare} at most 1
 * @param chipsPerNotch availability of chips lost per notch of US licence pace below 2
 * @param rareEarthsPerNotch the same of rare earths; a notch above 2 brings as much
 * @param portIceOwn cost of the partner's goods that enter a side, per step of that side's own port fee, as a rate
 * @param portIceOther the same per step of the partner's fee
 * @param entitiesIce cost of US goods that enter China while the unreliable entity list is active, as a rate
 */
public record PolicyNumbers(
        double eased232,
        List<Double> chips,
        List<Double> rareEarths,
        double affiliatesFactor,
        double aprilShare,
        double octoberShare,
        double chipsPerNotch,
        double rareEarthsPerNotch,
        double portIceOwn,
        double portIceOther,
        double entitiesIce) {

    /**
     * Checks and copies the lists.
     *
     * @throws IllegalArgumentException if a list has not 4 numbers that fall throughout, or the shares are more than 1
     */
    public PolicyNumbers {
        chips = LadderCheck.falling("chips", chips, 4);
        rareEarths = LadderCheck.falling("rare_earths", rareEarths, 4);
        if (aprilShare + octoberShare > 1) {
            throw new IllegalArgumentException("april_share and october_share add up to " + (aprilShare + octoberShare)
                    + "; they must not exceed 1");
        }
    }
}
