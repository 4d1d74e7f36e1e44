package dev.truce.engine.economy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Prints a hash over every bit of 50 games under random policies; any other JVM must print the same. */
public final class EconomyFingerprint {
    static final int GAMES = 50;
    static final int QUARTERS = 12;

    private EconomyFingerprint() {}

    /**
     * Prints the hash in hexadecimal, without a line end.
     *
     * @param args none
     * @throws NoSuchAlgorithmException if the JVM lacks SHA-256, which its specification forbids
     */
    public static void main(String[] args) throws NoSuchAlgorithmException {
        // Bytes, so that neither locale nor charset of the JVM can touch the text.
        System.out.writeBytes(fingerprint().getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
    }

    static String fingerprint() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer eight = ByteBuffer.wrap(new byte[Double.BYTES]);
        Economy economy = new Economy();
        QuarterPolicy policy = new QuarterPolicy();
        for (int game = 0; game < GAMES; game++) {
            RandomPolicies policies = new RandomPolicies(game);
            economy.load(StartPath.busan());
            for (int q = 0; q < QUARTERS; q++) {
                policies.next(policy);
                economy.step(policy);
                EconomyState state = economy.save();
                for (int i = 0; i < state.size(); i++) {
                    update(digest, eight, state.at(i));
                }
                outputs(economy, digest, eight);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void outputs(Economy economy, MessageDigest digest, ByteBuffer eight) {
        for (Region r : Region.values()) {
            update(digest, eight, economy.realIncome(r));
            update(digest, eight, economy.consumerPrices(r));
            update(digest, eight, economy.gap(r));
            for (Region exporter : Region.values()) {
                for (Sector s : Sector.values()) {
                    update(digest, eight, economy.flow(r, exporter, s));
                }
            }
        }
        update(digest, eight, economy.reeAvailability());
        update(digest, eight, economy.chipAvailability());
        update(digest, eight, economy.soyMarketMmt());
    }

    private static void update(MessageDigest digest, ByteBuffer eight, double value) {
        eight.putLong(0, Double.doubleToRawLongBits(value));
        digest.update(eight.duplicate());
    }
}
