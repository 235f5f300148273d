import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Public keys of passkeys, as better-auth's plugin names their columns. */
export async function up(db: Kysely<any>) {
  const { end, flag, moment } = ddl(db);
  await sql`
    create table staff_passkeys (
      id text primary key not null,
      name text,
      "publicKey" text not null,
      "userId" text not null references staff (id) on delete cascade,
      "credentialID" text not null unique,
      counter integer not null,
      "deviceType" text not null,
      "backedUp" ${flag} not null,
      transports text,
      "createdAt" ${moment},
      aaguid text
    )${end}
  `.execute(db);
  await sql`
    create index staff_passkeys_by_staff on staff_passkeys ("userId")
  `.execute(db);
}
