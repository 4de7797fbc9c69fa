/**
 * How every room writes files: whole or not at all.
 *
 * <p>The disk is a parameter. {@link dmhq.format.disk.Disk} is what rooms are handed; {@link
 * dmhq.format.disk.DurableDisk} is the one that survives a power cut.
 */
@NullMarked
package dmhq.format.disk;

import org.jspecify.annotations.NullMarked;
