/** Tests of what the lab jar adds. */
@NullMarked
package dev.truce.lab;

import org.jspecify.annotations.NullMarked;
