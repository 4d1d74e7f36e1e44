package dev.truce.engine.indicator;

/** A part of a side's public whose approval is polled. */
public enum Constituency {
    /** Farmers: what the other side buys, and what protects them. */
    FARMERS,
    /** Consumers: income and the cost of living. */
    CONSUMERS,
    /** Industry: output, supplies and technology. */
    INDUSTRY,
    /** Those who care for security: firmness, fentanyl, not being pressed. */
    SECURITY
}
