/**
 * Who said it: Ed25519 keys and signatures in the forms of OpenSSH.
 *
 * <p>A {@link dmhq.format.signing.SigningKey} signs bytes for one {@link
 * dmhq.format.signing.Namespace}; a {@link dmhq.format.signing.VerifyingKey} tells whether it did.
 * What is stored is the raw {@link dmhq.format.signing.Signature}; {@link
 * dmhq.format.signing.SshSignature} is the text that {@code ssh-keygen -Y verify} reads, and can be
 * rebuilt from key, namespace and raw signature at any time. {@link
 * dmhq.format.signing.OpenSshKeyFile} and {@link dmhq.format.signing.AllowedSigner} are the files
 * that {@code ssh-keygen} keeps beside it.
 *
 * <p>Input that cannot be used is a {@link dmhq.format.signing.SigningException}. No message and no
 * text form shows a secret.
 */
@NullMarked
package dmhq.format.signing;

import org.jspecify.annotations.NullMarked;
