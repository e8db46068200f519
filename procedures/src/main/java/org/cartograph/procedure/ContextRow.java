package org.cartograph.procedure;

import java.util.Map;
import org.cartograph.placement.ContextStore;
import org.cartograph.wording.Wording;
import org.neo4j.procedure.Description;

/** One box of a page. */
public record ContextRow(
        @Description("The page") String context,
        @Description("Its place on the page, from 1") long position,
        @Description("The box") String placement,
        @Description("What a shopper reads above it") String title,

        @Description("Items it holds unless a request says otherwise")
        long size,

        @Description("Its signals with their weights, and its stages, as cartograph.context.set takes them")
        Map<String, Object> recipe,

        @Description("Whether somebody changed the page") boolean changed) {

    static ContextRow of(ContextStore.Shelf shelf, Wording wording) {
        String own = shelf.placement().title();
        return new ContextRow(
                shelf.context(),
                shelf.position(),
                shelf.placement().name(),
                own == null ? wording.say("title." + shelf.placement().name()) : own,
                shelf.placement().size(),
                shelf.recipe(),
                shelf.changed());
    }
}
