import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests find PostgreSQL, and the names of their databases there; undefined in the runs on SQLite. */
    postgres: { url: string; prefix: string } | undefined;
  }
}

/** Migrates one database for the whole run; each test works on a copy of it. */
export default async function setup(project: TestProject) {
  const given = process.env.HEARD_TEST_POSTGRES;
  const server = given ? undefined : await startPostgres();
  const url = given ?? server?.url ?? "";
  const prefix = `heard_test_${process.pid}`;
  await run(
    url,
    `create database ${prefix} template template0 encoding 'UTF8' locale 'C'`,
  );
  const db = openDatabase({ url: urlOf(url, prefix) });
  await migrateToLatest(db);
  await db.destroy();
  project.provide("postgres", { url, prefix });
  return () => (server ? server.remove() : removeDatabases(url, prefix));
}

/** The address of another database on the same server. */
export function urlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function removeDatabases(url: string, prefix: string) {
  const found = await run(
    url,
    `select datname from pg_database where starts_with(datname, '${prefix}')`,
  );
  for (const { datname } of found.rows as { datname: string }[])
    await run(url, `drop database if exists ${datname} with (force)`);
}

async function run(url: string, statement: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
