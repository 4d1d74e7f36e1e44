/** Tells how likely an accusation is to be true by what a viewer may know. */
@NullMarked
package dev.truce.engine.suspicion;

import org.jspecify.annotations.NullMarked;
