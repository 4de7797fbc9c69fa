package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static dmhq.format.signing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import org.junit.jupiter.api.Test;

class SshSignatureTest {

    private static final SshSignature SIGNATURE = SshSignature.make(KEY, Namespace.FILE, CONTENT);

    @Test
    void the_armored_text_gives_back_the_signature_and_the_parts_give_back_the_text() throws SigningException {
        SshSignature read = SshSignature.read(SIGNATURE.armored());

        assertThat(read).isEqualTo(SIGNATURE);
        assertThat(read.confirms(CONTENT)).isTrue();
        assertThat(read.confirms(utf8("else"))).isFalse();
        assertThat(new SshSignature(read.key(), read.namespace(), read.signature()).armored())
                .isEqualTo(SIGNATURE.armored());
    }

    @Test
    void the_armored_text_has_lines_of_70_and_ends_with_a_line_end() {
        assertThat(SIGNATURE.armored().lines())
                .startsWith("-----BEGIN SSH SIGNATURE-----")
                .endsWith("-----END SSH SIGNATURE-----")
                .allMatch(line -> line.length() <= 70);
        assertThat(SIGNATURE.armored().lines().skip(1).findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("U1NIU0lH").hasSize(70));
        assertThat(SIGNATURE.armored()).endsWith("-----\n");
    }

    @Test
    void another_text_for_the_same_signature_is_refused() {
        String text = SIGNATURE.armored();

        for (String other :
                new String[] {text.strip(), text + "\n", " " + text, text.replace("\n", "\r\n"), unwrapped(text)}) {
            assertRefused(other, "it is not in the form that ssh-keygen writes");
        }
    }

    @Test
    void what_is_no_signature_is_refused_with_what_was_expected() {
        assertRefused("", "expected '-----BEGIN SSH SIGNATURE-----', found ''");
        assertRefused("-----BEGIN SSH SIGNATURE-----", "expected '-----BEGIN SSH SIGNATURE-----'");
        assertRefused(armored(utf8("SSHSIG")), "it ends too early");
        assertRefused(armored(utf8("PGPSIG")), "it does not begin with SSHSIG");
    }

    @Test
    void another_version_namespace_reserved_text_hash_or_type_is_named() {
        assertRefused(structure(2, "dmhq-file", "", "sha512", "ssh-ed25519"), "expected the version '1', found '2'");
        assertRefused(
                structure(1, "git", "", "sha512", "ssh-ed25519"),
                "expected one of the namespaces dmhq-file, dmhq-record, dmhq-orders, dmhq-roster, dmhq-closing, found 'git'");
        assertRefused(
                structure(1, "dmhq-file", "x", "sha512", "ssh-ed25519"), "expected the reserved text '', found 'x'");
        assertRefused(
                structure(1, "dmhq-file", "", "sha256", "ssh-ed25519"),
                "expected the hash algorithm 'sha512', found 'sha256'");
        assertRefused(
                structure(1, "dmhq-file", "", "sha512", "ssh-rsa"),
                "expected the signature type 'ssh-ed25519', found 'ssh-rsa'");
    }

    private static String structure(int version, String namespace, String reserved, String hash, String type) {
        return armored(new SshWriter()
                .raw(utf8("SSHSIG"))
                .number(version)
                .string(KEY.verifyingKey().blob())
                .string(namespace)
                .string(reserved)
                .string(hash)
                .string(new SshWriter()
                        .string(type)
                        .string(SIGNATURE.signature().value())
                        .bytes())
                .bytes());
    }

    private static String armored(Bytes blob) {
        return new Armor("SSH SIGNATURE").around(blob);
    }

    private static String unwrapped(String text) {
        return text.replaceAll("(?<=[0-9A-Za-z+/])\n(?=[0-9A-Za-z+/])", "");
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> SshSignature.read(text))
                .isInstanceOf(SigningException.class)
                .hasMessageStartingWith("signature: " + why);
    }
}
