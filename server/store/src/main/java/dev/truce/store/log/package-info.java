/** The list of what a server writes into its log. */
@NullMarked
package dev.truce.store.log;

import org.jspecify.annotations.NullMarked;
