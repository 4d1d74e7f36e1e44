package dev.truce.bots.policy;

import dev.truce.bots.posture.Mirror;
import dev.truce.bots.posture.Packages;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Retaliation;
import dev.truce.engine.board.Side;
import java.util.Locale;

/** What a learner may add to a posture (agreements E): one of the packages to a hostile one, a spread shortfall to a calm one. */
enum Extra {
    NONE,
    LEGAL,
    SECOND,
    FEES,
    MIRROR,
    SPREAD;

    /** Returns its name in a file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the package of a seat; that of a spread shortfall is none. */
    Retaliation retaliation(Packages packages, Mirror mirror) {
        return switch (this) {
            case NONE, SPREAD -> Retaliation.NONE;
            case LEGAL -> packages.legal();
            case SECOND -> packages.secondLine();
            case FEES -> packages.portFees();
            case MIRROR -> mirror;
        };
    }

    /** Returns whether it spreads the shortfall of a posture over China's three covert instruments. */
    boolean spreads(Side side, Posture posture) {
        return this == SPREAD && side == Side.CN && posture.isCalm();
    }
}
