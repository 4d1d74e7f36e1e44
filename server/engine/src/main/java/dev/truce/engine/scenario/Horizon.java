package dev.truce.engine.scenario;

/** When a match ends. */
public sealed interface Horizon {
    /** Returns how many rounds are played at least, 1..64. */
    int atLeast();

    /** Returns how many rounds are played at most, 1..64. */
    int atMost();

    /**
     * Ends after a number of rounds that nobody knows: {@code atLeast} rounds, then each further one with probability
     * {@code goOn}, {@code atMost} in all.
     */
    record Hidden(int atLeast, double goOn, int atMost) implements Horizon {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException unless 1 <= atLeast <= atMost <= 64 and 0 <= goOn <= 1
         */
        public Hidden {
            if (atLeast < 1 || atMost < atLeast || atMost > 64 || !(goOn >= 0 && goOn <= 1)) {
                throw new IllegalArgumentException("horizon hidden " + atLeast + ", " + goOn + ", " + atMost
                        + ": expected 1 <= atLeast <= atMost <= 64 and 0 <= goOn <= 1");
            }
        }
    }

    /** Ends after exactly {@code rounds} rounds, as everybody knows. */
    record Fixed(int rounds) implements Horizon {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException unless 1 <= rounds <= 64
         */
        public Fixed {
            if (rounds < 1 || rounds > 64) {
                throw new IllegalArgumentException("horizon fixed " + rounds + ": expected 1..64 rounds");
            }
        }

        @Override
        public int atLeast() {
            return rounds;
        }

        @Override
        public int atMost() {
            return rounds;
        }
    }
}
