import pg from "pg";
import { Kysely } from "kysely";
import { onTestFinished } from "vitest";
import { postgresDialect } from "#app/db/postgres.server.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import { urlOf } from "#tests/setup/migrated-postgres.ts";

type Server = { url: string; prefix: string };

let count = 0;
let keptPool: pg.Pool | undefined;

/** Makes and drops the databases of this process's tests. */
function serverPool({ url }: Server): pg.Pool {
  keptPool ??= new pg.Pool({
    connectionString: url,
    max: 2,
    allowExitOnIdle: true,
  });
  return keptPool;
}

/** A copy of the migrated database, made when the test asks it something for the first time. */
export function openPostgresCopy(
  server: Server,
  { patienceMilliseconds = 10_000 }: { patienceMilliseconds?: number },
): { db: Db; place: { url: string } } {
  count += 1;
  const name = `${server.prefix}_${process.pid}_${count}`;
  const pool = serverPool(server);
  const url = urlOf(server.url, name);
  let isMade = false;
  const dialect = postgresDialect(url, { patienceMilliseconds });
  const db = openAfter(dialect, async () => {
    // Copied file by file: quicker than by the log, for a database as small.
    await pool.query(
      `create database ${name} template ${server.prefix} strategy file_copy`,
    );
    isMade = true;
  });
  onTestFinished(async () => {
    await db.destroy();
    // Nobody waits for it: what is left goes with the server.
    if (isMade)
      void pool.query(`drop database ${name} with (force)`).catch(() => {});
  });
  return { db, place: { url } };
}

/** Opens a database for which something has to be done before the first statement. */
function openAfter(
  dialect: ReturnType<typeof postgresDialect>,
  prepare: () => Promise<void>,
): Db {
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = () => {
    const driver = createDriver();
    const init = driver.init.bind(driver);
    driver.init = async () => {
      await prepare();
      await init();
    };
    return driver;
  };
  return new Kysely<HeardSchema>({ dialect });
}
