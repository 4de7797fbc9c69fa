/**
 * A post that is a folder everyone reaches: a network share, a stick, or what a sync program keeps.
 *
 * <p>{@link dmhq.transports.folder.FolderPost} reads {@code folder:PATH}; {@link
 * dmhq.transports.folder.FolderTransport} keeps each parcel as one file of its name.
 */
@NullMarked
package dmhq.transports.folder;

import org.jspecify.annotations.NullMarked;
