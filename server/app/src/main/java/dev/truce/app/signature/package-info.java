/** Signatures by which a server vouches for records. */
@NullMarked
package dev.truce.app.signature;

import org.jspecify.annotations.NullMarked;
