package dev.truce.engine.economy;

/** A branch of the economy; the ordinal is the index in every table and array of this package. */
public enum Sector {
    /** Soya. */
    SOY,
    /** Other agriculture and food. */
    AGF,
    /** Energy. */
    ENE,
    /** Chemicals. */
    CHM,
    /** Metals. */
    MET,
    /** Machinery. */
    MCH,
    /** Phones and computers. */
    ELC,
    /** Chips and electronic parts. */
    SEM,
    /** Vehicles. */
    VEH,
    /** Other consumer goods. */
    CON,
    /** Services and construction; never under a duty. */
    SVC;

    /** Number of sectors. */
    static final int COUNT = 11;

    /** Number of goods sectors; goods come first, so a loop over goods ends here. */
    static final int GOODS = 10;

    /**
     * Tells whether customs can see this sector.
     *
     * @return true for all sectors but {@link #SVC}
     */
    public boolean isGoods() {
        return this != SVC;
    }

    /** The position in every table and array of this package; the order of the constants is published and final. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
