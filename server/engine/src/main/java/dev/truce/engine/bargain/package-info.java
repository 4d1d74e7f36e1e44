/** Values packages of clauses by what they bring each side. */
@NullMarked
package dev.truce.engine.bargain;

import org.jspecify.annotations.NullMarked;
