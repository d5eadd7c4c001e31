package org.saltwater.identity.passkey;

import java.util.Set;
import org.saltwater.kernel.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// Passkeys are bound to the installation's address: a look-alike site gets nothing.
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
  @Bean
  UserCredentialRepository passkeyCredentials(JdbcOperations jdbc) {
    return new JdbcUserCredentialRepository(jdbc);
  }

  /// The device must check that it is its owner (finger, face or PIN): possession and that check
  /// are two factors in one step, so no code is asked for beside it.
  @Bean
  WebAuthnRelyingPartyOperations passkeyOperations(
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository credentials,
      Installation installation) {
    var address = installation.address();
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    var operations =
        new Webauthn4JRelyingPartyOperations(
            owners,
            credentials,
            PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name(installation.practice())
                .build(),
            Set.of(address.getScheme() + "://" + address.getHost() + port));
    operations.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }
}
