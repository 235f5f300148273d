import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

const countIn = sql`
  insert into response_counts (call_id, state, import_id, count)
  values (new.call_id, new.state, coalesce(new.import_id, 0), 1)
  on conflict (call_id, state, import_id)
    do update set count = response_counts.count + 1;
`;
const countOut = sql`
  update response_counts set count = count - 1
  where call_id = old.call_id and state = old.state
    and import_id = coalesce(old.import_id, 0);
`;
const changes = [
  ["responses_counted_in", "after insert", countIn],
  ["responses_counted_out", "after delete", countOut],
  [
    "responses_counted_over",
    "after update of call_id, state, import_id",
    sql`${countOut} ${countIn}`,
  ],
] as const;

/** How many responses of a call stand in a state, for each import apart; 0 stands for no import. */
export async function up(db: Kysely<any>) {
  const { isPostgres, end } = ddl(db);
  await sql`
    create table response_counts (
      call_id integer not null references calls (id),
      state text not null,
      import_id integer not null,
      count integer not null,
      primary key (call_id, state, import_id)
    )${end}
  `.execute(db);
  await sql`
    insert into response_counts (call_id, state, import_id, count)
    select call_id, state, coalesce(import_id, 0), count(*)
    from responses
    group by call_id, state, coalesce(import_id, 0)
  `.execute(db);
  for (const [name, when, count] of changes) {
    const trigger = sql`create trigger ${sql.ref(name)} ${sql.raw(when)} on responses`;
    if (isPostgres) {
      await sql`
        create function ${sql.ref(name)}() returns trigger language plpgsql as $$
        begin ${count} return null; end $$
      `.execute(db);
      await sql`
        ${trigger} for each row execute function ${sql.ref(name)}()
      `.execute(db);
    } else await sql`${trigger} begin ${count} end`.execute(db);
  }
  await sql`create index imports_by_state on imports (state)`.execute(db);
}
