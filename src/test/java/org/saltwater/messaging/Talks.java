package org.saltwater.messaging;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.RootKeyFile;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Messaging on a real PostgreSQL without the application around it, and what was delivered.
final class Talks implements AutoCloseable {
  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final Vault vault;
  final ConversationTable table;
  final MessageWriter writer;
  final Messages messages;
  final List<Message> delivered = Collections.synchronizedList(new ArrayList<>());
  final Path folder;
  private final Clock clock;

  /// @param folder where keys are kept; made if it is missing
  Talks(DataSource database, Clock clock, Path folder) {
    this.clock = clock;
    this.folder = folder;
    this.jdbc = JdbcClient.create(database);
    this.transactions = new JdbcTransactionManager(database);
    var file = RootKeyFile.fileIn(folder);
    var root =
        RootKeyFile.exists(file)
            ? RootKeyFile.open(file, Optional.empty())
            : RootKeyFile.make(file, Optional.empty());
    this.vault =
        new Vault(
            jdbc,
            transactions,
            root,
            AuditLog.on(database, transactions, clock, folder),
            List.of(),
            clock);
    this.table = new ConversationTable(jdbc);
    this.writer =
        new MessageWriter(
            new MessageBatch(new JdbcTemplate(database), transactions, vault, clock),
            List.of(delivered::add));
    this.messages = new Messages(writer, jdbc, vault);
  }

  static Talks on(HikariDataSource database, Clock clock) {
    try {
      return new Talks(database, clock, Files.createTempDirectory("talks"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A conversation between two people who have just begun.
  Conversation begin() {
    var client = ClientId.random();
    var therapist = TherapistId.random();
    table.add(client, therapist, clock.instant());
    return table.findOpen(client, therapist).orElseThrow();
  }

  CompletableFuture<Receipt> send(Conversation talk, PersonId from, UUID key, String text) {
    return messages.append(new NewMessage(talk.id(), from, key, new Redacted<>(text)));
  }

  Receipt say(Conversation talk, PersonId from, String text) {
    return send(talk, from, UUID.randomUUID(), text).join();
  }

  /// All that is stored, as the client reads it.
  List<Message> read(Conversation talk) {
    var all = new ArrayList<Message>();
    List<Message> page;
    do {
      page = messages.listAfter(asClient(talk), all.isEmpty() ? 0 : all.getLast().number());
      all.addAll(page);
    } while (page.size() == Messages.PAGE);
    return all;
  }

  Entrance asClient(Conversation talk) {
    var me =
        new SignedIn(
            talk.client().person(),
            "Jo",
            java.util.Set.of(Role.CLIENT),
            java.time.ZoneId.of("Europe/Berlin"));
    return new Entrance(
        table.find(talk.id()).orElseThrow(), me, Evidence.own(talk.client()), talk.isOpen());
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
