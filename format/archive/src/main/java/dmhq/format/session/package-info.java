/**
 * What the lines and files of a session say, as plain values.
 *
 * <p>{@link dmhq.format.session.TurnRecord} is the truth about one turn. It counts {@link
 * dmhq.format.session.Header}s, the public half of orders whose private half is a {@link
 * dmhq.format.session.Body}; it seats players by their signed {@link dmhq.format.session.Join}s. A
 * {@link dmhq.format.session.Manifest} is the table of contents of one file. All of them are written
 * by {@link dmhq.format.json.Codec}; what each member means is in {@code format/SPEC.md}. Whether
 * they are true is checked in {@code dmhq.format.archive}.
 */
@NullMarked
package dmhq.format.session;

import org.jspecify.annotations.NullMarked;
