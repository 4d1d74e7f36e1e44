package dev.truce.bot.line.exam;

/**
 * What came of examining one property.
 *
 * @param property which one
 * @param passed whether the bot has it
 * @param detail if not, one sentence that says what it did instead; else empty
 */
public record Finding(Property property, boolean passed, String detail) {}
