package org.saltwater.telephony.bridge.browser;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Our certificate of one call, known to the browser by its fingerprint alone (RFC 8827 §6.5). It
/// is new for each, so that two calls have nothing in common.
record Certificate(byte[] encoded, AsymmetricKeyParameter key) {
  private static final Duration LIFE = Duration.ofDays(2);

  static Certificate make() throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var name = new X500Name("CN=phone");
      var now = System.currentTimeMillis();
      var certificate =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(63, new SecureRandom()),
                  new Date(now - LIFE.toMillis()),
                  new Date(now + LIFE.toMillis()),
                  name,
                  pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
      return new Certificate(
          certificate.getEncoded(), PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(e);
    }
  }

  String fingerprint() {
    return fingerprint(encoded, "sha-256");
  }

  /// @param hash as RFC 8122 writes it, such as `sha-256`
  static String fingerprint(byte[] certificate, String hash) {
    try {
      var digest = MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT));
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest.digest(certificate));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Certificate[redacted]";
  }
}
