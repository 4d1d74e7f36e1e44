/** Tests of how numbers become figures; what viewers see is tested on the shipped scenario. */
@NullMarked
package dev.truce.engine.view;

import org.jspecify.annotations.NullMarked;
