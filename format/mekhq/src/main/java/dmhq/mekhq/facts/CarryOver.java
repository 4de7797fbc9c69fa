package dmhq.mekhq.facts;

import java.time.LocalDate;

/**
 * The one transaction into which MekHQ folds a whole ledger when a financial year begins: usually on
 * 1 January. What was mentioned before it can no longer be found.
 *
 * @param amount the funds it carries over, in whole C-bills, rounded down
 */
public record CarryOver(LocalDate date, long amount) {}
