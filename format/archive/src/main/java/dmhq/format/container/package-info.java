/**
 * The ZIP that every file of dmhq is, in the one byte form it may have.
 *
 * <p>A {@link dmhq.format.container.Container} is an ordered map of names to {@link
 * dmhq.format.container.Entry entries}. {@link dmhq.format.container.ContainerWriter} gives its
 * bytes; {@link dmhq.format.container.ContainerReader} takes bytes that nobody vouches for, within
 * {@link dmhq.format.container.Limits}, and gives back the container or a {@link
 * dmhq.format.container.ContainerException} that names the entry at fault.
 *
 * <p>There is one byte form so that no bit of a file is free: what the reader took, written again,
 * must be the file itself. The form is a plain ZIP all the same; {@code unzip} and {@code gunzip}
 * open it.
 */
@NullMarked
package dmhq.format.container;

import org.jspecify.annotations.NullMarked;
