package dev.truce.app.classroom;

/**
 * Which columns of a list a person has chosen.
 *
 * @param name number of the column with the names, from 1
 * @param number number of the column with the student numbers, from 1; 0 if there is none
 * @param isHeaded whether the first line has no student
 */
public record ChosenColumns(int name, int number, boolean isHeaded) {}
