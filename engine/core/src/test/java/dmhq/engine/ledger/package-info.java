@NullMarked
package dmhq.engine.ledger;

import org.jspecify.annotations.NullMarked;
