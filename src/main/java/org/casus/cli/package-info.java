/** The commands of the command line; to add one, name its class in {@code CasusCommand}. */
@NullMarked
package org.casus.cli;

import org.jspecify.annotations.NullMarked;
