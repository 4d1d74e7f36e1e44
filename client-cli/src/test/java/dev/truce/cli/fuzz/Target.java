package dev.truce.cli.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A place where bytes or texts of strangers are read.
 *
 * @param name of the folder of its corpus
 * @param weight how many inputs it gets, compared with others: those that are quick get more
 * @param seeds what is right, made from real things
 * @param words what is put into inputs now and then
 * @param reader says what became of an input
 */
record Target(String name, int weight, List<byte[]> seeds, List<String> words, Reader reader) {
    /** What became of an input. */
    enum Outcome {
        ACCEPTED,
        REFUSED
    }

    /** Reads one input. */
    interface Reader {
        /**
         * Reads it, and if it is accepted prints it and reads it again.
         *
         * @throws Exception if it is neither accepted nor refused as it should be
         */
        Outcome read(byte[] input) throws Exception;
    }

    /** Reads one text. */
    interface TextReader {
        /** Does the same as {@link Reader}. */
        Outcome read(String input) throws Exception;
    }

    /** Makes a target that reads texts. */
    static Target ofTexts(String name, int weight, List<String> seeds, List<String> words, TextReader reader) {
        return new Target(
                name,
                weight,
                seeds.stream().map(Target::bytes).toList(),
                words,
                input -> reader.read(new String(input, StandardCharsets.UTF_8)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Outcome accepted(boolean isAccepted) {
        return isAccepted ? Outcome.ACCEPTED : Outcome.REFUSED;
    }

    @Override
    public String toString() {
        return name;
    }
}
