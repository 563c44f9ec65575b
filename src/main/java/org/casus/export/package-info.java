/** A store to what other programs read: tables of events, networks, maps, calendars, nanopublications, descriptions. */
@NullMarked
package org.casus.export;

import org.jspecify.annotations.NullMarked;
