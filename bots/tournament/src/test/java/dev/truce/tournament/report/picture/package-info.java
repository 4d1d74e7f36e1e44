/** Tests of pictures. */
@NullMarked
package dev.truce.tournament.report.picture;

import org.jspecify.annotations.NullMarked;
