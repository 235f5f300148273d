import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Each flag has a case: who took it up, what was passed on, and two people who close it. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table safeguarding_cases (
      id ${id},
      response_id integer not null references responses (id) on delete cascade,
      kind text not null check (kind in ('child', 'adult', 'self-harm', 'threat', 'other')),
      words text not null,
      opened_by text references staff (id),
      opened_at text not null,
      taken_up_by text references staff (id),
      taken_up_at text,
      told_at text,
      overdue_told_at text,
      closed_at text,
      check ((taken_up_by is null) = (taken_up_at is null))
    )${end}
  `.execute(db);
  await sql`
    create table safeguarding_passings (
      id ${id},
      case_id integer not null references safeguarding_cases (id) on delete cascade,
      passed_to text not null,
      passed_on text not null,
      way text not null check (way in ('phone', 'email', 'in-person', 'form', 'other')),
      reason text not null,
      recorded_by text not null references staff (id),
      recorded_at text not null
    )${end}
  `.execute(db);
  await sql`
    create table safeguarding_proposals (
      id ${id},
      case_id integer not null references safeguarding_cases (id) on delete cascade,
      outcome text not null check (outcome in ('passed-on', 'no-further-step', 'not-safeguarding')),
      ending text not null check (ending in ('release', 'hold')),
      words text not null,
      proposed_by text not null references staff (id),
      proposed_at text not null,
      answer text check (answer in ('agreed', 'sent-back')),
      answer_words text,
      answered_by text references staff (id),
      answered_at text,
      check (answered_by <> proposed_by),
      check ((answer is null) = (answered_by is null)),
      check ((answer is null) = (answered_at is null))
    )${end}
  `.execute(db);
  const indexes = [
    "unique index safeguarding_cases_open on safeguarding_cases (response_id) where closed_at is null",
    "index safeguarding_cases_by_response on safeguarding_cases (response_id)",
    "index safeguarding_cases_closed on safeguarding_cases (closed_at) where closed_at is not null",
    "index safeguarding_passings_by_case on safeguarding_passings (case_id)",
    "index safeguarding_proposals_by_case on safeguarding_proposals (case_id)",
    "unique index safeguarding_proposals_open on safeguarding_proposals (case_id) where answer is null",
  ];
  for (const index of indexes) await sql`create ${sql.raw(index)}`.execute(db);
  await openCasesOfBefore(db);
}

/** What was flagged before has a case from then on, by whoever raised the flag: a sender is nobody of the team. */
async function openCasesOfBefore(db: Kysely<any>) {
  const raised = (column: string) => sql`(
    select ${sql.ref(column)} from events
    where subject_kind = 'response' and subject_id = responses.id
      and type = 'response.safeguarding-raised'
    order by id desc limit 1
  )`;
  await sql`
    insert into safeguarding_cases (response_id, kind, words, opened_by, opened_at)
    select responses.id, 'other', '', ${raised("actor_id")},
      coalesce(${raised("at")}, responses.recorded_at)
    from responses where safeguarding_flag = 1
  `.execute(db);
}
