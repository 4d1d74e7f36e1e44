/** The written form of orders, shared by records, the terminal client and bots. */
@NullMarked
package dev.truce.match.notation;

import org.jspecify.annotations.NullMarked;
