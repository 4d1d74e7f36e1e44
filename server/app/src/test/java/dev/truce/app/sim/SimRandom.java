package dev.truce.app.sim;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** Secrets that anybody who knows the seed of the run can guess. */
final class SimRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    SimRandom(Agenda agenda) {
        super(new Spi(agenda), null);
    }

    private static final class Spi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final transient Agenda agenda;

        Spi(Agenda agenda) {
            this.agenda = agenda;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] bytes) {
            agenda.chance().nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            throw new UnsupportedOperationException();
        }
    }
}
