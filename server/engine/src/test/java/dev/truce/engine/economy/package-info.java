/** Tests the trade economy against its golden file, published figures and economic laws. */
@NullMarked
package dev.truce.engine.economy;

import org.jspecify.annotations.NullMarked;
