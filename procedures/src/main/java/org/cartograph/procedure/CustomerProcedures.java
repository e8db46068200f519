package org.cartograph.procedure;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.privacy.Erased;
import org.cartograph.privacy.Export;
import org.cartograph.privacy.Held;
import org.cartograph.privacy.Leave;
import org.cartograph.privacy.Login;
import org.cartograph.privacy.Merged;
import org.cartograph.privacy.PreferenceStore;
import org.cartograph.privacy.Preferences;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** What the shop holds about a person, and that person's right to see it, to change it and to leave. */
public final class CustomerProcedures {
    private static final String ID = "Id of a customer or visitor; of a guest, 'guest:' and the order's id";
    private static final String PREFERENCES =
            "consent (false: behaviour is not used, from the next answer on), categories (list of names), brands (list of names), "
                    + "attributes (map: key → list of values); anonymous (true: who is new is a browser, not a customer; false); what is given replaces, what is absent stays";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    /** Gives everything about a person. */
    @Procedure(name = "cartograph.customer.export", mode = Mode.READ)
    @Description("Everything that is held about one person, one row for each thing; no row when nothing is.")
    public Stream<HeldRow> export(@Name(value = "id", description = ID) String id) {
        return new Export(transaction).of(id).stream().map(HeldRow::of);
    }

    /** Erases a person. */
    @Procedure(name = "cartograph.customer.forget", mode = Mode.WRITE)
    @Description(
            "Erases a person. Their orders stay as baskets of nobody, each by itself. It also ends what an erasure that "
                    + "was cut short has left. Call it in a transaction of its own.")
    public Stream<ErasedRow> forget(@Name(value = "id", description = ID) String id) {
        return Stream.of(ErasedRow.of(new Leave(database, guard::check).run(transaction, id)));
    }

    /** Joins a visitor and a customer. */
    @Procedure(name = "cartograph.customer.merge", mode = Mode.WRITE)
    @Description(
            "On login: gives a customer everything that an anonymous visitor did, and takes the visitor away. Again "
                    + "it changes nothing.")
    public Stream<MergedRow> merge(
            @Name(value = "visitorId", description = "Id of an anonymous visitor") String visitorId,
            @Name(value = "customerId", description = "Id of the customer who the visitor is; made when unknown")
                    String customerId) {
        return Stream.of(MergedRow.of(new Login(transaction).merge(visitorId, customerId)));
    }

    /** Sets preferences. */
    @Procedure(name = "cartograph.customer.prefer", mode = Mode.WRITE)
    @Description("Sets what a customer told the shop; the customer is made when unknown. It acts on the next answer.")
    public Stream<PreferencesRow> prefer(
            @Name(value = "id", description = "Id of a customer or visitor") String id,
            @Name(value = "config", description = PREFERENCES) Map<String, Object> config) {
        return Stream.of(PreferencesRow.of(new PreferenceStore(transaction).set(id, config)));
    }

    /** One thing held. */
    public record HeldRow(
            @Description("Customer (the person's own properties), Order, or the type of a relationship")
            String kind,

            @Description("When it happened; null when that is not held") @Nullable
            ZonedDateTime at,

            @Description("The product it is about; null when it is about none") @Nullable
            String productId,

            @Description("All its properties; under `to` or `from` what it leads to, when that is no product")
            Map<String, Object> data) {

        static HeldRow of(Held held) {
            return new HeldRow(held.kind(), held.at(), held.productId(), held.data());
        }
    }

    /** What was erased. */
    public record ErasedRow(
            @Description("Whether there was such a person") boolean known,
            @Description("Orders that belong to nobody now") long orders,
            @Description("Lines of these orders") long purchases,

            @Description("Recommendations the person had received; their outcomes stay")
            long recommendations,

            @Description("Experiments that go on counting an anonymous unit instead")
            long exposures,

            @Description("Everything else that was held about the person")
            long relationships,

            @Description("Search texts that nobody else has used")
            long searches) {

        static ErasedRow of(Erased erased) {
            return new ErasedRow(
                    erased.known(),
                    erased.orders(),
                    erased.purchases(),
                    erased.recommendations(),
                    erased.exposures(),
                    erased.relationships(),
                    erased.searches());
        }
    }

    /** What was merged. */
    public record MergedRow(
            @Description("Whether there was such a visitor") boolean known,

            @Description("Relationships that the customer has now")
            long moved,

            @Description("Relationships of which the customer had one already: now one for both")
            long joined,

            @Description("Behaviour that went, because consent was refused")
            long erased) {

        static MergedRow of(Merged merged) {
            return new MergedRow(merged.known(), merged.moved(), merged.joined(), merged.erased());
        }
    }

    /** Preferences as they are now. */
    public record PreferencesRow(
            @Description("Whether behaviour may be used; null when the customer never said, which counts as yes")
            @Nullable
            Boolean consent,

            @Description("Liked categories") List<String> categories,
            @Description("Liked brands") List<String> brands,

            @Description("Other liked attributes: key → values")
            Map<String, Object> attributes) {

        static PreferencesRow of(Preferences preferences) {
            return new PreferencesRow(
                    preferences.consent(),
                    preferences.categories(),
                    preferences.brands(),
                    Map.copyOf(preferences.attributes()));
        }
    }
}
