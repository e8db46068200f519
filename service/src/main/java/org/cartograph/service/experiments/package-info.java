/**
 * Which recommendations do more good? Experiments over HTTP: create, start, stop, list, report, drop.
 *
 * <p>In come HTTP requests, out go the plugin's rows as JSON. Nothing depends on this package; answers learn of a running
 * experiment from the plugin.
 */
@NullMarked
package org.cartograph.service.experiments;

import org.jspecify.annotations.NullMarked;
