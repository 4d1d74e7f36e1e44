package dev.truce.cli.fuzz;

/**
 * One target for a fuzzer that is led by coverage, such as Jazzer, which calls it with each input; {@code -Dfuzz.target=NAME} says which.
 */
public final class CoverageFuzz {
    private static final Target TARGET = HostileInputTest.targets()
            .filter(target -> target.name().equals(System.getProperty("fuzz.target")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("-Dfuzz.target names one of "
                    + HostileInputTest.targets().map(Target::name).toList()));

    private CoverageFuzz() {}

    /** Reads what is right, so that its classes are loaded before the clock runs: instrumented, some take most of a minute. */
    public static void fuzzerInitialize() throws Exception {
        for (byte[] seed : TARGET.seeds()) {
            TARGET.reader().read(seed);
        }
    }

    /** Reads one input; throws at whatever should not come of it. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.reader().read(input);
    }
}
