/**
 * What was wrong with a request, and what would be right? Every error leaves the service as an RFC 9457 problem whose
 * detail is one sentence that names the field, what is allowed and what came.
 *
 * <p>In come exceptions, out go {@code application/problem+json} bodies, never a stack trace and never a web page.
 * Every package of the service may throw the exceptions declared here; this package knows none of them.
 */
@NullMarked
package org.cartograph.service.problem;

import org.jspecify.annotations.NullMarked;
