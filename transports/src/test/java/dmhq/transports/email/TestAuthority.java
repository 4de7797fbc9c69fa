package dmhq.transports.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for some names, made for this run of the tests, and whoever trusts it and nothing else. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";

    /** The certificate that servers of tests show. */
    public static final TestAuthority LOCAL = new TestAuthority("dns:localhost,ip:127.0.0.1");

    /** One for another name. */
    public static final TestAuthority ELSEWHERE = new TestAuthority("dns:mail.example.org");

    private final Path file;
    private final KeyStore keys;

    private TestAuthority(String names) {
        try {
            Path folder = Files.createTempDirectory("authority");
            this.file = folder.resolve("keys.p12");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            RealProgram.run(
                    folder,
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=test",
                    "-validity",
                    "2",
                    "-ext",
                    "san=" + names,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD);
            this.keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("no certificate for tests", e);
        }
    }

    /** Has servers of GreenMail show it; once for all of this process. */
    public void showByGreenMail() {
        System.setProperty("greenmail.tls.keystore.file", file.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    }

    /** Sockets that trust this certificate alone. */
    public SSLSocketFactory trusting() {
        return context().getSocketFactory();
    }

    /** Writes a store for {@code javax.net.ssl.trustStore} that trusts this certificate alone. */
    public void writeTrusted(Path store) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted().store(out, PASSWORD.toCharArray());
        }
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        return trusted;
    }

    /** Sockets of a server that shows it, and of a client that trusts it. */
    public SSLContext context() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted());
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS for tests", e);
        }
    }

    /** The key and certificate as PEM, for servers that are no Java programs. */
    public String pem() throws GeneralSecurityException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(
                        keys.getKey("server", PASSWORD.toCharArray()).getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
                + lines.encodeToString(keys.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
