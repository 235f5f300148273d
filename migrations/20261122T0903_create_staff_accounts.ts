import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end, flag, no, moment } = ddl(db);
  await sql`
    create table staff (
      id text primary key not null,
      name text not null,
      email text not null unique,
      "emailVerified" ${flag} not null default ${no},
      image text,
      role text not null check (role in ('admin', 'lead', 'reviewer')),
      disabled_at text,
      "createdAt" ${moment} not null,
      "updatedAt" ${moment} not null
    )${end}
  `.execute(db);
  await sql`
    create table staff_sessions (
      id text primary key not null,
      "userId" text not null references staff (id) on delete cascade,
      token text not null unique,
      "expiresAt" ${moment} not null,
      "ipAddress" text,
      "userAgent" text,
      "createdAt" ${moment} not null,
      "updatedAt" ${moment} not null
    )${end}
  `.execute(db);
  await sql`
    create index staff_sessions_by_staff on staff_sessions ("userId")
  `.execute(db);
  await sql`
    create table staff_credentials (
      id text primary key not null,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references staff (id) on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" ${moment},
      "refreshTokenExpiresAt" ${moment},
      scope text,
      password text,
      "createdAt" ${moment} not null,
      "updatedAt" ${moment} not null
    )${end}
  `.execute(db);
  await sql`
    create index staff_credentials_by_staff on staff_credentials ("userId")
  `.execute(db);
  await sql`
    create table staff_verifications (
      id text primary key not null,
      identifier text not null,
      value text not null,
      "expiresAt" ${moment} not null,
      "createdAt" ${moment} not null,
      "updatedAt" ${moment} not null
    )${end}
  `.execute(db);
  await sql`
    create index staff_verifications_by_identifier on staff_verifications (identifier)
  `.execute(db);
}
