package dev.truce.env;

/**
 * One number of an action.
 *
 * @param name what it decides, such as {@code US.PORT}
 * @param size how many choices it has, numbered from 0; choice 0 does nothing
 * @param at where its choices begin in the mask of its side
 */
public record ActPart(String name, int size, int at) {}
