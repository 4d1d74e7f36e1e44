package dev.truce.engine.report;

/**
 * Noisy signals of a round about covert levels, in notches.
 *
 * @param usPace about us.licence_pace, to China
 * @param cnPace about cn.licence_pace, to the US
 * @param enforcement about cn.fentanyl_enforcement, to the US
 * @param customsSoy customs data: the soya notch of the previous round, to the US
 */
public record Signals(double usPace, double cnPace, double enforcement, double customsSoy) {}
