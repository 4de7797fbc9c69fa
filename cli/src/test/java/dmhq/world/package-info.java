/**
 * A whole table of players that one seed drives, with every fault that disks, mails and people make.
 *
 * <p>Begin with {@link dmhq.world.World}. {@link dmhq.world.Simulation} is the program behind {@code
 * cli/simulate}. Commands run as they are, on the real disk and the real folder post; {@link
 * dmhq.world.MortalFileSystem} lies below the disk and {@link dmhq.world.Sync} between the folders.
 */
@NullMarked
package dmhq.world;

import org.jspecify.annotations.NullMarked;
