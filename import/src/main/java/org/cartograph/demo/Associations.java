package org.cartograph.demo;

/**
 * Everything in this shop that goes with something.
 *
 * @param fits what is made for what
 * @param planted the associations to be found again, in the same order
 * @param everyday the weaker ones of all other products, in the same order
 * @param next what is bought on a later day
 */
record Associations(Fits fits, PlantedRules planted, EverydayCompanions everyday, NextPurchases next) {

    static Associations plan(ShopTables tables, Catalogue catalogue, int orders, long seed) {
        Fits fits = new Fits(tables, catalogue);
        PlantedRules planted = PlantedRules.plant(tables, catalogue, orders, seed);
        EverydayCompanions everyday = new EverydayCompanions(tables, catalogue, fits, planted, seed);
        return new Associations(fits, planted, everyday, new NextPurchases(tables, catalogue, fits, seed));
    }
}
