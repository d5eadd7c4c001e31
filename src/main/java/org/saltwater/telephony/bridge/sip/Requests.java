package org.saltwater.telephony.bridge.sip;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.wire.Order;

/// Writes the SIP messages we send.
final class Requests {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SPOKEN = "INVITE, ACK, CANCEL, BYE, OPTIONS";

  /// The name at our address.
  private static final String OURS = "line";

  /// Where no port stands (RFC 3261 §19.1.2).
  private static final int USUAL_PORT = 5060;

  private final Order.Begin settings;
  private final String host;
  private final String reachedAt;
  private final SipProvider provider;
  private final AddressFactory addresses;
  private final HeaderFactory headers;
  private final MessageFactory messages;

  /// @param host our address, and where others reach it
  Requests(
      Order.Begin settings, String host, String reachedAt, SipFactory factory, SipProvider provider)
      throws PeerUnavailableException {
    this.settings = settings;
    this.host = host;
    this.reachedAt = reachedAt;
    this.provider = provider;
    this.addresses = factory.createAddressFactory();
    this.headers = factory.createHeaderFactory();
    this.messages = factory.createMessageFactory();
  }

  Request invite(String number, byte[] sdp) throws SipException {
    try {
      var request = request(Request.INVITE, number);
      request.addHeader(contact());
      request.addHeader(headers.createAllowHeader(SPOKEN));
      request.setContent(sdp, headers.createContentTypeHeader("application", "sdp"));
      return request;
    } catch (ParseException e) {
      throw new SipException("no invitation", e);
    }
  }

  Request options() throws SipException {
    return request(Request.OPTIONS, null);
  }

  /// @param seconds for how long; 0 takes our address back
  Request register(CallIdHeader id, long number, int seconds) throws SipException {
    try {
      var account = addresses.createSipURI(settings.user(), settings.trunkHost());
      var request =
          messages.createRequest(
              trunkUri(null),
              Request.REGISTER,
              id,
              headers.createCSeqHeader(number, Request.REGISTER),
              headers.createFromHeader(addresses.createAddress(account), random()),
              headers.createToHeader(addresses.createAddress(account), null),
              new ArrayList<>(
                  List.of(headers.createViaHeader(host, settings.bindPort(), "udp", null))),
              headers.createMaxForwardsHeader(70));
      request.addHeader(contact());
      request.addHeader(headers.createExpiresHeader(seconds));
      return request;
    } catch (ParseException | InvalidArgumentException e) {
      throw new SipException("no registration", e);
    }
  }

  /// For how long the trunk remembers us: what it says beside our address, or for all (RFC 3261
  /// §10.2.4). Other addresses of the same account may stand there, too.
  ///
  /// @param asked what we asked for, if it says nothing
  int granted(Response response, int asked) {
    ListIterator<?> each = response.getHeaders(ContactHeader.NAME);
    while (each != null && each.hasNext()) {
      if (each.next() instanceof ContactHeader contact
          && isOurs(contact)
          && contact.getExpires() > 0) {
        return contact.getExpires();
      }
    }
    return response.getHeader(ExpiresHeader.NAME) instanceof ExpiresHeader all
            && all.getExpires() > 0
        ? all.getExpires()
        : Math.max(1, asked);
  }

  private boolean isOurs(ContactHeader contact) {
    return contact.getAddress() != null
        && contact.getAddress().getURI() instanceof SipURI uri
        && OURS.equals(uri.getUser())
        && reachedAt.equalsIgnoreCase(uri.getHost())
        && settings.bindPort() == (uri.getPort() == -1 ? USUAL_PORT : uri.getPort());
  }

  private Request request(String method, @Nullable String number) throws SipException {
    try {
      var uri = trunkUri(number);
      return messages.createRequest(
          uri,
          method,
          provider.getNewCallId(),
          headers.createCSeqHeader(1L, method),
          headers.createFromHeader(addresses.createAddress(trunkUri(settings.number())), random()),
          headers.createToHeader(addresses.createAddress(uri), null),
          new ArrayList<>(List.of(headers.createViaHeader(host, settings.bindPort(), "udp", null))),
          headers.createMaxForwardsHeader(70));
    } catch (ParseException | InvalidArgumentException e) {
      throw new SipException("no request", e);
    }
  }

