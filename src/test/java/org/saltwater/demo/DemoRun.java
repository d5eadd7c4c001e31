package org.saltwater.demo;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.saltwater.Saltwater;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// One start of a demo in this process.
record DemoRun(ConfigurableApplicationContext platform) implements AutoCloseable {

  /// @param folder of the demo's keys: the same for each start on the same database
  static DemoRun start(DataSource database, Path folder, int therapists, DemoClock clock) {
    ApplicationContextInitializer<GenericApplicationContext> own =
        context -> {
          // Not closed with the platform: the next start needs it.
          context.registerBean(
              "dataSource", DataSource.class, () -> new DelegatingDataSource(database));
          context.registerBean("demoClock", DemoClock.class, () -> clock);
        };
    return new DemoRun(
        new SpringApplicationBuilder(Saltwater.class)
            .profiles("test")
            .initializers(own)
            .run(
                "--server.port=0",
                "--saltwater.mode=demo",
                "--saltwater.data=" + folder,
                "--saltwater.demo.therapists=" + therapists));
  }

  static Path folder() {
    return Path.of("target", "test-data", "demo-" + UUID.randomUUID());
  }

  <T> T get(Class<T> bean) {
    return platform.getBean(bean);
  }

  @Override
  public void close() {
    platform.close();
  }
}
