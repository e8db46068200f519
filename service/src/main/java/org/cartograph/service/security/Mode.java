package org.cartograph.service.security;

/** How callers say who they are. */
public enum Mode {
    /** By a key in the header {@code X-API-Key}. */
    KEYS,
    /** By a token of an authorization server; browsers, which have none, by a publishable key. */
    OAUTH2,
    /** Not at all, for a machine that only serves itself. */
    OPEN
}
