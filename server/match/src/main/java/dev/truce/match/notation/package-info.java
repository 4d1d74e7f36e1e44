/** The written form of deeds, the same in records, commands of people or answers of bots. */
@NullMarked
package dev.truce.match.notation;

import org.jspecify.annotations.NullMarked;
