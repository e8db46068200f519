// Keys of the graph model. Safe to run again: what exists stays as it is.
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (c:Customer) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT product_id IF NOT EXISTS FOR (p:Product) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT order_id IF NOT EXISTS FOR (o:Order) REQUIRE o.id IS UNIQUE;
CREATE CONSTRAINT attribute_key_value IF NOT EXISTS FOR (a:Attribute) REQUIRE (a.key, a.value) IS UNIQUE;
CREATE CONSTRAINT model_id IF NOT EXISTS FOR (m:Model) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT context_name IF NOT EXISTS FOR (c:Context) REQUIRE c.name IS UNIQUE;
CREATE CONSTRAINT rule_name IF NOT EXISTS FOR (r:Rule) REQUIRE r.name IS UNIQUE;
CREATE CONSTRAINT rule_book_id IF NOT EXISTS FOR (b:RuleBook) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT staff_picks_name IF NOT EXISTS FOR (s:StaffPicks) REQUIRE s.name IS UNIQUE;
CREATE CONSTRAINT texts_locale IF NOT EXISTS FOR (t:Texts) REQUIRE t.locale IS UNIQUE;
CREATE CONSTRAINT recommendation_id IF NOT EXISTS FOR (r:Recommendation) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT search_text IF NOT EXISTS FOR (s:Search) REQUIRE s.text IS UNIQUE;
CREATE CONSTRAINT experiment_name IF NOT EXISTS FOR (e:Experiment) REQUIRE e.name IS UNIQUE;
CREATE CONSTRAINT outcome_day_id IF NOT EXISTS FOR (d:OutcomeDay) REQUIRE d.id IS UNIQUE;
CREATE CONSTRAINT learning_id IF NOT EXISTS FOR (l:Learning) REQUIRE l.id IS UNIQUE;
CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (l:Lease) REQUIRE l.name IS UNIQUE;
CREATE CONSTRAINT position_placement_rank IF NOT EXISTS FOR (p:Position) REQUIRE (p.placement, p.rank) IS UNIQUE;
// An event that is sent again is found by its id.
CREATE CONSTRAINT viewed_event IF NOT EXISTS FOR ()-[v:VIEWED]-() REQUIRE v.eventId IS UNIQUE;
CREATE CONSTRAINT added_to_cart_event IF NOT EXISTS FOR ()-[a:ADDED_TO_CART]-() REQUIRE a.eventId IS UNIQUE;
CREATE CONSTRAINT removed_from_cart_event IF NOT EXISTS FOR ()-[r:REMOVED_FROM_CART]-() REQUIRE r.eventId IS UNIQUE;
CREATE CONSTRAINT searched_event IF NOT EXISTS FOR ()-[s:SEARCHED]-() REQUIRE s.eventId IS UNIQUE;
// Outcomes are asked for by time.
CREATE INDEX recommendation_at IF NOT EXISTS FOR (r:Recommendation) ON (r.at);
// How a product does whatever it is offered beside: its offers beside itself have its id.
CREATE INDEX offered_product IF NOT EXISTS FOR ()-[o:OFFERED]-() ON (o.productId);
// The order of a sale that counts for a recommendation; only those have one.
CREATE INDEX showed_order IF NOT EXISTS FOR ()-[s:SHOWED]-() ON (s.orderId);
