/** What is reported of a round. */
@NullMarked
package dev.truce.engine.report;

import org.jspecify.annotations.NullMarked;
