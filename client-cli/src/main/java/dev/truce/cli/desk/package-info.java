/** The desk of a class: what its instructor sees. */
@NullMarked
package dev.truce.cli.desk;

import org.jspecify.annotations.NullMarked;
