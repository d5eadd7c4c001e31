package org.saltwater.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ActiveProfiles;

/// The whole platform on a port of its own, with a fresh database and a [TestClock]. Each class has
/// one to itself, so that no story leans on what another left behind.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "saltwater.mode=demo",
      "saltwater.data=target/test-data/app-${random.uuid}",
      // The clock stands still, so nothing spent would ever come back.
      "saltwater.rate-limits=false",
      // What a practice says that holds hours by text alone, WaysToMeetTest tells.
      "saltwater.sessions.modalities=VIDEO,TEXT"
    })
@Import({TestPlatform.class, Standpoints.class})
@ActiveProfiles("test")
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
public @interface SaltwaterTest {}
