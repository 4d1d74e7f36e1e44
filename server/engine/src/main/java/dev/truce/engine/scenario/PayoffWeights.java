package dev.truce.engine.scenario;

/**
 * How one side values what happens, in points; one point is the value of one basis point of real income at weight 1.
 *
 * <p>All are design choices (economy 8.3, agreements C). Signs are those of the tables: a cost is negative.
 *
 * @param income per bp of real income against the truce path
 * @param revenue per bp of GDP of tariff revenue
 * @param farm per % of farm output
 * @param industry per % of real manufacturing output
 * @param prices per bp of consumer prices
 * @param fentanyl per notch of Chinese enforcement above 2
 * @param ownRestraint per notch of compliance below 2
 * @param partnerRestraint per notch of the other side's compliance below 2
 * @param technology per unit of Q
 * @param humiliation per unit of typ x H
 * @param tension per unit of tension above 1
 * @param firmness per unit of typ x N (nationalism)
 * @param agreement per unit of V
 * @param summit per unit of depth kept above 1, in a summit round
 * @param breach per unit of (.5 + reputation) x severity
 * @param withdrawal per unit of (.5 + reputation)
 * @param caught when caught and really short
 * @param chokepoint per unit of K
 * @param prestige per unit of K x (1 - substitutes)
 * @param supply per unit of q (supply assurance)
 * @param eased232 while the 232 duties are eased
 * @param portFee while the own port fee is above 0
 * @param investigation while the 301 investigation is active or concluded (US)
 * @param entities while the unreliable entity list is active (CN)
 * @param agriTariff while the agricultural tariff is above 0 (CN)
 * @param communique once, times typ, when a communique enters into force
 * @param leverage at the end, per unit of the other side's substitutes above {@code leverageBase}
 * @param leverageBase substitutes that cost nothing at the end
 */
public record PayoffWeights(
        double income,
        double revenue,
        double farm,
        double industry,
        double prices,
        double fentanyl,
        double ownRestraint,
        double partnerRestraint,
        double technology,
        double humiliation,
        double tension,
        double firmness,
        double agreement,
        double summit,
        double breach,
        double withdrawal,
        double caught,
        double chokepoint,
        double prestige,
        double supply,
        double eased232,
        double portFee,
        double investigation,
        double entities,
        double agriTariff,
        double communique,
        double leverage,
        double leverageBase) {}
