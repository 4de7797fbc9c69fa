/**
 * From an address to its servers: a table that comes along, what the domain says, and at last a guess.
 *
 * <p>The net is a parameter: {@link dmhq.transports.email.discovery.DomainRecords} and
 * {@link dmhq.transports.email.discovery.Pages}. Nobody but the domain itself and the resolver is asked,
 * so that no third party learns who plays.
 */
@NullMarked
package dmhq.transports.email.discovery;

import org.jspecify.annotations.NullMarked;
