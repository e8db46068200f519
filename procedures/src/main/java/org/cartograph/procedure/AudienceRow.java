package org.cartograph.procedure;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.cartograph.audience.Person;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** Somebody who should get a letter. */
public record AudienceRow(
        @Description("Who") Node customer,

        @Description("The customer's id") String customerId,

        @Description("The kind of audience") String kind,

        @Description("When the cause began: the cart was left, the product looked at or due, the order placed")
        ZonedDateTime since,

        @Description("Ids of the products that are the cause, newest first, at most 50")
        List<String> products,

        @Description("What to offer, as cartograph.answer gives it: maps with name, title and items")
        List<Map<String, Object>> placements) {

    static AudienceRow of(Person person) {
        return new AudienceRow(
                person.customer(),
                person.customerId(),
                person.kind(),
                person.since().atZone(ZoneOffset.UTC),
                person.products(),
                person.boxes().stream().map(AnswerRow::box).toList());
    }
}