  private SipURI trunkUri(@Nullable String number) throws ParseException {
    var uri = addresses.createSipURI(number, settings.trunkHost());
    uri.setPort(settings.trunkPort());
    if (number != null) {
      uri.setUserParam("phone");
    }
    return uri;
  }

  Response response(Request request, int status) throws SipException {
    try {
      var response = messages.createResponse(status, request);
      var to = (ToHeader) response.getHeader(ToHeader.NAME);
      if (to.getTag() == null && status > 100) {
        to.setTag(random());
      }
      response.addHeader(headers.createAllowHeader(SPOKEN));
      return response;
    } catch (ParseException e) {
      throw new SipException("no response", e);
    }
  }

  Response accepted(Request request, byte[] sdp) throws SipException {
    try {
      var response = response(request, Response.OK);
      response.addHeader(contact());
      response.setContent(sdp, headers.createContentTypeHeader("application", "sdp"));
      return response;
    } catch (ParseException e) {
      throw new SipException("no response", e);
    }
  }

  /// The request once more, signed for the one who asked; empty if it asks for what we cannot do.
  Optional<Request> signed(Request before, Response challenge) throws SipException {
    var isProxy = challenge.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
    var asked = asked(challenge, isProxy);
    if (settings.user().isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      var request = (Request) before.clone();
      ((ViaHeader) request.getHeader(ViaHeader.NAME)).removeParameter("branch");
      var cseq = (CSeqHeader) request.getHeader(CSeqHeader.NAME);
      cseq.setSeqNumber(cseq.getSeqNumber() + 1);
      request.setHeader(signature(request, asked.get(), challenge, isProxy));
      return Optional.of(request);
    } catch (ParseException | InvalidArgumentException e) {
      throw new SipException("not signed", e);
    }
  }

  private AuthorizationHeader signature(
      Request request, Digest digest, Response challenge, boolean isProxy)
      throws ParseException, InvalidArgumentException {
    AuthorizationHeader header =
        isProxy
            ? headers.createProxyAuthorizationHeader("Digest")
            : headers.createAuthorizationHeader("Digest");
    var ours = random();
    header.setUsername(settings.user());
    header.setRealm(digest.realm());
    header.setNonce(digest.nonce());
    header.setURI(request.getRequestURI());
    header.setAlgorithm(digest.algorithm());
    header.setResponse(
        digest.answer(
            settings.user(),
            settings.password(),
            request.getMethod(),
            request.getRequestURI().toString(),
            ours));
    if (digest.hasQuality()) {
      header.setQop("auth");
      header.setCNonce(ours);
      header.setNonceCount(1);
    }
    var opaque = opaque(challenge, isProxy, digest);
    if (opaque != null) {
      header.setOpaque(opaque);
    }
    return header;
  }

  private static Optional<Digest> asked(Response challenge, boolean isProxy) {
    return challenges(challenge, isProxy).stream()
        .filter(it -> "Digest".equalsIgnoreCase(it.getScheme()))
        .filter(it -> it.getRealm() != null && it.getNonce() != null)
        .flatMap(
            it -> Digest.of(it.getAlgorithm(), it.getRealm(), it.getNonce(), it.getQop()).stream())
        .max(Comparator.comparingInt(Digest::strength));
  }

  private static @Nullable String opaque(Response challenge, boolean isProxy, Digest digest) {
    return challenges(challenge, isProxy).stream()
        .filter(it -> digest.nonce().equals(it.getNonce()))
        .map(WWWAuthenticateHeader::getOpaque)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<WWWAuthenticateHeader> challenges(Response challenge, boolean isProxy) {
    var found = new ArrayList<WWWAuthenticateHeader>();
    ListIterator<?> each =
        challenge.getHeaders(isProxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME);
    while (each != null && each.hasNext()) {
      if (each.next() instanceof WWWAuthenticateHeader header) {
        found.add(header);
      }
    }
    return found;
  }

  private ContactHeader contact() throws ParseException {
    var uri = addresses.createSipURI(OURS, reachedAt);
    uri.setPort(settings.bindPort());
    return headers.createContactHeader(addresses.createAddress(uri));
  }

  private static String random() {
    var bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
