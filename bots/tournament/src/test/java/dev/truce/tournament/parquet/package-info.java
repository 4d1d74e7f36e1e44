/** Tests of the Parquet files. */
@NullMarked
package dev.truce.tournament.parquet;

import org.jspecify.annotations.NullMarked;
