/** Writes the large files of a tournament a second time, as Apache Parquet, for programs that read by column. */
@NullMarked
package dev.truce.lab;

import org.jspecify.annotations.NullMarked;
