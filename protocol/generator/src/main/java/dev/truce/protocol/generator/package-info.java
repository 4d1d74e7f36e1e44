/** The program of the build that writes records of Java from the schema. */
@NullMarked
package dev.truce.protocol.generator;

import org.jspecify.annotations.NullMarked;
