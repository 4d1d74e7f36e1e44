package dev.truce.spark;

import java.io.Serializable;

/**
 * A tournament as it travels to an executor: as the two files from which any machine could take it up again.
 *
 * @param card its run.json
 * @param scenario the text of its scenario if it is none that ships, else empty
 */
record ExecutorTask(String card, String scenario) implements Serializable {}
