/** What the levels of a round amount to: the quarter's policy, compliance and escalation. */
@NullMarked
package dev.truce.engine.conduct;

import org.jspecify.annotations.NullMarked;
