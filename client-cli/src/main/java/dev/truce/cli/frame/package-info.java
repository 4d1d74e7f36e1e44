/** A screen of which all stays where it is, drawn at any size from what there is to show. */
@NullMarked
package dev.truce.cli.frame;

import org.jspecify.annotations.NullMarked;
