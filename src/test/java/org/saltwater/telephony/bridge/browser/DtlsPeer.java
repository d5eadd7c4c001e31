package org.saltwater.telephony.bridge.browser;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Hashtable;
import java.util.function.Consumer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// A browser's side of the handshake (RFC 5764), which refuses any certificate but the answer's.
final class DtlsPeer extends DefaultTlsClient {
  private final Certificate certificate;
  private final String fingerprint;
  private final Consumer<byte[]> onKeys;

  DtlsPeer(Certificate certificate, String fingerprint, Consumer<byte[]> onKeys) {
    super(new BcTlsCrypto(new SecureRandom()));
    this.certificate = certificate;
    this.fingerprint = fingerprint;
    this.onKeys = onKeys;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
  }

  @Override
  public Hashtable getClientExtensions() throws IOException {
    var extensions = super.getClientExtensions();
    TlsSRTPUtils.addUseSRTPExtension(
        extensions, new UseSRTPData(new int[] {Srtp.PROFILE}, TlsUtils.EMPTY_BYTES));
    return extensions;
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
        var first = server.getCertificate().getCertificateAt(0).getEncoded();
        if (!Certificate.fingerprint(first, "sha-256").equals(fingerprint)) {
          throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
      }

      @Override
      public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        var crypto = (BcTlsCrypto) getCrypto();
        return new BcDefaultTlsCredentialedSigner(
            new TlsCryptoParameters(context),
            crypto,
            certificate.key(),
            new org.bouncycastle.tls.Certificate(
                new TlsCertificate[] {crypto.createCertificate(certificate.encoded())}),
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
      }
    };
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    onKeys.accept(context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, Srtp.MATERIAL));
  }
}
