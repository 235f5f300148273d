import type { Pool } from "pg";
import { OperatorError } from "#app/operator-error.ts";
import { codeOf } from "./cannot-save.ts";
import { isLostConnection } from "./postgres-faults.ts";

const oldestVersion = 15;
/** Locks of jobs and windows of limits last minutes, and each server goes by its own clock. */
const mostSecondsApart = 60;

/** What a PostgreSQL says of itself, as far as Heard depends on it. */
export type PostgresSettings = {
  version: number;
  encoding: string;
  collation: string;
  /** `c` for the system's, `b` for PostgreSQL's own, `i` for ICU's. */
  collationProvider: string;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  /** How far its clock is from this machine's, in either direction. */
  secondsApart: number;
};

/**
 * Looks whether a database keeps what Heard promises, once, before it is used.
 *
 * @throws an Error that says what to do, without the address: it holds a password.
 */
export async function checkPostgres(pool: Pool): Promise<void> {
  const settings = await readPostgresSettings(pool).catch((error: unknown) => {
    throw new OperatorError(`DATABASE_URL: ${whyUnreachable(error)}`);
  });
  const faults = faultsOf(settings);
  if (faults.length > 0)
    throw new OperatorError(
      `Heard will not store responses in this PostgreSQL:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
}

async function readPostgresSettings(pool: Pool): Promise<PostgresSettings> {
  // As JSON, because the columns' names differ from version to version.
  const askedAt = Date.now();
  const { rows } = await pool.query<
    Omit<PostgresSettings, "secondsApart"> & { clock: number }
  >(`
    select current_setting('server_version_num')::int / 10000 as version,
      pg_encoding_to_char(encoding) as encoding,
      datcollate as collation,
      coalesce(to_jsonb(pg_database) ->> 'datlocprovider', 'c') as "collationProvider",
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as clock
    from pg_database where datname = current_database()`);
  const [found] = rows;
  if (!found) throw new Error("PostgreSQL does not know its own database");
  const { clock, ...settings } = found;
  return { ...settings, secondsApart: secondsBeyond(clock, askedAt) };
}

/** How far a clock was outside the time between the question and now: a slow answer is no wrong clock. */
function secondsBeyond(clock: number, askedAt: number): number {
  return Math.max(0, askedAt - clock, clock - Date.now()) / 1_000;
}

const newDatabase =
  "create database heard template template0 encoding 'UTF8' locale 'C'";

/** Each promise that a PostgreSQL does not keep, with what to do about it. */
export function faultsOf(settings: PostgresSettings): string[] {
  const { version, encoding, collation, collationProvider } = settings;
  const faults: string[] = [];
  if (version < oldestVersion)
    faults.push(
      `It is version ${version}, and Heard needs ${oldestVersion} or newer: bring it up to date.`,
    );
  if (encoding !== "UTF8")
    faults.push(
      `The database keeps text as ${encoding}. Make one that keeps UTF8: ${newDatabase}`,
    );
  if (!sortsByCode(collation, collationProvider))
    faults.push(
      `The database sorts text as ${collation || "ICU"} does, and Heard needs C, or lists come in another order than their indexes: ${newDatabase}`,
    );
  if (settings.secondsApart > mostSecondsApart)
    faults.push(
      `Its clock and this machine's are ${Math.round(settings.secondsApart)} seconds apart, and servers that share it have to agree: set the clock, and keep it right by NTP.`,
    );
  return [...faults, ...faultsOfDurability(settings)];
}

function sortsByCode(collation: string, provider: string): boolean {
  if (provider === "b") return true;
  return provider === "c" && /^(C|POSIX|C\.utf-?8)$/i.test(collation);
}

function faultsOfDurability(settings: PostgresSettings): string[] {
  const faults: string[] = [];
  for (const [name, value] of [
    ["fsync", settings.fsync],
    ["full_page_writes", settings.fullPageWrites],
  ] as const)
    if (value !== "on")
      faults.push(
        `${name} is ${value}, so a power cut may lose what was saved. Set ${name} = on in postgresql.conf and reload.`,
      );
  if (["off", "local"].includes(settings.synchronousCommit))
    faults.push(
      `synchronous_commit is ${settings.synchronousCommit}, so a power cut may lose what was saved: alter database … set synchronous_commit = on`,
    );
  return faults;
}

/** What is wrong with an address under which no database answers, and what to do. */
function whyUnreachable(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case "28P01":
    case "28000":
      return "PostgreSQL does not let this user in. Look at the name and the password in it, and at the server's pg_hba.conf.";
    case "3D000":
      return `There is no such database on this server. Make it: ${newDatabase}`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "No machine is known by the name in it. Look at the name after the @.";
    case "53300":
      return "The server has no connection left. Heard needs 12 for each of its servers: raise max_connections.";
    case "57P03":
      return "PostgreSQL is starting or stopping. Try again in a moment.";
    case "42501":
      return "This user may not read the server's settings. Let it read pg_database.";
  }
  if (isLostConnection(error))
    return `PostgreSQL cannot be reached (${code || "no answer in time"}). Look whether it runs, and at the machine and the port after the @.`;
  return `PostgreSQL did not answer as it should (${code || "unknown"}). Look at the address and at the server's log.`;
}
