package org.saltwater.notifications;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/// Mail on its way to a real SMTP server.
abstract class MailOnItsWay {
  @RegisterExtension
  static final GreenMailExtension server =
      new GreenMailExtension(ServerSetup.SMTP.dynamicPort()).withPerMethodLifecycle(true);

  final javax.sql.DataSource database = TestDatabase.fresh();
  final JdbcClient jdbc = JdbcClient.create(database);
  final Outbox outbox = new Outbox(jdbc);
  final TestClock clock = new TestClock();
  Courier courier = courier(Installation.Mode.SERVE, 0);
  Notifications notifications = notifications(courier);

  @BeforeEach
  void reachTheServer() {
    courier = courier(Installation.Mode.SERVE, server.getSmtp().getPort());
    notifications = notifications(courier);
  }

  void queue() {
    notifications.mail(
        "amara@example.org", Notice.INVITATION, "Amara", "Noor", new Link("/invitation/one-time"));
  }

  Notifications notifications(Courier carrier) {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("messages/notifications", "messages/scheduling");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setAlwaysUseMessageFormat(true);
    var practice = installation(Installation.Mode.SERVE);
    var json = JsonMapper.builder().build();
    var endpoints = new PushEndpoint(false);
    var devices = new PushDevices(jdbc, endpoints, clock);
    var pushes = new PushOutbox(jdbc);
    var key = new PushKey(jdbc, new NoRootKey());
    return new Notifications(
        outbox,
        carrier,
        new Choices(jdbc, clock),
        devices,
        new PushNotices(devices, pushes, bundles, practice, json, clock),
        new PushCourier(pushes, devices, endpoints, key, practice, json, clock),
        bundles,
        practice,
        new StaticListableBeanFactory().getBeanProvider(MailsFrom.class),
        clock);
  }

  Courier courier(Installation.Mode mode, int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    var timeouts = new Properties();
    timeouts.setProperty("mail.smtp.connectiontimeout", "2000");
    sender.setJavaMailProperties(timeouts);
    var beans = new StaticListableBeanFactory();
    beans.addBean("sender", sender);
    ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
    return new Courier(outbox, provider, installation(mode), clock, "");
  }

  static Installation installation(Installation.Mode mode) {
    return new Installation(
        mode, Path.of("target"), URI.create("https://therapy.example"), "Blue Harbour");
  }

  /// Nothing here is told to a device, so nothing is wrapped.
  private static final class NoRootKey implements KeyWrapping {
    @Override
    public byte[] wrap(byte[] key, String purpose) {
      throw new IllegalStateException("nothing to wrap");
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
      throw new IllegalStateException("nothing to unwrap");
    }
  }
}
