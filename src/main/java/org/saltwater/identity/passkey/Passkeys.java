package org.saltwater.identity.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn level 3), checked by Spring Security. Their questions and answers travel as
/// the JSON that browsers make and read themselves; the question waits in the session for its
/// answer.
@Component
public class Passkeys {
  private static final int LONGEST_LABEL = 60;

  private final WebAuthnRelyingPartyOperations operations;
  private final UserCredentialRepository credentials;
  private final People people;
  private final Trail trail;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final HttpSessionPublicKeyCredentialCreationOptionsRepository creations =
      new HttpSessionPublicKeyCredentialCreationOptionsRepository();
  private final HttpSessionPublicKeyCredentialRequestOptionsRepository requests =
      new HttpSessionPublicKeyCredentialRequestOptionsRepository();

  Passkeys(
      WebAuthnRelyingPartyOperations operations,
      UserCredentialRepository credentials,
      People people,
      Trail trail) {
    this.operations = operations;
    this.credentials = credentials;
    this.people = people;
    this.trail = trail;
  }

  /// What the browser needs to make a passkey for a person.
  public String beginAdding(
      Authentication me, HttpServletRequest request, HttpServletResponse response) {
    var options =
        operations.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(me));
    creations.save(request, response, options);
    return json.writeValueAsString(options);
  }

  /// Keeps the passkey that the browser made.
  ///
  /// @throws Refusal `passkey-refused`
  @Transactional
  public void add(
      Person me,
      String label,
      String made,
      HttpServletRequest request,
      HttpServletResponse response) {
    var options = creations.load(request);
    creations.save(request, response, null);
    if (options == null || !options.getUser().getId().equals(PasskeyOwners.handle(me.id()))) {
      throw refused();
    }
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> credential =
          json.readValue(made, new TypeReference<>() {});
      var called = label.isBlank() ? "Passkey" : label.strip();
      operations.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(
              options,
              new RelyingPartyPublicKey(
                  credential, called.substring(0, Math.min(called.length(), LONGEST_LABEL)))));
    } catch (JacksonException
        | WebAuthnException
        | IllegalArgumentException
        | NullPointerException e) {
      throw refused();
    }
    trail.own(me, AuditAction.CREATED, "identity.passkey", "asked");
  }

  /// What the browser needs to ask for any passkey of this place. Names nobody, so it tells a
  /// stranger nothing about who has an account.
  public String beginSignIn(HttpServletRequest request, HttpServletResponse response) {
    var options =
        operations.createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(
                UsernamePasswordAuthenticationToken.unauthenticated("", "")));
    requests.save(request, response, options);
    return json.writeValueAsString(options);
  }

  /// Whose passkey has answered.
  ///
  /// @throws Refusal `passkey-refused`
  public PersonId owner(String answer, HttpServletRequest request, HttpServletResponse response) {
    var options = requests.load(request);
    requests.save(request, response, null);
    if (options == null) {
      throw refused();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> credential =
          json.readValue(answer, new TypeReference<>() {});
      var owner =
          operations.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
      return PasskeyOwners.owner(owner.getId());
    } catch (JacksonException
        | WebAuthnException
        | IllegalArgumentException
        | NullPointerException e) {
      throw refused();
    }
  }

  public List<Passkey> list(PersonId person) {
    return credentials.findByUserId(PasskeyOwners.handle(person)).stream()
        .map(Passkeys::passkey)
        .toList();
  }

  /// @throws Refusal `not-found` if it is not the person's
  @Transactional
  public void remove(PersonId person, String id) {
    var own =
        credentials.findByUserId(PasskeyOwners.handle(person)).stream()
            .filter(found -> found.getCredentialId().toBase64UrlString().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    credentials.delete(own.getCredentialId());
    trail.own(people.get(person), AuditAction.DELETED, "identity.passkey", "asked");
  }

  /// @return how many there were
  @Transactional
  public int removeAll(PersonId person) {
    var all = credentials.findByUserId(PasskeyOwners.handle(person));
    all.forEach(each -> credentials.delete(each.getCredentialId()));
    if (!all.isEmpty()) {
      trail.own(people.get(person), AuditAction.DELETED, "identity.passkey", "all");
    }
    return all.size();
  }

  private static Passkey passkey(CredentialRecord record) {
    return new Passkey(
        record.getCredentialId().toBase64UrlString(),
        record.getLabel(),
        record.getCreated(),
        record.getLastUsed());
  }

  private static Refusal refused() {
    return new Refusal(IdentityProblem.PASSKEY_REFUSED);
  }
}
