/** Tests of scenario files and their loader. */
@NullMarked
package dev.truce.scenario;

import org.jspecify.annotations.NullMarked;
