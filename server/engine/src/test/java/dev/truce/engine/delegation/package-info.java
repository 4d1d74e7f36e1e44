/** Tests of delegations, by table and by law. */
@NullMarked
package dev.truce.engine.delegation;

import org.jspecify.annotations.NullMarked;
