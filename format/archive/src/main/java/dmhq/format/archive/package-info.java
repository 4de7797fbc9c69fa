/**
 * The archive: what a file holds, checked in full before anyone sees it.
 *
 * <p>{@link dmhq.format.archive.PackedFile} is a file whose container, manifest and entries agree.
 * {@link dmhq.format.archive.Chain} follows the records and knows the roster; {@link
 * dmhq.format.archive.History} is what one party holds of them; {@link
 * dmhq.format.archive.SessionArchive} is both, in a file. {@link dmhq.format.archive.Submission} and
 * its siblings are the other kinds. Reading gives a verified value or throws {@link
 * dmhq.format.archive.ArchiveException}, which names the layer that failed.
 */
@NullMarked
package dmhq.format.archive;

import org.jspecify.annotations.NullMarked;
