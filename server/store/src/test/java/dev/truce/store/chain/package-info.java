/** Tests of the chain. */
@NullMarked
package dev.truce.store.chain;

import org.jspecify.annotations.NullMarked;
