/**
 * Who has how much of what, so that nothing is ever made or lost by mistake.
 *
 * <p>{@link dmhq.engine.ledger.Ledger} is double entry with holds. It can be folded into what one
 * seat may see of it, and a folded ledger follows the same bookings as the whole one.
 */
@NullMarked
package dmhq.engine.ledger;

import org.jspecify.annotations.NullMarked;
