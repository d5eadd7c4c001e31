package org.saltwater.identity.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.PersonId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Our people as WebAuthn's user entities. The user handle is the person's id, so there is nothing
/// to store twice.
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
  private final People people;

  PasskeyOwners(People people) {
    this.people = people;
  }

  static Bytes handle(PersonId id) {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(id.value().getMostSignificantBits())
            .putLong(id.value().getLeastSignificantBits())
            .array());
  }

  static PersonId owner(Bytes handle) {
    var bits = ByteBuffer.wrap(handle.getBytes());
    return new PersonId(new UUID(bits.getLong(), bits.getLong()));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return handle.getBytes().length == 16
        ? people.find(owner(handle)).map(PasskeyOwners::entity).orElse(null)
        : null;
  }

  /// Spring knows a person by the name of their principal, which is their id.
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return people.find(PersonId.of(name)).map(PasskeyOwners::entity).orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity known) {}

  @Override
  public void delete(Bytes handle) {}

  private static PublicKeyCredentialUserEntity entity(Person person) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(person.id()))
        .name(person.email())
        .displayName(person.name())
        .build();
  }
}
