package org.saltwater.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that a thief of the disk would have: every row of every table, and every file.
final class WrittenDown {
  private final JdbcClient sql;

  WrittenDown(JdbcClient sql) {
    this.sql = sql;
  }

  /// From now on PostgreSQL squeezes nothing, so that what it writes can be read in its files.
  void keepReadable() {
    sql.sql(
            """
            select format('alter table %I.%I alter column %I set storage external', n.nspname, c.relname, a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and a.attstorage in ('x', 'm')
            """)
        .query(String.class)
        .list()
        .forEach(change -> sql.sql(change).update());
  }

  /// Every table as the database itself gives it out, which is what a dump holds.
  List<String> findInTables(Canary canary) {
    var found = new ArrayList<String>();
    for (var table : listTables()) {
      // Without fetching page by page: a table of this test is small.
      for (var row : sql.sql("select t::text from " + table + " t").query(String.class).list()) {
        found.addAll(canary.findIn(table, row));
      }
    }
    return found;
  }

  List<String> listTables() {
    return sql.sql(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """)
        .query(String.class)
        .list();
  }

  /// Rows changed or deleted since, statistics, the write-ahead log: all of it lies in files.
  List<String> findInFiles(Canary canary, Path... folders) {
    sql.sql("analyze").update();
    sql.sql("checkpoint").update();
    var found = new ArrayList<String>();
    for (var folder : folders) {
      try (var files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> found.addAll(findInFile(canary, file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static List<String> findInFile(Canary canary, Path file) {
    try {
      return canary.findIn(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException goneSinceListed) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
