package dev.truce.bots.posture;

import java.util.List;

/**
 * A posture of the reference strategies: four gears that set all instruments of a side (agreements C, economy 8.1).
 *
 * @param tariff 0..5: deep, low, truce, press, hard, war
 * @param choke chokepoint, 0..3: open, as at Busan, tight, banned
 * @param compliance covert instruments, 0..3; 2 is as agreed
 * @param port 1 with fees on the other side's ships, else 0
 */
public record Posture(int tariff, int choke, int compliance, int port) {
    public static final int TARIFFS = 6;
    public static final int CHOKES = 4;
    public static final int COMPLIANCES = 4;
    public static final int PORTS = 2;

    private static final int AS_AGREED = 2;
    private static final int MAX_COMPLIANCE = 3;

    public static final Posture DEEP = new Posture(0, 0, 3, 0);
    public static final Posture TRUCE = new Posture(2, 1, 2, 0);
    public static final Posture CHEAT = new Posture(2, 1, 1, 0);
    public static final Posture PRESS = new Posture(3, 2, 1, 1);
    public static final Posture HARD = new Posture(4, 2, 0, 1);
    public static final Posture WAR = new Posture(5, 3, 0, 1);

    /** The six that have a name, from mildest to harshest. */
    public static final List<Posture> NAMED = List.of(DEEP, TRUCE, CHEAT, PRESS, HARD, WAR);

    public Posture {
        requireBelow("tariff", tariff, TARIFFS);
        requireBelow("choke", choke, CHOKES);
        requireBelow("compliance", compliance, COMPLIANCES);
        requireBelow("port", port, PORTS);
    }

    private static void requireBelow(String what, int value, int end) {
        if (value < 0 || value >= end) {
            throw new IllegalArgumentException(what + " " + value + ", expected 0.." + (end - 1));
        }
    }

    /** Returns whether it is calm in public, so that the word given in a treaty is kept (agreements E). */
    public boolean isCalm() {
        return tariff <= 2 && choke <= 1 && port == 0;
    }

    /** Returns whether it is calm where sides have red lines: a chokepoint may be tight if tariffs are low (ruleset 2, E2). */
    boolean isCalmWithLines() {
        return tariff <= 2 && choke <= 2 && !(tariff == 2 && choke == 2) && port == 0;
    }

    /** Returns how many notches of compliance it holds back, where what a treaty asks is kept otherwise. */
    int shortfall() {
        return (tariff == 0 ? MAX_COMPLIANCE : AS_AGREED) - compliance;
    }

    /** Returns whether it means to keep covert clauses too (agreements E). */
    boolean isHonest() {
        return isCalm() && tariff == 2 && compliance == 2;
    }

    /** Returns whether a strategy adds its package to it (agreements E). */
    public boolean isHostile() {
        return tariff >= 3 || choke >= 2;
    }
}
