/** Provides the three-region trade economy that advances by one quarter under given trade policies. */
@NullMarked
package dev.truce.engine.economy;

import org.jspecify.annotations.NullMarked;
