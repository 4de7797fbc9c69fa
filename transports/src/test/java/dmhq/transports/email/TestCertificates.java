package dmhq.transports.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of certificates that nobody trusts by default, made anew by the JDK's keytool. */
public final class TestCertificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "authority";

    private static final KeyStore ALL = make();

    private static final Map<Certificate, SSLContext> SERVERS = new ConcurrentHashMap<>();

    private TestCertificates() {}

    /** A server's certificate. */
    public enum Certificate {
        /** Of localhost, good today. */
        GOOD("dns:localhost,ip:127.0.0.1", "-1d"),
        /** Of another host. */
        OF_ANOTHER_HOST("dns:elsewhere.example", "-1d"),
        /** Of localhost, until yesterday. */
        EXPIRED("dns:localhost,ip:127.0.0.1", "-31d");

        private final String names;
        private final String since;

        Certificate(String names, String since) {
            this.names = names;
            this.since = since;
        }
    }

    /** Returns what a server needs to show a certificate. */
    public static SSLContext server(Certificate certificate) {
        return SERVERS.computeIfAbsent(certificate, TestCertificates::make);
    }

    private static SSLContext make(Certificate certificate) {
        try {
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            String alias = certificate.name();
            one.setKeyEntry(alias, ALL.getKey(alias, PASSWORD), PASSWORD, ALL.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what trusts this authority, and no other. */
    public static SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(AUTHORITY, ALL.getCertificate(AUTHORITY));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore make() {
        try {
            Path folder = Files.createTempDirectory("authority");
            Path file = folder.resolve("all.p12");
            keytool(file, AUTHORITY, "-1d", "365", "-ext", "bc:c");
            for (Certificate certificate : Certificate.values()) {
                keytool(
                        file,
                        certificate.name(),
                        certificate.since,
                        "30",
                        "-signer",
                        AUTHORITY,
                        "-ext",
                        "san=" + certificate.names);
            }
            KeyStore all = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                all.load(in, PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path file, String alias, String since, String days, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                since,
                "-validity",
                days));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
