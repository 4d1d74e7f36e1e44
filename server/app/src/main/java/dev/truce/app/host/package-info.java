/** Runs matches, in which nobody sees a decision before it is durable. */
@NullMarked
package dev.truce.app.host;

import org.jspecify.annotations.NullMarked;
