/**
 * Which answer does an outcome speak of, and did this shop really give it? An answer's {@code recommendationId} is a token
 * that holds all that has to be known about the answer when a click or a sale is reported, signed so that nobody can make
 * one up; in return, answering writes nothing.
 *
 * <p>In comes what was shown, out goes a text of at most 2,048 characters; and back. Used by {@code recommendation}, which
 * signs, and {@code events}, which reads; knows neither.
 */
@NullMarked
package org.cartograph.service.token;

import org.jspecify.annotations.NullMarked;
