/**
 * Who issued this token, and what may its bearer do? The alternative to keys: a resource server of OAuth 2 that takes signed
 * tokens (RFC 9068) of one authorization server.
 *
 * <p>In comes a bearer's token, out go roles. Used by {@code door}.
 */
@NullMarked
package org.cartograph.service.security.oauth;

import org.jspecify.annotations.NullMarked;
