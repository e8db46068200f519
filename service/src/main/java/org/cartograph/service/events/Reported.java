package org.cartograph.service.events;

import java.util.Map;
import org.cartograph.service.token.RecommendationToken;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be written.
 *
 * @param event          as the plugin reads it
 * @param recommendation the answer it speaks of; null where it speaks of none
 */
record Reported(Map<String, Object> event, @Nullable RecommendationToken recommendation) {}
