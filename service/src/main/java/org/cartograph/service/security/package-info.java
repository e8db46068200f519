/**
 * What may a caller do, and what is the service told about its callers? The vocabulary of the packages below: {@code keys}
 * knows who holds a key, {@code oauth} who brings a token, {@code limit} how often one may come, and {@code door} puts them
 * in front of every address.
 *
 * <p>In come properties, out goes {@link org.cartograph.service.security.SecuritySettings}. Nothing outside depends on
 * these packages: an endpoint does not know who calls it.
 */
@NullMarked
package org.cartograph.service.security;

import org.jspecify.annotations.NullMarked;
