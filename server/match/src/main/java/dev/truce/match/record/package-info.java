/** The portable record of a match: its value, its two written forms, and its verification by replay. */
@NullMarked
package dev.truce.match.record;

import org.jspecify.annotations.NullMarked;
