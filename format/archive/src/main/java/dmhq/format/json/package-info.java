/**
 * JSON in one byte form, and records written as it.
 *
 * <p>{@link dmhq.format.json.Json} is a value tree without floating point. {@link
 * dmhq.format.json.JsonReader} reads text strictly and can insist on the canonical bytes that
 * digests are taken over. {@link dmhq.format.json.Codec} derives the JSON form of Java records from
 * their components, so that no form is written down twice; {@link dmhq.format.json.Shape} is that
 * derived form, open to whoever prints help or reads options.
 *
 * <p>The only package that imports Jackson.
 */
@NullMarked
package dmhq.format.json;

import org.jspecify.annotations.NullMarked;
