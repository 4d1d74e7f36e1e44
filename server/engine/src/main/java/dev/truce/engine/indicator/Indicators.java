package dev.truce.engine.indicator;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.List;

/**
 * What is published after a round, the same for everybody; in whole units. It follows from what everybody may know and from
 * nothing else: markets and statisticians have no spies.
 *
 * @param round number of the round; 0 for what was published when the truce came into force
 * @param soyaCentsPerBushel soya futures, cents a bushel
 * @param usEquities US equity index, 1000 at the start
 * @param cnEquities Chinese equity index, 1000 at the start
 * @param dysprosiumUsdPerKg dysprosium oxide outside China, dollars a kilogram
 * @param freightUsdPerBox freight of a 40-foot box from Shanghai to the US West Coast, dollars
 * @param displayedTariffBasisPoints headline US tariff
 * @param usDutyBasisPoints mean US duty on Chinese goods that moves trade
 * @param cnDutyBasisPoints mean Chinese duty on US goods
 * @param sectors trade by goods sector, in sector order
 * @param usApproval approval among US constituencies in order, percent
 * @param cnApproval contentment of Chinese constituencies in order, an index 0..100 as there are no polls
 */
public record Indicators(
        int round,
        int soyaCentsPerBushel,
        int usEquities,
        int cnEquities,
        int dysprosiumUsdPerKg,
        int freightUsdPerBox,
        int displayedTariffBasisPoints,
        int usDutyBasisPoints,
        int cnDutyBasisPoints,
        List<SectorTrade> sectors,
        List<Integer> usApproval,
        List<Integer> cnApproval) {

    public Indicators {
        sectors = List.copyOf(sectors);
        usApproval = List.copyOf(usApproval);
        cnApproval = List.copyOf(cnApproval);
    }

    /** Returns a side's equity index. */
    public int equities(Side side) {
        return BySide.pick(side, usEquities, cnEquities);
    }

    /** Returns the approval of a side in a constituency, 5..95. */
    public int approval(Side side, Constituency constituency) {
        return BySide.pick(side, usApproval, cnApproval).get(constituency.ordinal());
    }

    /** Returns US goods imports from China, million dollars. */
    public int usFromCnUsdMillions() {
        return sectors.stream().mapToInt(SectorTrade::usFromCnUsdMillions).sum();
    }

    /** Returns Chinese goods imports from the US, million dollars. */
    public int cnFromUsUsdMillions() {
        return sectors.stream().mapToInt(SectorTrade::cnFromUsUsdMillions).sum();
    }
}
