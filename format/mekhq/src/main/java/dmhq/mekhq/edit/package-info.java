/**
 * Changes to a save as values ({@link dmhq.mekhq.edit.Edit}), how each becomes splices ({@code Plan}), and the
 * proof that an edited save is the old one and the edits.
 */
@NullMarked
package dmhq.mekhq.edit;

import org.jspecify.annotations.NullMarked;
