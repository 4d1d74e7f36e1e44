package dev.truce.tournament.branch;

import dev.truce.engine.board.Side;
import java.util.Locale;

/** What is compared between the arms, points. */
public enum Quantity {
    /** Score of the seat that branches. */
    SEAT,
    /** Score of the other seat. */
    OTHER,
    /** Mean of both scores. */
    JOINT;

    /** Returns the value of it in an arm. */
    public double of(ArmEnd arm, Side seat) {
        return switch (this) {
            case SEAT -> arm.score(seat);
            case OTHER -> arm.score(seat.other());
            case JOINT -> arm.joint();
        };
    }

    /** Returns the word for it in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
