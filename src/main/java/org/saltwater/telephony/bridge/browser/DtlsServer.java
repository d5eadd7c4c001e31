package org.saltwater.telephony.bridge.browser;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Vector;
import java.util.function.Consumer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// Our side of the handshake with a browser: DTLS 1.2 for SRTP keys (RFC 5764). A browser whose
/// certificate has not the fingerprint of its offer is refused.
final class DtlsServer extends DefaultTlsServer {
  private final Certificate certificate;
  private final BrowserOffer offer;
  private final Consumer<byte[]> onKeys;
  private boolean isKnown;

  DtlsServer(Certificate certificate, BrowserOffer offer, Consumer<byte[]> onKeys) {
    super(new BcTlsCrypto(new SecureRandom()));
    this.certificate = certificate;
    this.offer = offer;
    this.onKeys = onKeys;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return new int[] {
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    };
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
    var crypto = (BcTlsCrypto) getCrypto();
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        certificate.key(),
        new org.bouncycastle.tls.Certificate(
            new TlsCertificate[] {crypto.createCertificate(certificate.encoded())}),
        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    var algorithms = new Vector<SignatureAndHashAlgorithm>();
    for (var hash : new short[] {HashAlgorithm.sha256, HashAlgorithm.sha384}) {
      algorithms.add(new SignatureAndHashAlgorithm(hash, SignatureAlgorithm.ecdsa));
      algorithms.add(new SignatureAndHashAlgorithm(hash, SignatureAlgorithm.rsa));
    }
    return new CertificateRequest(
        new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
        algorithms,
        null);
  }

  @Override
  public void notifyClientCertificate(org.bouncycastle.tls.Certificate chain) throws IOException {
    if (chain.isEmpty()
        || !Certificate.fingerprint(chain.getCertificateAt(0).getEncoded(), offer.hash())
            .equals(offer.fingerprint())) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate);
    }
    isKnown = true;
  }

  @Override
  public void processClientExtensions(Hashtable extensions) throws IOException {
    super.processClientExtensions(extensions);
    var wishes = TlsSRTPUtils.getUseSRTPExtension(extensions);
    if (wishes == null
        || Arrays.stream(wishes.getProtectionProfiles()).noneMatch(it -> it == Srtp.PROFILE)) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure);
    }
  }

  @Override
  public Hashtable getServerExtensions() throws IOException {
    var extensions = super.getServerExtensions();
    var all = extensions == null ? new Hashtable<>() : extensions;
    TlsSRTPUtils.addUseSRTPExtension(
        all, new UseSRTPData(new int[] {Srtp.PROFILE}, TlsUtils.EMPTY_BYTES));
    return all;
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    if (!isKnown) {
      throw new TlsFatalAlert(AlertDescription.certificate_required);
    }
    onKeys.accept(context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, Srtp.MATERIAL));
  }
}
