/** Tests of tournaments on Spark. */
@NullMarked
package dev.truce.spark;

import org.jspecify.annotations.NullMarked;
